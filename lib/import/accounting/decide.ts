import { holdsName, isSameName } from "../../archive/erasure/person-names";
import { parseFrontMatter } from "../../archive/format/front-matter";
import type { FieldValue } from "../../archive/format/yaml";
import type { ErasedList } from "../../archive/ledgers/erased-list";
import type { Existing, ExistingFile } from "../files/existing";
import { digestText } from "../files/memory";
import type { Change, Outcome } from "./outcomes";
import type { PlannedFile } from "./planning/planned-file";

/** What is done about a planned file. */
export type Decision = {
  readonly file: PlannedFile;
  readonly change: Change;
  /** Of its item, where it stands for one. */
  readonly outcome?: Outcome;
  readonly reason?: string;
};

export type DecisionScene = {
  readonly slug: string;
  readonly existing: Existing;
  readonly erased: ErasedList;
};

/**
 * Holds a planned file against the one that is there. What was erased stays so, what somebody edited stays as it is; only
 * a file that is still as the importer wrote it gives way to a newer one.
 */
export function decide(file: PlannedFile, { slug, existing, erased }: DecisionScene): Decision {
  const there = existing.files.get(file.path);
  if (there === undefined) {
    const block = findErasure(file, slug, erased);
    return block ? { file, change: "kept", outcome: "blocked", reason: block } : accept(file, "added");
  }
  if (file.item === undefined) return { file, change: "kept" };
  if (there.fields.status === "erased") return blocked(file, "it was erased here");
  if (isSame(file, there)) return unchanged(file);
  if (existing.memory?.files[file.path] === digestText(there.text)) return accept(file, "updated");
  return blocked(file, "it was edited here since it was imported, and stays as it is");
}

/** Whether an item was taken down here, so that neither it nor what others quote of it may be written. */
export function isErased(file: PlannedFile, { slug, existing, erased }: DecisionScene): boolean {
  const there = existing.files.get(file.path);
  if (file.item === undefined) return false;
  return there === undefined
    ? findErasure(file, slug, erased) !== undefined
    : there.fields.status === "erased";
}

function accept(file: PlannedFile, change: Change): Decision {
  const { outcome, reason } = file.item ?? {};
  return { file, change, ...(outcome && { outcome }), ...(reason && { reason }) };
}

function unchanged(file: PlannedFile): Decision {
  return { file, change: "kept", outcome: "unchanged" };
}

function blocked(file: PlannedFile, reason: string): Decision {
  return { file, change: "kept", outcome: "blocked", reason };
}

/** By the address it had here, and by those that it has at its source. */
function findErasure(
  { path, sourceId, sourceUrl, item }: PlannedFile,
  slug: string,
  erased: ErasedList,
): string | undefined {
  if (item === undefined) return undefined;
  const id = /^comments\/(.+)\.md$/u.exec(path)?.[1];
  const address = id === undefined ? slug : `${slug}/${id}`;
  const isListed = erased.some(
    (entry) =>
      entry.address.replace(/\/$/u, "") === address ||
      (entry.sourceUrl !== "" && entry.sourceUrl === sourceUrl) ||
      (entry.sourceId !== "" && entry.sourceId === sourceId && entry.address.startsWith(`${slug}/`)),
  );
  return isListed ? "it was erased here" : undefined;
}

/** What an article was imported from is no difference: the same words may stand in many exports. */
function isSame({ path, text }: PlannedFile, there: ExistingFile): boolean {
  if (text === there.text) return true;
  return path === "article.md" && withoutCaptures(text) === withoutCaptures(there.text);
}

function withoutCaptures(text: string): string {
  const parsed = parseFrontMatter(Buffer.from(text));
  if (!parsed.ok) return text;
  const { captures, ...fields } = parsed.value.fields;
  return JSON.stringify([fields, parsed.value.body]);
}

/**
 * Names that were erased here and that the source still has: those above comments whose tombstone bears another, and that of
 * an article whose tombstone is another author's. What else of the source holds one of them must not be written before somebody
 * looked at it.
 */
export function findReturningNames(planned: readonly PlannedFile[], existing: Existing): string[] {
  return planned.flatMap(({ path, author, text }) => {
    const there = existing.files.get(path);
    if (there?.fields.status !== "erased" || author === undefined) return [];
    const label = there.fields.author;
    if (path === "article.md") return label === authorIdIn(text) ? [] : [author];
    return typeof label === "string" && !isSameName(label, author) ? [author] : [];
  });
}

function authorIdIn(article: string): FieldValue | undefined {
  const parsed = parseFrontMatter(Buffer.from(article));
  return parsed.ok ? parsed.value.fields.author : undefined;
}

export function bringsBack({ text }: PlannedFile, names: readonly string[]): boolean {
  return names.some((name) => holdsName(text, name));
}
