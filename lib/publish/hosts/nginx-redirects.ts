import { groupBy } from "../../archive/group-by";
import type { OldAddress } from "../../share/old-addresses/old-addresses";
import { isOfSite, type RedirectTarget } from "./redirects";

/** Bytes of a key; nginx itself reads request lines of 8 KB. */
const KEY_LENGTH = 2000;

/**
 * For nginx: included in its `http` block, it gives `$archived` for a request to the original site, host and query
 * included: the page here, or nothing. nginx looks a key up without regard to case, so addresses that differ by
 * nothing else and lead to different pages lead to neither.
 */
export function writeNginxRedirects(addresses: readonly OldAddress[], target: RedirectTarget): string {
  const entries = listEntries(addresses, target);
  const longest = Math.max(0, ...entries.map(({ key }) => key.length));
  const lines = entries.map(({ key, page }) => `  ${quote(key)} ${quote(page)};\n`);
  return `# Include this file in the "http" block; in the "server" block that answers for the original site:
#   if ($archived) { return 301 $archived; }
# ${entries.length} of ${addresses.length} old addresses are here: a fragment never reaches a server.
map_hash_max_size ${powerOfTwo(entries.length, 2048)};
map_hash_bucket_size ${powerOfTwo(longest + 32, 128)};
map $host $original_host {
  default $host;
  "~^www\\.(?<bare_host>.+)$" $bare_host;
}
map $original_host$request_uri $archived {
  default "";
${lines.join("")}}
`;
}

type Entry = { readonly key: string; readonly page: string };

function listEntries(addresses: readonly OldAddress[], target: RedirectTarget): Entry[] {
  const entries = addresses
    .filter((address) => !address.key.includes("#") && !leadsToItself(address, target))
    .map((address) => ({ key: keyOf(address), page: `${target.url.href}${address.archived}` }))
    .filter(({ key }) => key.length <= KEY_LENGTH);
  const groups = groupBy(entries, ({ key }) => key.toLowerCase());
  return [...groups.values()].flatMap(([first, ...others]) =>
    first && others.every(({ page }) => page === first.page) ? [first] : [],
  );
}

/** What `$original_host$request_uri` is when a browser follows the address; `$host` has no port. */
function keyOf({ original, key }: OldAddress): string {
  const { pathname, search } = new URL(original);
  return bareHost(original) + pathname + (key.includes("?") ? search : "");
}

function bareHost(address: string): string {
  return new URL(address).hostname.replace(/^www\./, "").replace(/\.$/, "");
}

/** Where the archive stands on the original site's own host, its pages come first. */
function leadsToItself({ original }: OldAddress, target: RedirectTarget): boolean {
  return bareHost(original) === bareHost(target.url.href) && isOfSite(new URL(original).pathname, target);
}

/** A string of nginx's configuration. What is in an address needs no more: it holds neither spaces nor line breaks. */
function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function powerOfTwo(atLeast: number, from: number): number {
  return from >= atLeast ? from : powerOfTwo(atLeast, 2 * from);
}
