import { createHash } from "node:crypto";

/** One file of the archive, by its path from the content folder (POSIX) and its bytes. */
export type Fingerprint = { readonly path: string; readonly size: number; readonly hash: string };

export function fingerprint(path: string, bytes: Uint8Array): Fingerprint {
  return { path, size: bytes.length, hash: createHash("sha256").update(bytes).digest("hex") };
}

/**
 * SHA-256 (64 hexadecimal digits) over the files' paths, sizes and hashes, in the order of their paths by code unit: the
 * same wherever the content folder lies and however its files were read.
 */
export function digestFiles(files: readonly Fingerprint[]): string {
  const digest = createHash("sha256");
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, size, hash } of sorted) digest.update(`${path}\0${size}\0${hash}\0`);
  return digest.digest("hex");
}
