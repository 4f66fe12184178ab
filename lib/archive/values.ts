/** What a text of front matter may be. Each function says whether an unsafe text is one, and changes nothing. */

const DATE = String.raw`\d{4}-\d{2}-\d{2}`;
const CLOCK = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?`;
/** Clocks on Earth differ from UTC by up to 14 hours. */
const OFFSET = String.raw`(?:Z|[+-](?:0\d:[0-5]\d|1[0-3]:[0-5]\d|14:00))`;

const PLAIN_DATE = new RegExp(`^${DATE}$`);
const INSTANT = new RegExp(`^${DATE}T${CLOCK}${OFFSET}$`);

/** A day that was or will be, `2021-01-15` (ISO 8601, Gregorian). */
export function isDate(text: string): boolean {
  if (!PLAIN_DATE.test(text)) return false;
  // Where a day does not exist, `Date` moves on to one that does.
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A date and time with offset, `2021-01-15T09:00:00+01:00` (ISO 8601, extended form; seconds may be left out). */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && isDate(text.slice(0, 10));
}

/** An IANA time zone that this machine knows, `Europe/Paris`. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

const LANGUAGES = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** The canonical form of a well-formed tag (BCP 47) whose language has a name, `fr-CA` for `fr-ca`. */
export function readLanguage(text: string): string | undefined {
  try {
    const [tag = ""] = Intl.getCanonicalLocales(text);
    const [language = ""] = tag.split("-", 1);
    return LANGUAGES.of(language) === undefined ? undefined : tag;
  } catch {
    return undefined;
  }
}

/** An absolute http or https address without a password in it. */
export function isWebAddress(text: string): boolean {
  // The parser of URLs is lenient: it drops line breaks and takes `https:\\x` and `https:x` for addresses.
  if (!/^https?:\/\/[^\s/\\?#\p{C}][^\s\\\p{C}]*$/iu.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}

/** A web address that others can be appended to. */
export function isPublicAddress(text: string): boolean {
  return isWebAddress(text) && !/[?#]/.test(text);
}

/** Where a take-down can be asked for: an `https:` page or a `mailto:` address. */
export function isContact(text: string): boolean {
  if (/^mailto:/i.test(text)) return /^mailto:[^\s@?&,]+@[^\s@?&,]+$/i.test(text);
  return isWebAddress(text) && /^https:/i.test(text);
}

/** A number of `min` to `max` in decimal digits, without sign, leading zero or separator. */
export function isWholeNumber(text: string, min: number, max: number): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(text) && Number(text) >= min && Number(text) <= max;
}

/** A text in one line of at most 500 code points, with something to read in it. */
export function isLine(text: string): boolean {
  return (
    text.trim() !== "" &&
    !/[\n\r\u0085\u2028\u2029]/.test(text) &&
    text.length <= 1000 &&
    [...text].length <= 500
  );
}

/** A text with something to read in it. */
export function isProse(text: string): boolean {
  return text.trim() !== "";
}
