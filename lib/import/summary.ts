import { OUTCOMES } from "./accounting/outcomes";
import type { Imported, Progress } from "./run-import";

/** Remarks beyond this number are counted; the report has every item. */
const SHOWN = 20;

/** What a person wants to know of an import, a line each, and the status that the command ends with. */
export function describeImport(
  imported: Imported,
  dryRun: boolean,
): { lines: readonly string[]; status: number } {
  const { system, report, remarks, samples, threads, unknownFiles } = imported;
  const totals = report.totals();
  if (system === undefined && totals.items === 0)
    return { lines: ["nothing here that any system knows; name the system, or see --help"], status: 1 };
  const counts = OUTCOMES.filter((outcome) => totals[outcome] > 0).map(
    (outcome) => `${totals[outcome]} ${outcome}`,
  );
  const { added, updated, kept } = report.changes;
  const lines = [
    `${system?.name ?? "unknown system"}: ${totals.items} items in ${threads} threads`,
    `  ${counts.join(" + ")} = ${totals.items}`,
    `  ${dryRun ? "would be " : ""}added ${added}, updated ${updated}, kept ${kept}`,
    ...(totals.placeholders > 0
      ? [`  ${totals.placeholders} placeholders for what the source names and does not hold`]
      : []),
    ...(unknownFiles > 0 ? [`  ${unknownFiles} files passed over, which are no ${system?.name} files`] : []),
    ...describeReasons(imported),
    ...shorten(remarks),
    ...samples.map((sample) => `  ${sample}`),
  ];
  return { lines, status: totals.refused > 0 ? 1 : 0 };
}

function describeReasons({ report }: Imported): string[] {
  return shorten(
    [...report.reasons.values()].map(({ first, count }) => {
      const more = count > 1 ? ` (and ${count - 1} like it)` : "";
      return `${first.outcome}: ${first.source}: ${first.reason}${more}`;
    }),
  );
}

function shorten(lines: readonly string[]): string[] {
  const shown = lines.slice(0, SHOWN).map((line) => `  ${line}`);
  return lines.length > SHOWN ? [...shown, `  … and ${lines.length - SHOWN} more`] : shown;
}

/** In milliseconds: a line that changes faster is none that anybody reads. */
const PACE = 250;

/** A line on a terminal that is written over, with the time left where it can be known; nothing elsewhere. */
export function showProgress(terminal: NodeJS.WriteStream): (progress: Progress) => void {
  const start = performance.now();
  let shown = start;
  let finishing: { readonly items: number; readonly since: number } | undefined;
  return ({ items, threads, bytes, expected }) => {
    const now = performance.now();
    if (!terminal.isTTY || now - shown < PACE) return;
    shown = now;
    if (expected !== undefined) finishing ??= { items, since: now };
    const speed = finishing && (items - finishing.items) / (now - finishing.since);
    const left = speed && expected ? `, ${Math.ceil((expected - items) / speed / 1000)} s left` : "";
    const of = expected === undefined ? "" : ` of ${expected}`;
    terminal.write(
      `\r\u001b[K${items}${of} items in ${threads} threads, ${Math.round(bytes / 1024 ** 2)} MB read${left}`,
    );
  };
}
