import type { FieldProblem } from "./problem";

/** The text of UTF-8 bytes, with its byte order mark where it has one. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** A text without its byte order mark, which is no part of what it says. */
export function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, "");
}

/** What keeps bytes from being a text, the first such thing. */
export function checkEncoding(bytes: Uint8Array): FieldProblem | undefined {
  const invalid = findInvalidByte(bytes);
  if (invalid !== undefined) {
    const found = `0x${bytes[invalid]?.toString(16).padStart(2, "0")}`;
    return { field: `byte ${invalid}`, found, expected: "UTF-8" };
  }
  const nul = bytes.indexOf(0);
  return nul < 0 ? undefined : { field: `byte ${nul}`, found: "0x00", expected: "a text file, without NUL" };
}

/**
 * The offset, from 0, of the first sequence that is not UTF-8 (RFC 3629 §4: no surrogates, no overlong forms).
 * Where decoding puts U+FFFD and the file does not hold that very character, the file is at fault.
 */
function findInvalidByte(bytes: Uint8Array): number | undefined {
  const parts = decodeText(bytes).split("\ufffd");
  let offset = 0;
  for (const part of parts.slice(0, -1)) {
    offset += Buffer.byteLength(part);
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return offset;
    offset += 3;
  }
  return undefined;
}
