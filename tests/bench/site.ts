import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a finished site consists of. */
export type SiteSize = {
  /** Its HTML files. */
  readonly pages: number;
  readonly files: number;
  /** Of all files, without what a file system adds. */
  readonly bytes: number;
};

export function sizeSite(folder: string): SiteSize {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return {
    pages: files.filter(({ name }) => name.endsWith(".html")).length,
    files: files.length,
    bytes: files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0),
  };
}
