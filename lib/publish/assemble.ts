import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ArchiveSettings } from "../archive/model";
import type { OldAddress } from "../share/old-addresses/old-addresses";
import { assetOf, type HashedFile } from "./assets";
import { SEAL, sealFolder } from "./checksums";
import { compressFolder } from "./compress";
import { type ExpectedFiles, placeInSite } from "./expected-files";
import { type SitePolicy, writeCaddySnippet, writeHeadersFile, writeNginxSnippet } from "./headers";
import { listFolder } from "./list-files";
import { writeNginxRedirects } from "./nginx-redirects";
import { publishPage } from "./page";
import type { PagePlan } from "./page-plan";
import type { PageSource } from "./page-source";
import { type RedirectTarget, writeRedirectsFile } from "./redirects";
import { type PlacedStyle, problemOfStyle } from "./styles";

/** The scripts in `public/` that a page may name. */
const READER_SCRIPTS = ["reader.js", "find.js"];

/** Where everything comes from. Folders are absolute paths. */
export type Materials = {
  /** The archive's public address. */
  readonly url: URL;
  readonly indexing?: ArchiveSettings["indexing"];
  /** Next's export. */
  readonly exported: string;
  /** The content folder, for its pictures. */
  readonly content: string;
  readonly expected: ExpectedFiles;
  /** What a page was made of, to be named where it is refused. */
  readonly sourceOf: PageSource;
  /** Addresses of the original site. */
  readonly oldAddresses: readonly OldAddress[];
  readonly precompress: boolean;
};

/** Writes the whole site into an empty folder; gives back what is wrong, a line each, and is then not complete. */
export function assembleSite(site: string, materials: Materials): string[] {
  const { exported, content, expected } = materials;
  const plan = planPages(materials);
  const { styles, problems } = writePages(site, materials, plan);
  if (problems.length > 0) return problems;
  for (const path of listCopies(expected, plan))
    writeFile(site, placeInSite(path), readFileSync(join(exported, path)));
  for (const path of expected.pictures) writeFile(site, path, readFileSync(join(content, path)));
  for (const file of listAssets(plan, styles)) writeFile(site, file.path, file.content);
  writeHostFiles(site, { ...policyOf(plan, styles), indexing: materials.indexing }, materials.precompress);
  const target = { url: materials.url, published: [...listPublished(expected, plan, styles), ...HOST_FILES] };
  writeRedirects(site, materials.oldAddresses, target);
  if (materials.precompress) compressFolder(site);
  sealFolder(site);
  return [];
}

function planPages({ url, exported }: Materials): PagePlan {
  const { files } = listFolder(exported);
  const read = (path: string) => readFileSync(join(exported, path));
  const stylesheets = files.filter((path) => path.startsWith("_next/") && path.endsWith(".css"));
  const scripts = files.filter((path) => READER_SCRIPTS.includes(path));
  return {
    url,
    stylesheets: new Map(stylesheets.map((path) => [path, read(path).toString("utf8").trim()])),
    scripts: new Map(scripts.map((path) => [path, assetOf(path, read(path))])),
  };
}

function writePages(site: string, { exported, expected, sourceOf }: Materials, plan: PagePlan) {
  const styles = new Map<string, PlacedStyle>();
  const problems = [...plan.stylesheets.values()].flatMap((css) => problemOfStyle(css) ?? []);
  const needs = new Map<string, string>();
  for (const path of expected.pages) {
    const address = new URL(path.replace(/index\.html$/u, ""), plan.url);
    const page = publishPage(readFileSync(join(exported, path), "utf8"), { address, plan });
    const named = namePage(path, sourceOf);
    problems.push(...page.problems.map((problem) => `${named}: ${problem}`));
    if (page.style) styles.set(nameStyle(page.style), page.style);
    for (const need of page.needs) needs.set(need, needs.get(need) ?? named);
    writeFile(site, path, page.html);
  }
  problems.push(...findUnmet(needs, listPublished(expected, plan, [...styles.values()])));
  return { styles: [...styles.values()], problems };
}

/** `art/c/2/index.html, made from content/art/comments/2.md` */
function namePage(path: string, sourceOf: PageSource): string {
  const source = sourceOf(path);
  return source === undefined ? path : `${path}, made from ${source}`;
}

function nameStyle(style: PlacedStyle): string {
  return style.place === "page" ? style.hash : style.file.path;
}

/** A line for each file that a page loads or names and that the site does not have. */
function findUnmet(needs: ReadonlyMap<string, string>, published: readonly string[]): string[] {
  const there = new Set(published);
  const unmet = [...needs].filter(([need]) => !there.has(need));
  return unmet.map(([need, page]) => `${page}: it needs ${need}, which is not in the site`);
}

function listPublished(expected: ExpectedFiles, plan: PagePlan, styles: readonly PlacedStyle[]): string[] {
  const assets = listAssets(plan, styles).map(({ path }) => path);
  return [...expected.pages, ...expected.pictures, ...listCopies(expected, plan).map(placeInSite), ...assets];
}

/** Scripts are published under their hashed names only. */
function listCopies({ copies }: ExpectedFiles, { scripts }: PagePlan): string[] {
  return copies.filter((path) => !scripts.has(path));
}

function listAssets({ scripts }: PagePlan, styles: readonly PlacedStyle[]): HashedFile[] {
  return [...scripts.values(), ...styles.flatMap((style) => (style.place === "file" ? [style.file] : []))];
}

function policyOf({ url, scripts }: PagePlan, styles: readonly PlacedStyle[]): SitePolicy {
  return {
    base: url.pathname,
    scripts: [...scripts.values()].map(({ integrity }) => integrity),
    styles: styles.flatMap((style) => (style.place === "page" ? [style.hash] : [])),
    sharedStyle: styles.some(({ place }) => place === "file"),
    fetches: ["connect-src", "manifest-src"],
  };
}

/** What hosts read, and the seal. Articles cannot have these addresses: a slug is in lower case and begins with no `_`. */
const HOST_FILES = [
  "_headers",
  "_redirects",
  "_hosting/nginx.conf",
  "_hosting/nginx-redirects.conf",
  "_hosting/Caddyfile",
  SEAL,
];

function writeHostFiles(site: string, policy: SitePolicy, precompressed: boolean): void {
  writeFile(site, "_headers", writeHeadersFile(policy));
  writeFile(site, "_hosting/nginx.conf", writeNginxSnippet(policy, precompressed));
  writeFile(site, "_hosting/Caddyfile", writeCaddySnippet(policy, precompressed));
}

function writeRedirects(site: string, addresses: readonly OldAddress[], target: RedirectTarget): void {
  writeFile(site, "_redirects", writeRedirectsFile(addresses, target));
  writeFile(site, "_hosting/nginx-redirects.conf", writeNginxRedirects(addresses, target));
}

function writeFile(site: string, path: string, content: string | Uint8Array): void {
  const target = join(site, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}
