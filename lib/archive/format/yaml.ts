import { CST, isMap, isScalar, isSeq, Lexer, LineCounter, parseDocument, type YAMLMap } from "yaml";
import { type FieldProblem, nameKey, quote } from "./problem";

/** What front matter says, with every value as the text that was written: `0123` stays `0123`. */
export type FieldValue = string | readonly FieldValue[] | Fields;

/** A mapping without a prototype, so that no key means anything but itself. */
export type Fields = { readonly [key: string]: FieldValue };

export function isList(value: FieldValue | undefined): value is readonly FieldValue[] {
  return Array.isArray(value);
}

export function isMapping(value: FieldValue | undefined): value is Fields {
  return typeof value === "object" && !isList(value);
}

/** Front matter that is refused, with every reason. */
export class YamlRefusal extends Error {
  override readonly name = "YamlRefusal";
  readonly problems: readonly FieldProblem[];

  constructor(problems: readonly FieldProblem[]) {
    super(problems.map(({ field, found }) => `${field}: ${found}`).join("; "));
    this.problems = problems;
  }
}

/** The archive's own files need three levels: a mapping in a list in a mapping. */
const NESTING = 8;

/** Keys that JavaScript, or YAML's merging, reads as more than a name. */
const MAGIC_KEYS = new Set(["__proto__", "constructor", "prototype", "<<"]);

/** What may not stand in a text: controls but for tab and line feed, and halves of surrogate pairs. */
const CONTROL = /(?![\t\n])[\p{Cc}\p{Cs}]/u;

/** YAML that means more, or less, than the text that stands there. */
const REFUSED_TOKENS = new Map([
  ["anchor", "an anchor"],
  ["alias", "an alias"],
  ["tag", "a tag"],
  ["directive-line", "a directive"],
  ["doc-start", "the start of another document"],
  ["doc-end", "the end of the document"],
]);

/**
 * Parses front matter: one mapping of YAML 1.2 in the failsafe schema (§10.1), so that every scalar is a text.
 * Refused are anchors, aliases, tags, directives, further documents, merge keys, keys given twice, and comments
 * behind a value: YAML would cut `title: Parler #1` there without a word.
 *
 * @param source what follows the opening `---`, its line break included, without control characters
 * @throws YamlRefusal and nothing else
 */
export function parseYaml(source: string): Fields {
  const refused = findRefusedToken(source);
  if (refused !== undefined) throw new YamlRefusal([refused]);
  const lines = new LineCounter();
  // Unique keys are left to `readMap`: the parser would compare each key with every other one.
  const options = { uniqueKeys: false, prettyErrors: false, lineCounter: lines };
  const { contents, errors } = parseDocument(source, { schema: "failsafe", ...options });
  const error = errors[0];
  if (error !== undefined) {
    throw new YamlRefusal([describeSyntaxError(error.message, lines.linePos(error.pos[0]).line)]);
  }
  return readRoot(contents);
}

function describeSyntaxError(message: string, line: number): FieldProblem {
  return {
    field: `line ${line}`,
    found: `a syntax error, ${quote(message)}`,
    expected: 'valid YAML; a value that holds ": " or starts with a sign stands between quotes',
  };
}

/** Where the lexer is: `open` brackets, `indicators` since the line began, and whether text stands on it. */
type Place = { line: number; open: number; indicators: number; lineIsBlank: boolean };

/**
 * Looks through the tokens before the parser does. The parser is recursive: a few thousand brackets or dashes overflow
 * its stack, and where V8 happens to compile a regular expression at that depth the whole process aborts, which
 * nothing can catch. The lexer is linear and keeps no stack.
 */
function findRefusedToken(source: string): FieldProblem | undefined {
  const place: Place = { line: 1, open: 0, indicators: 0, lineIsBlank: true };
  let previous: string | null = null;
  for (const token of new Lexer().lex(source)) {
    // A marker announces a scalar, which may look like any other token.
    const type: string | null = previous === "scalar" ? "scalar's text" : CST.tokenType(token);
    const refusal = refuseToken(type, place);
    if (refusal !== undefined) return { field: `line ${place.line}`, ...refusal };
    movePlace(place, type, token);
    previous = type;
  }
  return undefined;
}

