import type { Element } from "hast";
import { isTimeZone } from "../../../../../archive/format/values";
import type { Fields } from "../../../../../archive/format/yaml";
import type { Capture } from "../../../../model";
import { dateOf } from "../../page/dates";
import { findFirst, lineOf } from "../../page/page-tree";
import type { SavedPage } from "../../page/saved-page";
import { findWithin, LANGUAGES, unspace } from "./own-words";

export type Provenance = {
  /** What the archive's own format has a key for. */
  readonly stated: Fields;
  readonly captured?: string;
  /** What the article was imported from before. */
  readonly captures: readonly Capture[];
};

/** What the note of provenance says. */
export function readProvenance({ tree, timeZone }: SavedPage): Provenance {
  const note = tree.withId("provenance");
  const paragraphs = (note?.children ?? []).flatMap((child) =>
    child.type === "element" && child.tagName === "p" ? [child] : [],
  );
  const words = lineOf(note);
  const zone = [findWithin(words, ({ timesOf }) => timesOf) ?? ""].find(isTimeZone);
  const isDetected = LANGUAGES.some(({ detectedLanguage }) => words.includes(detectedLanguage));
  const { captured, leftOut } = readCaptureNote(paragraphs, timeZone);
  return {
    stated: {
      ...(isDetected && { languageBasis: "detected" }),
      ...(zone !== undefined && { timeZone: zone }),
      ...(leftOut !== undefined && { leftOut }),
    },
    ...(captured !== undefined && { captured }),
    captures: paragraphs.flatMap(readCapture),
  };
}

/** "Capturé le 1 février 2021. Laissé de côté : … La langue a été reconnue par un programme." */
function readCaptureNote(
  paragraphs: readonly Element[],
  timeZone: string | undefined,
): { readonly captured?: string; readonly leftOut?: string } {
  for (const language of LANGUAGES) {
    const note = paragraphs.find((each) =>
      [language.capturedOn, language.captureUndated].some((words) => lineOf(each).startsWith(words)),
    );
    if (note === undefined) continue;
    const line = lineOf(note).replace(language.detectedLanguage, "").trim();
    const time = findFirst(note, ({ tagName }) => tagName === "time");
    const captured = line.startsWith(language.capturedOn) ? dateOf(time, timeZone) : undefined;
    const leftOut = findWithin(line, () => language.leftOut);
    return { ...(captured && { captured }), ...(leftOut && { leftOut: unspace(leftOut) }) };
  }
  return {};
}

/** "Importé de page.html, SHA-256 …" */
function readCapture(paragraph: Element): Capture[] {
  if (!LANGUAGES.some(({ importedFrom }) => lineOf(paragraph).startsWith(importedFrom))) return [];
  const file = lineOf(findFirst(paragraph, ({ tagName }) => tagName === "bdi"));
  const sha256 = lineOf(findFirst(paragraph, ({ tagName }) => tagName === "code"));
  return file !== "" && /^[0-9a-f]{64}$/u.test(sha256) ? [{ file, sha256 }] : [];
}
