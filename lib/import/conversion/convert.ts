import type { Root } from "hast";
import { FILE_LIMIT } from "../../archive/format/front-matter";
import type { SourceBody } from "../model";
import { contentOf } from "./hast";
import { parseHtml } from "./parse-html";
import type { Setting } from "./preparation/preparation";
import { prepare } from "./preparation/prepare";
import { cleanText, type StrayCharacters } from "./stray-characters";
import { findAddresses, stripTags } from "./strip-tags";
import { escapeMarkdown, type Voice, writeMarkdown } from "./to-markdown";
import { findLoss, type Loss } from "./verify";
import { readVisible, type Visible } from "./visible";

/** A body as the archive keeps it. */
export type Converted = {
  /** Without blanks at its ends; empty where the source's readers saw nothing. */
  readonly text: string;
  readonly format: "markdown" | "plain";
  /** Why the text is not the Markdown that its markup would have made. */
  readonly fallback?: string;
  /** The words that the source's readers saw, for whoever looks for names in them. */
  readonly words: string;
  readonly stray: StrayCharacters;
};

/** A text of the archive is one file, beside its front matter. In bytes. */
const LONGEST = FILE_LIMIT - 70 * 1024;

/**
 * Makes a source's body what the archive keeps, and proves it: the result, rendered as the pages do, has every letter and
 * link of the source in their order. Markup that does not come back whole gives way to plain words that do.
 *
 * @returns `undefined` for a text that no file of the archive may hold
 */
export function convertBody(
  body: SourceBody,
  voice: Voice,
  fileAt?: Setting["fileAt"],
): Converted | undefined {
  const { text, stray } = cleanText(body.text);
  const converted = convertClean({ ...body, text }, voice, fileAt);
  return Buffer.byteLength(converted.text) > LONGEST ? undefined : { ...converted, stray };
}

type Clean = Omit<Converted, "stray">;

function convertClean(body: SourceBody, voice: Voice, fileAt: Setting["fileAt"]): Clean {
  if (body.format === "markdown") return convertMarkdown(body.text, voice);
  if (body.format === "literal") {
    const text = trimLines(body.text);
    return { text, format: "plain", words: text };
  }
  if (body.format === "plain") return convertPlain({ text: body.text, links: [] }, voice);
  const tree = parseHtml(body.text);
  if (tree === undefined) {
    return convertPlain(stripHtml(body), voice, "the markup is longer or deeper than the archive reads");
  }
  try {
    return convertHtml(
      tree,
      { ...(body.baseUrl !== undefined && { baseUrl: body.baseUrl }), ...(fileAt && { fileAt }) },
      voice,
    );
  } catch (error) {
    // Whatever a library makes of hostile markup, its words are kept.
    const why = error instanceof Error ? error.message : "an error";
    return convertPlain(stripHtml(body), voice, `the markup could not be read, ${why}`);
  }
}

function stripHtml({ text, baseUrl }: SourceBody): Visible {
  return { text: stripTags(text), links: findAddresses(text, baseUrl) };
}

function convertHtml(tree: Root, setting: Setting, voice: Voice): Clean {
  const nodes = contentOf(tree.children);
  const seen = readVisible(nodes, setting.baseUrl);
  // What came along is linked by its name: its address is none that could be lost.
  const visible = { ...seen, links: seen.links.filter((link) => setting.fileAt?.(link) === undefined) };
  const markdown = writeMarkdown(prepare(nodes, setting), voice);
  const loss = findLoss(visible, markdown, voice);
  if (loss === undefined) return { text: markdown, format: "markdown", words: visible.text };
  return convertPlain(visible, voice, describeLoss(loss));
}

/** Words that are Markdown by the source's own account stay as they were typed. */
function convertMarkdown(markdown: string, voice: Voice): Clean {
  const text = trimLines(markdown);
  const loss = findLoss({ text: "", links: [] }, text, voice);
  return loss === undefined
    ? { text, format: "markdown", words: text }
    : convertPlain({ text, links: [] }, voice, describeLoss(loss));
}

/** First as Markdown in which every sign is escaped, and the links stand below the words; then as it is. */
function convertPlain({ text, links }: Visible, voice: Voice, fallback?: string): Clean {
  const words = trimLines(text).replace(/\n{3,}/gu, "\n\n");
  const addresses = [...new Set(links)];
  const reason = fallback === undefined ? {} : { fallback };
  const escaped = [escapeMarkdown(words, voice), addresses.map((address) => `<${address}>`).join("\n")];
  const markdown = escaped.filter((part) => part !== "").join("\n\n");
  if (findLoss({ text: words, links }, markdown, voice) === undefined)
    return { text: markdown, format: "markdown", words, ...reason };
  const whole = [words, ...addresses].filter((part) => part !== "").join("\n\n");
  return { text: whole, format: "plain", words, ...reason };
}

function describeLoss({ kind, first }: Loss): string {
  const what = kind === "letters" ? "its words" : "a link";
  return `as Markdown ${what} would be lost, from ${JSON.stringify(first)} on`;
}

/** Without empty lines at its ends; the first line keeps its indentation, which Markdown reads. */
function trimLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/u, "").trimEnd();
}
