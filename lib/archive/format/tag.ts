import { isDate } from "../moment";

export const TAG_EXPECTED = "an authority and a date (RFC 4151), such as example.org,2021";

/** The date of an archive that names none, the year of this format. It never changes, since identifiers hold it. */
const DEFAULT_DATE = "2026";

const NAME = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
const AUTHORITY = String.raw`(?:[A-Za-z0-9._-]+@)?${NAME}(?:\.${NAME})*`;
const DATE = String.raw`(?<date>\d{4}(?:-\d{2}(?:-\d{2})?)?)`;
const SPECIFIC = "(?<specific>(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)";

const TAG = new RegExp(`^${AUTHORITY},${DATE}(?::${SPECIFIC})?$`);

/**
 * What begins every identifier of an archive behind `tag:` (RFC 4151 §2.1): who names things, a date on which that name
 * was theirs, and a path that ends with a slash.
 *
 * @param unsafe `example.org,2021`, or with a path, `example.org,2021-05:/archive/`
 * @returns `example.org,2021:/`; nothing where it is no such beginning
 */
export function readTag(unsafe: string): string | undefined {
  const { date, specific } = TAG.exec(unsafe)?.groups ?? {};
  if (date === undefined || !isDate(`${date}-01-01`.slice(0, 10))) return undefined;
  if (specific === undefined) return `${unsafe}:/`;
  return specific.endsWith("/") ? unsafe : `${unsafe}/`;
}

/**
 * What an archive gets that names nothing: host and path of its address.
 *
 * @param url the archive's public address, as its settings state it
 * @returns nothing where the host cannot be an authority: an IPv6 address, a name with an underscore
 */
export function defaultTag(url: string): string | undefined {
  const { hostname, pathname } = new URL(url);
  return readTag(`${hostname},${DEFAULT_DATE}:${pathname}`);
}
