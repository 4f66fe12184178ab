/*
 * What becomes of an item of the source. One of these it has, and the report counts every item once:
 *
 * - article: its `article.md` was written;
 * - comment: its file was written, with its text;
 * - tombstone: its file was written without a text, which the source itself does not show;
 * - unchanged: the archive has it already, to the letter;
 * - duplicate: the source holds it a second time;
 * - blocked: the archive's keeper decided otherwise: it was erased here, or edited by hand;
 * - skipped: it is nothing that readers of the source saw as a post: a page, spam, an event of the thread;
 * - refused: it cannot or must not be written: it is damaged, private, or its thread has a fault.
 */
export const OUTCOMES = [
  "article",
  "comment",
  "tombstone",
  "unchanged",
  "duplicate",
  "blocked",
  "skipped",
  "refused",
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** What happened to its file; `kept` also where it has none. */
export type Change = "added" | "updated" | "kept";

export type ReportedItem = {
  /** Where it stands in the source. */
  readonly source: string;
  readonly outcome: Outcome;
  readonly change: Change;
  /** Its file, from the content folder. */
  readonly path?: string;
  readonly reason?: string;
};

const WITHOUT_FILE: ReadonlySet<Outcome> = new Set(["duplicate", "skipped", "refused"]);

/** Whether a file stands for the item: `kept` is said of every item whose file did not change, and some have none. */
export function hasFile({ outcome }: ReportedItem): boolean {
  return !WITHOUT_FILE.has(outcome);
}

export type Totals = { readonly items: number; readonly placeholders: number } & Readonly<
  Record<Outcome, number>
>;
