/** What a text of front matter may be. Each function says whether an unsafe text is one, and changes nothing. */

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

/** The canonical form of a well-formed tag (BCP 47) whose language has a name, `fr-CA` for `fr-ca`; `und` for none that is known. */
export function readLanguage(text: string): string | undefined {
  try {
    const [tag = ""] = Intl.getCanonicalLocales(text);
    const [language = ""] = tag.split("-", 1);
    return tag === "und" || LANGUAGES.of(language) !== undefined ? tag : undefined;
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

/** A SHA-256 as `sha256sum` prints it. */
export function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
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
