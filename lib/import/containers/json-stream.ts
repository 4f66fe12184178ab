import { Readable } from "node:stream";
import Assembler from "stream-json/assembler.js";
import parser, { type Token } from "stream-json/parser.js";
import type { TextInput } from "./input";
import { refuseAfter } from "./refusal";

/** A value of a document: an element of its list, or of a list under a key, or what stands under a key. */
export type JsonPart = { readonly key?: string; readonly value: unknown };

/** As `readJsonParts`, with no more than one part in memory. */
export async function* streamJsonParts(input: TextInput): AsyncGenerator<JsonPart> {
  const tokens = parser.asStream({ streamValues: false, jsonStreaming: true });
  const source = Readable.from(input.chunks());
  source.on("error", (error) => tokens.destroy(error));
  try {
    const assembly = new PartAssembly();
    for await (const token of source.pipe(tokens)) {
      const part = assembly.take(token);
      if (part !== undefined) yield part;
    }
  } catch (error) {
    throw refuseAfter(error, input.name, "JSON that is whole");
  }
}

/**
 * Puts tokens together to parts. Open around a part are at most the document (a list or an object) and, in an object, a
 * list under a key: those are never put together themselves.
 */
class PartAssembly {
  #around: ("list" | "object")[] = [];
  #key: string | undefined;
  #assembler: Assembler | undefined;

  take(token: Token): JsonPart | undefined {
    if (this.#assembler !== undefined) return this.#continue(token);
    if (token.name === "keyValue") this.#key = token.value;
    else if (token.name === "endArray" || token.name === "endObject") this.#around.pop();
    else if (this.#opensSurroundings(token))
      this.#around.push(token.name === "startArray" ? "list" : "object");
    else return this.#begin(token);
    return undefined;
  }

  #opensSurroundings({ name }: Token): boolean {
    if (this.#around.length === 0) return name === "startArray" || name === "startObject";
    return this.#around.length === 1 && this.#around[0] === "object" && name === "startArray";
  }

  #begin(token: Token): JsonPart | undefined {
    this.#assembler = new Assembler();
    return this.#continue(token);
  }

  #continue(token: Token): JsonPart | undefined {
    const assembler = this.#assembler;
    assembler?.consume(token);
    if (assembler === undefined || !assembler.done) return undefined;
    this.#assembler = undefined;
    const isKeyed = this.#around[0] === "object";
    return { ...(isKeyed && { key: this.#key }), value: assembler.current };
  }
}
