import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFrontMatter } from "../../archive/format/front-matter";
import { isMapping } from "../../archive/format/yaml";
import { type ErasedList, parseErasedList } from "../../archive/ledgers/erased-list";
import type { SourceThread } from "../model";
import { identityKey, MEMORY, readMemory } from "./memory";
import { chooseSlug } from "./slugs";

/** What a content folder holds already, as far as names go. */
export type ContentIndex = {
  /** The folder of a thread: the one it has, or the one that it will get. */
  readonly slugFor: (thread: SourceThread) => string;
  /** Says that a folder is a thread's from now on. */
  readonly claim: (slug: string, thread: SourceThread) => void;
  readonly erased: ErasedList;
};

/** Looks through a content folder, which may not be there yet. */
export function indexContent(content: string): ContentIndex {
  const slugs = new Map<string, string>();
  const add = (identity: Identity, slug: string) => {
    slugs.set(identityKey(identity), slug);
    // One file of a forum may tell its host, and another of the same forum not.
    const hostless = hostlessKey(identity);
    if (identity.origin !== undefined && !slugs.has(hostless)) slugs.set(hostless, slug);
  };
  const find = ({ identity }: SourceThread) => {
    const { origin, ...rest } = identity;
    return (
      slugs.get(identityKey(identity)) ??
      slugs.get(origin === undefined ? hostlessKey(rest) : identityKey(rest))
    );
  };
  const taken = new Set([...listPublished(content), ...listFolders(content)]);
  for (const folder of listFolders(content)) {
    const memory = readMemory(join(content, folder));
    if (memory !== undefined) add(memory, folder);
  }
  return {
    slugFor: (thread) => find(thread) ?? nameThread(content, thread, taken),
    claim: (slug, thread) => {
      taken.add(slug);
      add(thread.identity, slug);
    },
    erased: parseErasedList(readOrEmpty(join(content, "erased.txt"))),
  };
}

type Identity = { readonly system: string; readonly origin?: string; readonly id: string };

function hostlessKey({ system, id }: Identity): string {
  return JSON.stringify([system, id]);
}

function nameThread(
  content: string,
  { identity, article }: SourceThread,
  taken: ReadonlySet<string>,
): string {
  const wanted = { own: article.slug, title: article.title, ...identity };
  const named = chooseSlug(wanted, () => false);
  if (isSameArticle(join(content, named), article.url)) return named;
  return chooseSlug(wanted, (slug) => taken.has(slug));
}

/** An article that was written by hand, or whose memory was lost, is known by its address at its source. */
function isSameArticle(folder: string, url: string | undefined): boolean {
  const file = join(folder, "article.md");
  if (url === undefined || existsSync(join(folder, MEMORY)) || !existsSync(file)) return false;
  const parsed = parseFrontMatter(readFileSync(file));
  const source = parsed.ok ? parsed.value.fields.source : undefined;
  return isMapping(source) && source.url === url;
}

function listFolders(content: string): string[] {
  if (!existsSync(content)) return [];
  return readdirSync(content, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "authors")
    .map(({ name }) => name);
}

/** Slugs that were ever published stay those articles'. */
function listPublished(content: string): string[] {
  const lines = readOrEmpty(join(content, "permalinks.txt")).split(/\r?\n/u);
  return lines.flatMap((line) => /^\/([a-z0-9-]+)\//u.exec(line)?.[1] ?? []);
}

function readOrEmpty(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
