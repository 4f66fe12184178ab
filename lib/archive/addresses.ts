/**
 * The addresses of the site. They are a contract: once published, none of them changes.
 * All are ASCII, end with a slash where they name a page, and are absolute paths that begin
 * with the base path of the archive's public address.
 */
export type Addresses = {
  readonly index: string;
  /** Leads from an address of the original site to its page here. */
  readonly find: string;
  /** Finds articles and comments by their words. */
  readonly search: string;
  article(slug: string): string;
  /** The article's comments in the order in which they were posted. */
  asPosted(slug: string): string;
  /** The comment's own page. */
  comment(slug: string, id: string): string;
  /** The comment in its thread. */
  inThread(slug: string, id: string): string;
  /** A file of the site, `icon.svg` or `some-article/picture.jpg`. */
  file(path: string): string;
  /** The same address as the public sees it, with scheme and host. */
  absolute(path: string): string;
};

/**
 * Stands for an article or a comment where there is none at all: Next refuses a route without a single page. No slug
 * and no id is like it, and what is exported for it is not published.
 */
export const NOBODY = "_";

/** The value of a comment's `id` attribute, and its fragment. */
export function anchorOf(commentId: string): string {
  return `c-${commentId}`;
}

/**
 * @param publicUrl the archive's public address, absolute, with a trailing slash
 */
export function addressesOf(publicUrl: string): Addresses {
  const { pathname, origin } = new URL(publicUrl);
  return addressesBelow(pathname, origin);
}

/**
 * The same addresses with scheme and host, for what is read elsewhere than on the site.
 *
 * @param publicUrl as for `addressesOf`
 */
export function absoluteAddressesOf(publicUrl: string): Omit<Addresses, "absolute"> {
  return addressesBelow(new URL(publicUrl).href, "");
}

function addressesBelow(base: string, origin: string): Addresses {
  return {
    index: base,
    find: `${base}find/`,
    search: `${base}search/`,
    article: (slug) => `${base}${slug}/`,
    asPosted: (slug) => `${base}${slug}/as-posted/`,
    comment: (slug, id) => `${base}${slug}/c/${id}/`,
    inThread: (slug, id) => `${base}${slug}/#${anchorOf(id)}`,
    file: (path) => `${base}${path}`,
    absolute: (path) => `${origin}${path}`,
  };
}
