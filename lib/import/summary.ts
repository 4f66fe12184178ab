import type { WriteStream } from "node:tty";
import { OUTCOMES } from "./accounting/outcomes";
import type { Imported, Progress } from "./run-import";

/** Remarks beyond this number are counted; the report has every item. */
const SHOWN = 20;

/** What a person wants to know of an import, a line each, and the status that the command ends with. */
export function describeImport(
  imported: Imported,
  dryRun: boolean,
): { lines: readonly string[]; status: number } {
  const { system, report, remarks, threads, unknownFiles } = imported;
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

/** A line on a terminal that is written over; nothing elsewhere. */
export function showProgress(
  terminal: WriteStream | (NodeJS.WriteStream & { isTTY?: boolean }),
): (progress: Progress) => void {
  let last = 0;
  return ({ items, threads, bytes }) => {
    if (!terminal.isTTY || items - last < 100) return;
    last = items;
    terminal.write(`\r${items} items in ${threads} threads, ${Math.round(bytes / 1024 ** 2)} MB read`);
  };
}
