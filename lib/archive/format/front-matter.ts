import matter from "gray-matter";
import { checkEncoding, decodeText, withoutMark } from "./encoding";
import { type FieldProblem, quote } from "./problem";
import { type Fields, type ParsedYaml, parseYaml, refuse } from "./yaml";

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
  const fault = checkText(text) ?? checkFrontMatter(text);
  if (fault !== undefined) return { ok: false, problems: [fault] };
  const { parsed, body } = splitAndParse(text);
  if (!parsed.ok) return parsed;
  const head = written.slice(0, written.length - body.length);
  return { ok: true, value: { fields: parsed.fields, body }, head };
}

/** gray-matter takes the text apart and has its YAML read by ours. */
function splitAndParse(text: string): { readonly parsed: ParsedYaml; readonly body: string } {
  let parsed = refuse("front matter", "no key", 'keys with values, such as "author: …"');
  const { content: body } = matter(text, {
    // gray-matter caches, and then forgets that a file was refused, when it is called without options.
    language: "yaml",
    engines: {
      yaml: (yaml) => {
        // Of the closing line's CRLF, gray-matter leaves the CR behind.
        parsed = parseYaml(yaml.replace(/\r$/, ""));
        return {};
      },
      // Its own calls eval; the first line, which alone could ask for it, is checked.
      javascript: () => ({}),
    },
  });
  return { parsed, body };
}

function checkBytes(bytes: Uint8Array): FieldProblem | undefined {
  if (bytes.length <= FILE_LIMIT) return checkEncoding(bytes);
  return { field: "file", found: `${bytes.length} bytes`, expected: `at most ${FILE_LIMIT}` };
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

/** What stands between the first line and the next one that begins with `---`, which has to be exactly that. */
function checkFrontMatter(text: string): FieldProblem | undefined {
  const [, yaml, rest] = /^---(.*?)\n---(.*)$/s.exec(text) ?? [];
  const expected = 'a closing line that is exactly "---"';
  if (yaml === undefined || rest === undefined)
    return { field: "line 1", found: "front matter without an end", expected };
  const [closing = ""] = rest.split(/\r?\n/, 1);
  if (closing !== "")
    return { field: `line ${countLines(yaml, yaml.length) + 1}`, found: quote(`---${closing}`), expected };
  return checkControls(yaml) ?? checkYamlSize(yaml);
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
