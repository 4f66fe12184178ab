import { attributeOf, type Document, type Element, isElementNode, listNodes } from "./html-tree";

/** Links whose target a browser fetches for the page; the others only name it. */
const FETCHED_LINKS = new Set(["icon", "apple-touch-icon", "mask-icon", "manifest", "stylesheet"]);
const FETCHING = new Set(["img", "script", "source", "audio", "video", "track"]);

/** A page as the addresses in it see it. */
export type PagePlace = {
  /** The page's public address. */
  readonly address: URL;
  /** The archive's. */
  readonly url: URL;
};

export type PageNeeds = {
  /** Paths in the site of everything the page loads, and of everything of the site that its head names. */
  readonly paths: readonly string[];
  readonly problems: readonly string[];
};

/** What a page cannot do without: the links of its text are its readers' to follow and are not among it. */
export function findNeeds(document: Document, place: PagePlace): PageNeeds {
  const elements = listNodes(document).filter(isElementNode);
  const addresses = elements.flatMap((element) => addressesOf(element, place));
  const found = addresses.map((address) => ({ address, path: pathInSite(address, place) }));
  return {
    paths: found.flatMap(({ path }) => (path === undefined ? [] : [nameFile(path)])),
    problems: found.flatMap(({ address, path }) =>
      path === undefined ? [`it loads ${address} from elsewhere`] : [],
    ),
  };
}

function addressesOf(element: Element, place: PagePlace): string[] {
  const addresses = FETCHING.has(element.tagName)
    ? [attributeOf(element, "src"), attributeOf(element, "poster")]
    : [element.tagName === "link" && isNeeded(element, place) ? attributeOf(element, "href") : undefined];
  return addresses
    .filter((address) => address !== undefined)
    .filter((address) => !address.startsWith("data:image/"));
}

function isNeeded(link: Element, place: PagePlace): boolean {
  const isFetched = FETCHED_LINKS.has(attributeOf(link, "rel") ?? "");
  return isFetched || pathInSite(attributeOf(link, "href") ?? "", place) !== undefined;
}

/** The path in the site, without a leading slash, of an address that is of this site. */
function pathInSite(address: string, { address: page, url }: PagePlace): string | undefined {
  if (!URL.canParse(address, page)) return undefined;
  const { origin, pathname } = new URL(address, page);
  const isInside = origin === url.origin && pathname.startsWith(url.pathname);
  return isInside ? pathname.slice(url.pathname.length) : undefined;
}

/** `some-article/` -> `some-article/index.html`. */
function nameFile(path: string): string {
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}
