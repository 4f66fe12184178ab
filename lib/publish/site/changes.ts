import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SiteFile } from "./assemble-site";
import { readSeal, SEAL } from "./checksums";

/** What a build made of the site that was there before: how many pages are new, changed and gone. */
export type Changes = {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
};

/** The digests of the site that is there now, by path; none where there is none. */
export function readEarlierSeal(out: string): ReadonlyMap<string, string> {
  const seal = join(out, SEAL);
  return existsSync(seal) ? readSeal(readFileSync(seal, "utf8")).digests : new Map();
}

export function compareSites(earlier: ReadonlyMap<string, string>, files: readonly SiteFile[]): Changes {
  const pages = files.filter(({ path }) => isPage(path));
  const present = new Set(pages.map(({ path }) => path));
  return {
    added: pages.filter(({ path }) => !earlier.has(path)).length,
    changed: pages.filter(({ path, digest }) => (earlier.get(path) ?? digest) !== digest).length,
    removed: [...earlier.keys()].filter((path) => isPage(path) && !present.has(path)).length,
  };
}

export function formatChanges({ added, changed, removed }: Changes): string {
  return `${added} pages new, ${changed} changed, ${removed} gone`;
}

function isPage(path: string): boolean {
  return path.endsWith(".html");
}