function refuseToken(type: string | null, { open, indicators, lineIsBlank }: Place) {
  const name = REFUSED_TOKENS.get(type ?? "");
  if (name !== undefined)
    return { found: name, expected: "a text; one that starts with a sign stands between quotes" };
  if (type === "comment" && !lineIsBlank) {
    return {
      found: "a comment behind a value",
      expected: 'comments on lines of their own, and "#" between quotes',
    };
  }
  if (open + indicators > NESTING) return refuseNesting();
  return undefined;
}

function refuseNesting() {
  return { found: "values nested too deep", expected: `at most ${NESTING} levels` };
}

/** Within a line `- ? :` nest, from line to line indentation does, which the size of front matter keeps small. */
function movePlace(place: Place, type: string | null, token: string): void {
  const breaks = token.split("\n").length - 1;
  place.line += breaks;
  if (breaks > 0 || type === "comma") place.indicators = 0;
  if (type === "seq-item-ind" || type === "explicit-key-ind" || type === "map-value-ind")
    place.indicators += 1;
  if (type === "flow-seq-start" || type === "flow-map-start") place.open += 1;
  if (type === "flow-seq-end" || type === "flow-map-end") place.open = Math.max(0, place.open - 1);
  if (token.endsWith("\n")) place.lineIsBlank = true;
  else if (type !== "space" && type !== "doc-mode") place.lineIsBlank = false;
}

function readRoot(contents: unknown): Fields {
  const problems: FieldProblem[] = [];
  if (!isMap(contents)) {
    const found = isSeq(contents) ? "a list" : "a text without a key";
    throw new YamlRefusal([
      { field: "front matter", found, expected: 'keys with values, such as "author: …"' },
    ]);
  }
  const fields = readMap(contents, [], problems);
  if (problems.length > 0) throw new YamlRefusal(problems);
  return fields;
}

type Trail = readonly string[];

function readMap(map: YAMLMap, trail: Trail, problems: FieldProblem[]): Fields {
  const fields: Record<string, FieldValue> = Object.create(null);
  for (const { key, value } of map.items) {
    const name = readKey(key, trail, problems);
    if (name === undefined) continue;
    const field = [...trail, nameKey(name)];
    if (name in fields) problems.push(describeField(field, "the key a second time", "each key once"));
    else fields[name] = readValue(value, field, problems);
  }
  return fields;
}

function readKey(key: unknown, trail: Trail, problems: FieldProblem[]): string | undefined {
  if (!isScalar(key) || typeof key.value !== "string") {
    problems.push(describeField(trail, "a key that is a list or a mapping", "a key that is a word"));
    return undefined;
  }
  if (!MAGIC_KEYS.has(key.value)) return key.value;
  problems.push(describeField([...trail, key.value], "a key with a meaning of its own", "no such key"));
  return undefined;
}

function readValue(value: unknown, trail: Trail, problems: FieldProblem[]): FieldValue {
  if (trail.length > NESTING) {
    const { found, expected } = refuseNesting();
    problems.push(describeField(trail.slice(0, NESTING), found, expected));
    return "";
  }
  if (isMap(value)) return readMap(value, trail, problems);
  if (isSeq(value))
    return value.items.map((item, index) => readValue(item, [...trail, `[${index}]`], problems));
  return readText(isScalar(value) ? value.value : "", trail, problems);
}

function readText(value: unknown, trail: Trail, problems: FieldProblem[]): string {
  // A key without a value (`role:`) is an empty text, as everything else is a text.
  const text = typeof value === "string" ? value : "";
  if (CONTROL.test(text))
    problems.push(describeField(trail, quote(text), "a text without control characters"));
  return text;
}

function describeField(trail: Trail, found: string, expected: string): FieldProblem {
  return { field: trail.length === 0 ? "front matter" : joinTrail(trail), found, expected };
}

/** `["citedSources", "[1]", "name"]` as `citedSources[1].name`. */
function joinTrail(trail: Trail): string {
  return trail.join(".").replaceAll(".[", "[");
}
