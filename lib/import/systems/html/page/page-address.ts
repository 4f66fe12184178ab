/** Query parameters that turn a thread's pages, and ones that say nothing of what is shown. */
const PAGE_KEYS = ["page", "cpage", "paged", "start", "st", "offset"];
const NOISE = /^(?:utm_\w+|fbclid|gclid|replytocom|sid|print|highlight|ref|sort)$/u;

const PAGE_PATH = /\/(?:page-|comment-page-|page\/)(\d+)(?=\/|$)/u;

/** An address without its scheme, its fragment and the part that turns pages: the same for each page of a thread. */
export function threadAddress(address: string): string {
  const url = new URL(address);
  for (const key of [...url.searchParams.keys()])
    if (PAGE_KEYS.includes(key) || NOISE.test(key)) url.searchParams.delete(key);
  url.searchParams.sort();
  const path = url.pathname
    .replace(PAGE_PATH, "")
    .replace(/\/(?:index|print)(?:\.html?|\.php)?$/u, "")
    .replace(/\.html?$/u, "")
    .replace(/\/+$/u, "");
  return `${url.host.replace(/^www\./u, "")}${path}${url.search}`;
}

/** Which page of a thread an address names: 1 where it names none; of offsets the number is the offset. */
export function pageNumber(address: string): number {
  const url = new URL(address);
  const [, path] = PAGE_PATH.exec(url.pathname) ?? [];
  const key = PAGE_KEYS.find((each) => /^\d+$/u.test(url.searchParams.get(each) ?? ""));
  return Number(path ?? (key && url.searchParams.get(key)) ?? 1) || 1;
}

/** An address on a page as a whole one; `undefined` where it is none of the web's. */
export function resolve(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return /^https?:$/u.test(url.protocol) ? url.href : undefined;
}
