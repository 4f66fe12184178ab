import { createHash } from "node:crypto";
import { TextDecoder } from "node:util";
import { detect } from "chardet";
import type { Input, TextInput } from "./input";
import { refuseAfter } from "./refusal";

/** In bytes: enough to know a format by, and a language's letters. */
const HEAD = 64 * 1024;

/**
 * Looks a file through once, without keeping it: its digest, its encoding, its beginning.
 *
 * The encoding is what the byte order mark says; else UTF-8 where every byte agrees; else what came with it over the net, what an
 * XML declaration or a page's `meta` says;
 * else what its letters look like. Whatever was not UTF-8 is said.
 *
 * @throws SourceRefusal where it cannot be read
 */
export async function surveyInput(input: Input): Promise<TextInput> {
  try {
    const { sha256, size, head, isUtf8 } = await readThrough(input);
    const encoding = nameEncoding(head, isUtf8, input.fetched?.charset);
    return {
      name: input.name,
      size,
      sha256,
      head: new TextDecoder(encoding.label).decode(head, { stream: true }),
      ...(input.fetched && { fetched: input.fetched }),
      ...(input.beside && { beside: input.beside }),
      ...(encoding.remark && { encodingRemark: encoding.remark }),
      chunks: () => decode(input, encoding.label),
    };
  } catch (error) {
    throw refuseAfter(error, input.name, "a file that can be read");
  }
}

async function readThrough(input: Input) {
  const hash = createHash("sha256");
  const strict = new TextDecoder("utf-8", { fatal: true });
  const heads: Buffer[] = [];
  let [size, kept, isUtf8] = [0, 0, true];
  for await (const chunk of await input.open()) {
    const bytes = Buffer.from(chunk);
    hash.update(bytes);
    size += bytes.length;
    if (kept < HEAD) heads.push(bytes.subarray(0, HEAD - kept));
    kept += bytes.length;
    isUtf8 &&= decodes(strict, bytes, true);
  }
  isUtf8 &&= decodes(strict, Buffer.alloc(0), false);
  return { sha256: hash.digest("hex"), size, head: Buffer.concat(heads), isUtf8 };
}

function decodes(strict: TextDecoder, bytes: Buffer, stream: boolean): boolean {
  try {
    strict.decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

type Encoding = { readonly label: string; readonly remark?: string };

function nameEncoding(head: Buffer, isUtf8: boolean, sent: string | undefined): Encoding {
  const marked = readMark(head);
  if (marked !== undefined)
    return marked === "utf-8"
      ? { label: marked }
      : { label: marked, remark: `read as ${marked}, as its byte order mark says` };
  if (isUtf8 && !looksWide(head)) return { label: "utf-8" };
  const wide = findWide(head);
  if (wide !== undefined) return { label: wide, remark: `read as ${wide}, by its zeros` };
  const declared = supported(sent ?? "") ?? readDeclaration(head);
  if (declared !== undefined) return { label: declared, remark: `read as ${declared}, as it declares` };
  const guessed = supported(detect(head) ?? "") ?? "windows-1252";
  // An almost valid UTF-8 file is a damaged one: its broken bytes are shown as U+FFFD.
  const remark =
    guessed === "utf-8"
      ? "not everywhere UTF-8: what could not be read stands as U+FFFD"
      : `read as ${guessed}, by its letters`;
  return { label: guessed, remark };
}

function readMark(head: Buffer): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : undefined;
}

/** UTF-16 without a mark is valid UTF-8 full of NULs. */
function looksWide(head: Buffer): boolean {
  return head.subarray(0, 64).includes(0);
}

/** Of markup in UTF-16 every other byte is a NUL, the second of two where the little end comes first. */
function findWide(head: Buffer): string | undefined {
  const start = head.subarray(0, 64);
  const zeros = [0, 1].map(
    (offset) => start.filter((byte, index) => byte === 0 && index % 2 === offset).length,
  );
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < start.length / 3) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** XML 1.0 §4.3.3, WHATWG HTML §13.2.3.2; what is declared as UTF-8 and is not, is no such declaration. */
function readDeclaration(head: Buffer): string | undefined {
  const beginning = head.subarray(0, 4096).toString("latin1");
  const [, name = ""] =
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/u.exec(beginning.slice(0, 200)) ??
    /<meta\s[^>]*charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(beginning) ??
    [];
  const label = supported(name);
  return label === "utf-8" ? undefined : label;
}

function supported(label: string): string | undefined {
  try {
    return label === "" ? undefined : new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

async function* decode(input: Input, label: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(label);
  try {
    for await (const chunk of await input.open()) yield decoder.decode(Buffer.from(chunk), { stream: true });
  } catch (error) {
    throw refuseAfter(error, input.name, "a file that can be read");
  }
  yield decoder.decode();
}
