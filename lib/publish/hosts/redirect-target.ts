import { indexOnce } from "../../archive/index-once";

/** The site that old addresses lead to; it does not change. */
export type RedirectTarget = {
  /** The archive's public address. */
  readonly url: URL;
  /** Paths of everything that the site has: no old address may stand before one of them. */
  readonly published: readonly string[];
};

/** Whether a path of the archive's host leads to something that the site has. */
export function isOfSite(path: string, target: RedirectTarget): boolean {
  return foldPath(path).some((form) => ownPaths(target).has(form));
}

const ownPaths = indexOnce(
  ({ url, published }: RedirectTarget) =>
    new Set(published.flatMap((path) => foldPath(`${url.pathname}${path}`))),
);

/**
 * Forms of a path in which hosts may take it for one of the site's: they decode, ignore case and final slashes, and
 * leave out `index.html` and `.html`.
 */
function foldPath(path: string): string[] {
  const folded = decode(path).toLowerCase().replace(/\/+$/, "");
  return [folded, folded.replace(/(?:\/index)?\.html$/, "")];
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
