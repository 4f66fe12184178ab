import { type Fields, parseYaml, YamlRefusal } from "../../../archive/format/yaml";
import { BEGINS, unescapeHeadings } from "../../../share/text-copy/grammar";

/** A part of a document: a heading of one to three signs and what stands below it. */
export type Section = {
  readonly level: 1 | 2 | 3;
  /** Of its heading, from 1. */
  readonly line: number;
  /** The heading's words, as they are written. */
  readonly heading: string;
  readonly fields: Fields;
  /** The fields as they are written, as front matter. */
  readonly yaml: string;
  /** To the letter, headings in it as their writer wrote them. */
  readonly body: string;
};

const HEADING = /^(#{1,3})[ \t]+(.*?)[ \t]*$/u;

/**
 * Takes a document apart. A list right below a heading is its fields where every item is `- key: value` with a key that is
 * known there; any other list is text.
 *
 * @param isKey which keys may stand below a heading of that level
 */
export function readSections(text: string, isKey: (key: string, level: number) => boolean): Section[] {
  const lines = text
    .replace(/^\ufeff/u, "")
    .replace(/\r\n/gu, "\n")
    .split("\n");
  const starts = lines.flatMap((line, index) => (HEADING.test(line) ? [index] : []));
  return starts.map((start, index) => {
    // The line break before a heading parts it from the text above, and is no part of either.
    const content = lines.slice(start + 1, starts[index + 1]);
    const [, signs = "#", heading = ""] = HEADING.exec(lines[start] ?? "") ?? [];
    const level = signs.length === 1 ? 1 : signs.length === 2 ? 2 : 3;
    return { level, line: start + 1, heading, ...readContent(content, (key) => isKey(key, level)) };
  });
}

function readContent(lines: readonly string[], isKey: (key: string) => boolean) {
  const start = lines[0] === "" ? 1 : 0;
  const end = lines.findIndex((line, index) => index >= start && !/^(?:- | {2})/u.test(line));
  const listed = lines.slice(start, end < 0 ? undefined : end);
  const yaml = listed.map((line) => `${line.slice(2)}\n`).join("");
  const fields = readFields(yaml, isKey);
  const rest = fields === undefined ? lines : lines.slice(start + listed.length);
  const { [BEGINS]: begins, ...kept } = fields ?? {};
  return {
    fields: kept,
    yaml: fields === undefined ? "" : withoutOwn(yaml),
    body: unescapeHeadings(rest.join("\n")),
  };
}

function readFields(yaml: string, isKey: (key: string) => boolean): Fields | undefined {
  if (yaml === "") return undefined;
  try {
    const fields = parseYaml(`\n${yaml}`);
    return Object.keys(fields).every((key) => key === BEGINS || isKey(key)) ? fields : undefined;
  } catch (error) {
    if (error instanceof YamlRefusal) return undefined;
    throw error;
  }
}

/** What says where a file lies is none of the file. */
function withoutOwn(yaml: string): string {
  return yaml.replace(new RegExp(String.raw`^(?:slug|id|${BEGINS}):.*\n`, "gmu"), "");
}
