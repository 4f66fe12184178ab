import { quote } from "../../archive/format/problem";
import { readText, type TextInput } from "./input";
import { type JsonPart, streamJsonParts } from "./json-stream";
import { SourceRefusal } from "./refusal";

/** Beyond this a document is read in parts. In bytes. */
const WHOLE = 64 * 1024 * 1024;

/**
 * The parts of a JSON document in their order, never more than one of a large document at a time: of a list its
 * elements; of an object the values of its keys, lists element by element, and where a file is JSON after JSON (a line
 * each) every value.
 *
 * @throws SourceRefusal where it is cut off or no JSON, behind the parts that were whole
 */
export async function* readJsonParts(input: TextInput, whole = WHOLE): AsyncGenerator<JsonPart> {
  if (input.size > whole) yield* streamJsonParts(input);
  else yield* partsOf(await parseWhole(input));
}

async function parseWhole(input: TextInput): Promise<readonly unknown[]> {
  const text = await readText(input);
  try {
    return [JSON.parse(text)];
  } catch (error) {
    return parseLines(text) ?? refuseJson(input, text, error);
  }
}

/** JSON Lines: as many values as lines, and at least two. */
function parseLines(text: string): readonly unknown[] | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2) return undefined;
  try {
    return lines.map((line) => JSON.parse(line));
  } catch {
    return undefined;
  }
}

function refuseJson(input: TextInput, text: string, error: unknown): never {
  const message = error instanceof Error ? error.message : "";
  const [, at] = /position (\d+)/u.exec(message) ?? [];
  const isCut =
    /end of JSON|Unterminated|Expected .* after .* at position/u.test(message) &&
    Number(at ?? text.length) >= text.trimEnd().length - 1;
  const place = at === undefined ? text.length : Number(at);
  const line = text.slice(0, place).split("\n").length;
  const found =
    isCut || place >= text.trimEnd().length ? "the end of the file" : quote(text.slice(place, place + 20));
  throw new SourceRefusal(input.name, `line ${line}`, found, "JSON that is whole");
}

function* partsOf(documents: readonly unknown[]): Generator<JsonPart> {
  for (const document of documents) {
    if (Array.isArray(document)) for (const value of document) yield { value };
    else if (documents.length > 1 || typeof document !== "object" || document === null)
      yield { value: document };
    else yield* partsOfObject(document);
  }
}

function* partsOfObject(object: object): Generator<JsonPart> {
  for (const [key, value] of Object.entries(object)) {
    if (Array.isArray(value)) for (const element of value) yield { key, value: element };
    else yield { key, value };
  }
}
