import { groupBy } from "../../archive/group-by";
import { TRACKING_NAMES, trimPath, trimQuery } from "../../share/old-addresses/normalize-address";
import type { OldAddress } from "../../share/old-addresses/old-addresses";
import { isOfSite, type RedirectTarget } from "./redirect-target";

/**
 * A request to the original site and the page that answers for it here. The key is what a host makes of the request
 * before it looks it up: the host without `www.` and port, the path with exactly one slash at its end, and the query
 * without what is in it for tracking.
 */
export type MapEntry = { readonly key: string; readonly page: string };

/** Bytes of a key; servers read request lines of 8 KB. */
const KEY_LENGTH = 2000;

/**
 * The addresses that a host can redirect: a fragment never reaches it. Each is there as it is sent by a browser that
 * follows it, and in one way of percent-encoding if that is another. A key that two pages claim leads to neither.
 *
 * @param seeKey what the host sees of a key: one that looks at no case, say, the key in small letters
 */
export function mapRequests(
  addresses: readonly OldAddress[],
  target: RedirectTarget,
  seeKey: (key: string) => string,
): MapEntry[] {
  const entries = addresses
    .filter((address) => !address.key.includes("#") && !leadsToItself(address, target))
    .flatMap((address) => {
      const page = `${target.url.href}${address.archived}`;
      return listKeys(address).map((key) => ({ key: seeKey(key), page }));
    })
    .filter(({ key }) => key.length <= KEY_LENGTH);
  return [...groupBy(entries, ({ key }) => key).values()].flatMap(([first, ...others]) =>
    first && others.every(({ page }) => page === first.page) ? [first] : [],
  );
}

function listKeys({ original, key }: OldAddress): string[] {
  const { pathname, search } = new URL(original);
  const host = bareHost(original);
  const sent = `${host}${trimPath(pathname)}/${trimQuery(search)}`;
  const normalized = host + key.replace(/^[^/?]*([^?]*)/, "$1/");
  return [...new Set([sent, normalized])];
}

function bareHost(address: string): string {
  return new URL(address).hostname.replace(/^www\.|\.$/g, "");
}

/** Where the archive stands on the original site's own host, its pages come first. */
function leadsToItself({ original }: OldAddress, target: RedirectTarget): boolean {
  return bareHost(original) === bareHost(target.url.href) && isOfSite(new URL(original).pathname, target);
}

/*
 * How a host makes a key, in regular expressions for PCRE and RE2 alike. Neither host has a loop: parameters for
 * tracking, which stand together as a rule, are taken out run by run, from so many places.
 */
export const TRACKING_RUNS = 3;

/** A host's name: `www.`, and what is kept. */
export const HOST_PATTERN = String.raw`^(?:www\.)?(.+)$`;

/** A path with its query: the path that is kept, without a slash at its end. */
export const PATH_PATTERN = String.raw`^([^?]*?)/*(?:\?.*)?$`;

/** A query that holds a run of parameters for tracking, in any case of letters: what stands before and behind it. */
export const TRACKING_PATTERN = `^((?:[^&]*&)*?)(?:(?:${TRACKING_NAMES})(?:=[^&]*)?(?:&|$))+(.*)$`;

/** A query that holds anything: what is kept of it. */
export const QUERY_PATTERN = "^&*([^&].*?)&*$";
