import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** SHA-256 (FIPS 180-4): 64 hexadecimal digits, or the base64 that CSP and integrity attributes use. */
export function digestOf(content: string | Uint8Array, encoding: "hex" | "base64" = "hex"): string {
  return createHash("sha256").update(content).digest(encoding);
}

/** `sha256-…`, as CSP and `integrity` write it. */
export function integrityOf(content: string | Uint8Array): string {
  return `sha256-${digestOf(content, "base64")}`;
}

/** Quality 11; the same bytes for the same content. */
export function brotli(content: Uint8Array): Buffer {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return brotliCompressSync(content, { params });
}

/** Level 9. Node writes a modification time of 0, so the bytes are the same at any hour. */
export function gzip(content: Uint8Array): Buffer {
  return gzipSync(content, { level: 9 });
}

export function brotliSize(content: Uint8Array): number {
  return brotli(content).length;
}
