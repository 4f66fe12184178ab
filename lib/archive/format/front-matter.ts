import matter from "gray-matter";
import { checkEncoding, decodeText, withoutMark } from "./encoding";
import { type FieldProblem, quote } from "./problem";
import { type Fields, parseYaml, YamlRefusal } from "./yaml";

/** A file of the archive, taken apart: `body` is every character behind the closing line, to the letter. */
export type FrontMatter = { readonly fields: Fields; readonly body: string };

export type ParsedFrontMatter =
  /** `head` is what stands before the body, to the letter: head and body together are the file. */
  | { readonly ok: true; readonly value: FrontMatter; readonly head: string }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** In bytes. The longest comment a forum lets through has some 100 KB. */
export const FILE_LIMIT = 1024 * 1024;

/** In bytes. */
const FRONT_MATTER_LIMIT = 64 * 1024;

/** gray-matter looks for comments in a time that grows with the square of a run of white space. */
const WHITE_RUN = /\s{1001}/;

/** Controls that no value of front matter needs; tab, line feed and carriage return are not among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/**
 * Takes a file apart: front matter is YAML between two lines that are exactly `---`, the first being the file's first
 * line. The file is UTF-8, with or without a byte order mark, with LF or CRLF. Everything else is refused: at the first
 * fault of encoding or structure, but with every fault of the keys. The body may hold every character but NUL: texts of
 * old forums are full of control characters, and are kept to the letter.
 *
 * @param bytes the whole file
 */
export function parseFrontMatter(bytes: Uint8Array): ParsedFrontMatter {
  const encoding = checkBytes(bytes);
  if (encoding !== undefined) return { ok: false, problems: [encoding] };
  const written = decodeText(bytes);
  const text = withoutMark(written);
  const parts = splitText(text);
  if ("found" in parts) return { ok: false, problems: [parts] };
  try {
    const head = written.slice(0, written.length - parts.body.length);
    return { ok: true, value: { fields: parseFields(parts.yaml), body: parts.body }, head };
  } catch (error) {
    if (error instanceof YamlRefusal) return { ok: false, problems: error.problems };
    throw error;
  }
}

function checkBytes(bytes: Uint8Array): FieldProblem | undefined {
  if (bytes.length <= FILE_LIMIT) return checkEncoding(bytes);
  return { field: "file", found: `${bytes.length} bytes`, expected: `at most ${FILE_LIMIT}` };
}

type Parts = { readonly yaml: string; readonly body: string };

/** Finds the two lines that are exactly `---`; `yaml` keeps the line break before its first line. */
function splitText(text: string): Parts | FieldProblem {
  const malformed = checkText(text);
  if (malformed !== undefined) return malformed;
  const closing = /\r?\n---(?:\r?\n|$)/.exec(text.slice(3));
  if (closing === null) {
    return {
      field: "line 1",
      found: "front matter without an end",
      expected: 'a closing line that is exactly "---"',
    };
  }
  const yaml = text.slice(3, 3 + closing.index);
  const body = text.slice(3 + closing.index + closing[0].length);
  return checkControls(yaml) ?? checkYamlSize(yaml) ?? { yaml, body };
}

function checkText(text: string): FieldProblem | undefined {
  if (text.includes("\r") && !text.includes("\n")) {
    return {
      field: "file",
      found: "lines that end with CR alone",
      expected: "lines that end with LF or CRLF",
    };
  }
  if (/^---\r?\n/.test(text)) return undefined;
  const [first = ""] = text.split(/\r?\n/, 1);
  const found = text === "" ? "an empty file" : quote(first);
  return { field: "line 1", found, expected: 'a first line that is exactly "---"' };
}

function countLines(text: string, end: number): number {
  return text.slice(0, end).split("\n").length;
}

function checkControls(yaml: string): FieldProblem | undefined {
  const control = CONTROL.exec(yaml);
  if (control === null) return undefined;
  const field = `line ${countLines(yaml, control.index)}`;
  return { field, found: quote(control[0]), expected: "front matter without control characters" };
}

function checkYamlSize(yaml: string): FieldProblem | undefined {
  const size = Buffer.byteLength(yaml);
  if (size > FRONT_MATTER_LIMIT) {
    return { field: "front matter", found: `${size} bytes`, expected: `at most ${FRONT_MATTER_LIMIT}` };
  }
  const run = WHITE_RUN.exec(yaml);
  if (run === null) return undefined;
  const expected = "at most 1000 blank characters in a row";
  return {
    field: `line ${countLines(yaml, run.index)}`,
    found: "a longer run of blank characters",
    expected,
  };
}

/** @throws YamlRefusal */
function parseFields(yaml: string): Fields {
  // gray-matter caches, and then forgets that a file was refused, when it is called without options. Its own search for
  // the end would stop at a line that merely begins with `---`: here such a line must end, as in `splitText`.
  const { data } = matter(`---${yaml}\n---\n`, {
    language: "yaml",
    delimiters: ["---", "---\n"],
    engines: { yaml: parseYaml, json: refuseEngine, javascript: refuseEngine },
  });
  if (Object.keys(data).length > 0) return data;
  const expected = 'keys with values, such as "author: …"';
  throw new YamlRefusal([{ field: "front matter", found: "no key", expected }]);
}

/** gray-matter's `javascript` engine calls eval. */
function refuseEngine(): never {
  throw new YamlRefusal([
    { field: "line 1", found: "another language than YAML", expected: 'exactly "---"' },
  ]);
}
