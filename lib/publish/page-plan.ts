import type { HashedFile } from "./assets";

/** What all pages of a site have in common. */
export type PagePlan = {
  /** The archive's public address. */
  readonly url: URL;
  /** Next's stylesheets by their path in the export, `_next/static/chunks/x.css`. */
  readonly stylesheets: ReadonlyMap<string, string>;
  /** The scripts a reader may receive, by their path in the site: `reader.fr.js`. */
  readonly scripts: ReadonlyMap<string, HashedFile>;
};

/** A page as the addresses in it see it. */
export type PagePlace = {
  /** The page's public address. */
  readonly address: URL;
  readonly plan: PagePlan;
};

/** The path in the site, without a leading slash, of an address that is of this site. */
export function pathInSite(address: string, { address: page, plan: { url } }: PagePlace): string | undefined {
  if (!URL.canParse(address, page)) return undefined;
  const { origin, pathname } = new URL(address, page);
  const isInside = origin === url.origin && pathname.startsWith(url.pathname);
  return isInside ? pathname.slice(url.pathname.length) : undefined;
}

/** `_next/…` for an address of Next's own files, which Next writes with or without the base path. */
export function pathOfNext(address: string, place: PagePlace): string | undefined {
  const path = pathInSite(address, place) ?? address.replace(/^\//u, "");
  return path.startsWith("_next/") ? path : undefined;
}

/** The address that a page writes for a file of the site. */
export function addressOfFile({ path }: HashedFile, { url }: PagePlan): string {
  return `${url.pathname}${path}`;
}
