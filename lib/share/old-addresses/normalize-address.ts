/**
 * The names of parameters that links gain when they are shared or counted, and that no page needs to be found: a
 * regular expression without anchors, in any case of letters, for hosts as well (PCRE, RE2).
 */
export const TRACKING_NAMES = String.raw`utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|xtor`;

const TRACKING = new RegExp(`^(?:${TRACKING_NAMES})(?:=|$)`, "i");

/** Signs that mean the same encoded or not, or that browsers and tools encode or not as they like. */
const PLAIN = /[\w.~!'()*,:@^|-]/;

/**
 * One key for the ways in which people write the address of one page: `example.org/path?query#fragment`, without
 * scheme, `www.`, default port, final slash, tracking parameters and text directive, and with one way of
 * percent-encoding (RFC 3986 §6.2.2). Anything else differs: the case of a path, the order of parameters.
 *
 * `public/find.js` does the same with what a reader writes; a test holds both against one table.
 *
 * @param unsafe an http or https address; the scheme may be missing
 * @returns printable ASCII; `undefined` for what cannot be read as such an address
 */
export function normalizeAddress(unsafe: string): string | undefined {
  const written = unsafe.trim();
  const address = /^https?:\/\//i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(address)) return undefined;
  const { host, pathname, search, hash } = new URL(address);
  // Chromium takes two words for a host.
  if (!/^[\w.:[\]-]+$/.test(host)) return undefined;
  const fragment = hash.slice(1).replace(/:~:.*/, "");
  const path = trimPath(pathname) + trimQuery(search) + (fragment && `#${fragment}`);
  return host.replace(/^www\.|\.?(:80|:443)?$/g, "") + normalizeEncoding(path);
}

export function trimPath(pathname: string): string {
  return pathname.replace(/\/+$/, "");
}

/**
 * @param search a query with its `?`, or nothing
 * @returns the same without what is in it for tracking
 */
export function trimQuery(search: string): string {
  const parameters = search.slice(1).split("&");
  const kept = parameters.filter((parameter) => parameter !== "" && !TRACKING.test(parameter));
  return kept.length > 0 ? `?${kept.join("&")}` : "";
}

function normalizeEncoding(part: string): string {
  return part.replace(/%[\da-f]{2}/gi, (code) => {
    const sign = String.fromCharCode(Number(code.replace("%", "0x")));
    return PLAIN.test(sign) ? sign : code.toUpperCase();
  });
}

/** The key or address of the page alone: a fragment never reaches a server. */
export function withoutFragment(key: string): string {
  return key.replace(/#.*/, "");
}
