import type { Element } from "hast";
import { attribute, hasClass } from "../../../../conversion/hast";
import type { SourceParent } from "../../../../model";
import { dateOf } from "../../page/dates";
import { numberIn } from "../../page/nesting";
import { findFirst, lineOf, ofClass } from "../../page/page-tree";
import type { SavedPage } from "../../page/saved-page";
import type { PagePost } from "../../thread-adapter";
import type { OwnData } from "./own-data";
import { isOwnWord, LANGUAGES, looseWords, readReason } from "./own-words";
import { findPlainText, restoreText } from "./restore-text";

/** @param own the comment without its replies */
export function readComment(id: string, own: Element, { timeZone }: SavedPage, data: OwnData): PagePost {
  const find = (...names: string[]) =>
    findFirst(own, ofClass(...names), (each) => hasClass(each, "e-content"));
  const header = findFirst(own, ({ tagName }) => tagName === "header");
  const author = nameOf(id, lineOf(find("p-author")), data);
  const label = labelOf(header);
  const number = numberIn(lineOf(find("u-url")));
  const published = dateOf(find("dt-published"), timeZone);
  const notAfter = readBound(header, timeZone);
  const edited = dateOf(find("dt-updated"), timeZone) ?? (isEdited(header) ? "unknown" : undefined);
  const likes = likesOf(header);
  const content = findFirst(own, ofClass("e-content"))?.children ?? [];
  const plain = findPlainText(content);
  const tombstone = readTombstone(find("tombstone"));
  return {
    id,
    ...(number !== undefined && { number }),
    ...(author !== undefined && { author: { name: author, ...(label && { label }) } }),
    ...(published && { published }),
    ...(notAfter && { notAfter }),
    ...(edited && { edited }),
    parent: parentOf(own),
    content: plain === undefined ? restoreText(content) : [],
    ...(plain !== undefined && { plain }),
    ...(likes !== undefined && { likes }),
    ...(tombstone && {
      asWritten: {
        fields: withoutAbsent({
          author,
          authorLabel: tombstone.status === "hidden" ? label : undefined,
          position: number === undefined ? undefined : String(number),
          published,
          notAfter,
          ...tombstone,
        }),
        body: "",
      },
    }),
  };
}

function withoutAbsent(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const present: Record<string, string> = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) present[key] = value;
  return present;
}

/** To the letter, where the page has its data; the words that stand for nobody's name are none. */
function nameOf(id: string, shown: string, { names }: OwnData): string | undefined {
  if (names.has(id)) return names.get(id);
  return shown === "" || isOwnWord(shown, ({ unknownAuthor }) => unknownAuthor) ? undefined : shown;
}

/** What the source calls the person; that a name is the article's author is the interface's word. */
function labelOf(header: Element | undefined): string | undefined {
  const label = header?.children.find(
    (child) =>
      child.type === "element" &&
      hasClass(child, "author-mark") &&
      !isOwnWord(lineOf(child), ({ articleAuthor }) => articleAuthor),
  );
  return lineOf(label) || undefined;
}

type Tombstone = { readonly status: (typeof STATUSES)[number]; readonly reason?: string };

/** "Ce commentaire a été retiré de l’archive. Motif : …", as the archive's own format says it. */
function readTombstone(tombstone: Element | undefined): Tombstone | undefined {
  if (tombstone === undefined) return undefined;
  const words = lineOf(tombstone);
  for (const language of LANGUAGES) {
    const { erasedComment, hiddenComment, missingComment } = language;
    const sentences = { erased: erasedComment, hidden: hiddenComment, missing: missingComment };
    const status = STATUSES.find((each) => words.startsWith(sentences[each]));
    if (status) return { status, ...readReason(words.slice(sentences[status].length), language) };
  }
  return { status: "hidden" };
}

const STATUSES = ["erased", "hidden", "missing"] as const;

/** What a header says between its elements, part by part. */
function partsOf(header: Element | undefined): string[] {
  return looseWords(header)
    .split(" · ")
    .map((part) => part.trim());
}

/** "· au plus tard le 1 mai 2024": a date that is none of the comment's. */
function readBound(header: Element | undefined, timeZone: string | undefined): string | undefined {
  const isSaid = partsOf(header).some((part) => isOwnWord(part, ({ notAfter }) => notAfter));
  const bare = (each: Element) => each.tagName === "time" && !("className" in each.properties);
  return isSaid && header ? dateOf(findFirst(header, bare), timeZone) : undefined;
}

function isEdited(header: Element | undefined): boolean {
  return partsOf(header).some((part) => isOwnWord(part, ({ edited }) => edited));
}

function likesOf(header: Element | undefined): number | undefined {
  const part = partsOf(header).find((words) => isOwnWord(words, ({ likes }) => likes(numberIn(words) ?? -1)));
  return part === undefined ? undefined : numberIn(part);
}

/** "en réponse à NAME, d’après la mention": the link says whom, the words how that is known. */
function parentOf(own: Element): SourceParent {
  const link = findFirst(own, ofClass("u-in-reply-to"));
  const [, id] = /(?:#c-|\/c\/)([a-z0-9-]+)\/?$/u.exec((link && attribute(link, "href")) ?? "") ?? [];
  if (link === undefined || id === undefined) return { kind: "article" };
  const label = findFirst(own, (each) => each.tagName === "p" && each.children.includes(link));
  const words = lineOf(label).slice(lineOf(link).length);
  const basis =
    BASES.find((each) =>
      LANGUAGES.some((language) => language.basis[each] !== "" && words.includes(language.basis[each])),
    ) ?? "explicit";
  const isUncertain = LANGUAGES.some(({ uncertain }) => words.endsWith(uncertain));
  return { kind: "post", id, basis, ...(isUncertain && basis !== "explicit" && { uncertain: true }) };
}

const BASES = ["nesting", "quote", "mention", "editor"] as const;
