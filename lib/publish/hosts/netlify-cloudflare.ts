import { groupBy } from "../../archive/group-by";
import { ASSETS } from "../../print/page/assets";
import { FILE_TYPES, writeContentType } from "../../share/media-types";
import type { OldAddress } from "../../share/old-addresses/old-addresses";
import { ASSET_CACHE, commonHeaders, type Header, PAGE_CACHE, type SitePolicy } from "./headers";
import { isOfSite, type RedirectTarget } from "./redirect-target";

/**
 * `_headers`, as Netlify and Cloudflare Pages read it. Both join a header that two rules give, so pages
 * have no rule for caching: both hosts send `PAGE_CACHE` where a site says nothing.
 */
export function writeHeadersFile(policy: SitePolicy): string {
  const types = FILE_TYPES.map(
    (each): HeaderBlock => [
      `${each.of === "archive" ? "" : "*"}${each.file}`,
      [["Content-Type", writeContentType(each)], ...(each.headers ?? [])],
    ],
  );
  const blocks: HeaderBlock[] = [
    ["*", commonHeaders(policy)],
    [`${ASSETS}/*`, [["Cache-Control", ASSET_CACHE]]],
    ...types,
  ];
  const written = blocks.map(([path, headers]) => {
    const lines = headers.map(([name, value]) => `  ${name}: ${value}\n`);
    return `${policy.base}${path}\n${lines.join("")}`;
  });
  return `# Netlify and Cloudflare Pages read this file. Their own default for pages is "${PAGE_CACHE}".\n${written.join("")}`;
}

type HeaderBlock = readonly [path: string, headers: readonly Header[]];

/** Cloudflare Pages reads 2,000 rules of 1,000 characters each, and of a large file, users report, its first 100 KB. */
const RULES = 2000;
const RULE_LENGTH = 1000;
const FILE_BYTES = 98_000;

/** A path as browsers send it: not one of the host's own, and not another site's (`//x`). */
const WRITABLE = /^(?!.*\/\/)(?!\/\.netlify\/)\/(?:[\w\-.~!$&'()+,;=@/]|%[\da-f]{2})*$/i;
/** What would be a placeholder, a comment, a query or a line of its own to a host that decodes: `* : # ? \ / %` and controls. */
const AMBIGUOUS = /%(?:[01][\da-f]|2[35af]|3[af]|5c|7f)/i;

/**
 * `_redirects`, as Netlify and Cloudflare Pages read it: a rule for the path of each old address that has neither query
 * nor fragment and that no page of another article claims, whatever its host. Both hosts read the one file, and what
 * only Netlify has (queries, hosts) makes Cloudflare refuse a line, or a deployment: it is left out. A comment at the
 * top says how many addresses are.
 */
export function writeRedirectsFile(addresses: readonly OldAddress[], target: RedirectTarget): string {
  const all = listRules(addresses, target);
  const rules = cutRules(all);
  const lines = [
    "# Netlify and Cloudflare Pages read this file: paths of the original site, articles before comments.",
    `# ${rules.length} of ${addresses.length} old addresses are here; ${target.url.pathname}find/ knows all of them.`,
    ...(rules.length < all.length
      ? [`# ${all.length - rules.length} more are left out: Cloudflare Pages reads no longer file than this.`]
      : []),
    ...rules,
  ];
  return `${lines.join("\n")}\n`;
}

function listRules(addresses: readonly OldAddress[], target: RedirectTarget): string[] {
  const claims = groupBy(addresses, pathOf);
  return addresses.flatMap((address) => {
    const path = new URL(address.original).pathname;
    if (!isWritable(path) || isOfSite(path, target) || !isPlain(address)) return [];
    if (!isUncontested(address, claims.get(pathOf(address)))) return [];
    const rule = `${path} ${target.url.pathname}${address.archived} 301`;
    return rule.length <= RULE_LENGTH ? [rule] : [];
  });
}

function isWritable(path: string): boolean {
  return WRITABLE.test(path) && !AMBIGUOUS.test(path);
}

function cutRules(rules: readonly string[]): string[] {
  let bytes = 0;
  return rules.slice(0, RULES).filter((rule) => {
    bytes += rule.length + 1;
    return bytes <= FILE_BYTES;
  });
}

function isPlain({ key }: OldAddress): boolean {
  return !/[?#]/.test(key);
}

/** A wrong page is worse than none: where two hosts had different pages at one path, it leads to neither. */
function isUncontested(address: OldAddress, claims: readonly OldAddress[] = []): boolean {
  return claims.every(
    (other) => other.slug === address.slug && (!isPlain(other) || other.archived === address.archived),
  );
}

/** The normalised path, without a slash at its end: Netlify takes both for the same. */
function pathOf({ key }: OldAddress): string {
  return key.replace(/^[^/?#]*/, "").replace(/[?#].*/, "");
}
