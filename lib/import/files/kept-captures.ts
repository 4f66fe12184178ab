import {
  copyFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { KEPT_CAPTURES, keptCapture } from "../../archive/format/names";
import type { Input } from "../containers/input";
import type { Capture } from "../model";

/**
 * The captures that an import was told to keep (`--keep`), byte for byte, until it is known whose they are. A page is named
 * by the SHA-256 that its article states. They are published only where `archive.md` says so.
 */
export class CaptureShelf {
  readonly #folder = mkdtempSync(join(tmpdir(), "verbatim-captures-"));

  async take(input: Input, sha256: string): Promise<void> {
    const path = join(this.#folder, sha256);
    if (!existsSync(path)) await pipeline(await input.open(), createWriteStream(path));
  }

  /** Lays the captures of an article beside it; what lies there already stays. */
  place(folder: string, captures: readonly Capture[]): void {
    if (!existsSync(folder)) return;
    for (const { sha256 } of captures) {
      const [from, to] = [join(this.#folder, sha256), join(folder, keptCapture(sha256))];
      if (!existsSync(from) || existsSync(to)) continue;
      mkdirSync(join(folder, KEPT_CAPTURES), { recursive: true });
      copyFileSync(from, to);
    }
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** How many captures lie beside an article. */
export function countKept(folder: string): number {
  const kept = join(folder, KEPT_CAPTURES);
  return existsSync(kept) ? readdirSync(kept).filter((name) => name.endsWith(".html")).length : 0;
}
