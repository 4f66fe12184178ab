import type { Cost } from "./measure";
import type { SiteSize } from "./site";

/** One build: what it was, what it cost, what came of it. */
export type Measurement = { readonly name: string; readonly cost: Cost; readonly site: SiteSize };

const HEAD = ["", "pages", "wall s", "CPU s", "ms/page", "memory MB", "files", "MB", "wall ×", "CPU ×"];

/**
 * The builds as a table for a terminal. Times are seconds but for the wall time of a page, memory and bytes are in
 * megabytes of 10⁶.
 * @param base the build to which the last two columns are ratios
 */
export function formatTable(title: string, builds: readonly Measurement[], base: Measurement): string {
  const rows = [HEAD, ...builds.map((build) => formatRow(build, base))];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const lines = rows.map((row) =>
    row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join("  "),
  );
  return [`${title} (× ${base.name})`, ...lines].join("\n");
}

function formatRow({ name, cost, site }: Measurement, base: Measurement): string[] {
  return [
    name,
    String(site.pages),
    cost.wall.toFixed(1),
    cost.cpu.toFixed(1),
    ((1000 * cost.wall) / site.pages).toFixed(2),
    (cost.memory / 1e6).toFixed(0),
    String(site.files),
    (site.bytes / 1e6).toFixed(1),
    (cost.wall / base.cost.wall).toFixed(2),
    (cost.cpu / base.cost.cpu).toFixed(2),
  ];
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/**
 * Of several builds of like archives the one in the middle by wall time.
 * @throws Error when there is none
 */
export function takeMedian(builds: readonly Measurement[]): Measurement {
  const sorted = builds.toSorted((one, other) => one.cost.wall - other.cost.wall);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("no build was measured");
  return middle;
}
