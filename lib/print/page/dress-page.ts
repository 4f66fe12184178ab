import type { PageKind, PageNotes } from "../../../components/page/page-notes";
import { EARLY_PREFERENCES_HASH } from "../../share/reader/early-preferences";
import type { HashedFile } from "./assets";
import { type PagePolicy, writePolicy } from "./policy";
import { chooseSheets, type Wardrobe } from "./stylesheets";

/** What every page of a site is dressed from. */
export type Dress = {
  /** Path of the public address, with a slash at both ends. */
  readonly base: string;
  readonly stylesheets: Wardrobe;
  /** The scripts that a page may name, by their path in the site: `reader.fr.js`. */
  readonly scripts: ReadonlyMap<string, HashedFile>;
};

/** React's hint in the head to fetch early what an `<img>` of the same document names anyway. */
const IMAGE_HINT = /<link rel="preload" as="image" href="[^"]*"\/>/gu;

/** As React writes them: the character encoding comes first in the head. */
const CHARSET = '<meta charSet="utf-8"/>';

const FETCHES: Readonly<Record<PageKind, PagePolicy["fetches"]>> = {
  article: [],
  comment: [],
  index: ["manifest-src"],
  find: ["connect-src"],
  search: ["connect-src"],
  shelf: [],
  plain: [],
};

/**
 * The finished document: its policy and its styles right behind the character encoding, before anything that the policy
 * rules over, and its scripts by the names of their content. Some hosts cannot send headers, and a downloaded copy has
 * none: so every page holds its policy itself.
 *
 * @param markup as React's static renderer wrote it
 * @throws Error for markup without a head of ours
 */
export function dressPage(markup: string, notes: PageNotes, dress: Dress): string {
  const [before, after, ...more] = markup.split(CHARSET);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`expected one ${CHARSET}`);
  const sheets = chooseSheets(dress.stylesheets, notes);
  const { html, scripts } = nameScripts(after, dress);
  const policy = writePolicy({
    scripts: [EARLY_PREFERENCES_HASH, ...scripts],
    styles: sheets.map(({ hash }) => hash),
    fetches: FETCHES[notes.kind],
  });
  const styles = sheets.map(({ css }) => `<style>${css}</style>`).join("");
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return minify(`<!DOCTYPE html>${before}<meta charset="utf-8">${meta}${styles}${html}`);
}

/** Every script file that the page names gets its hash; the data block between, and text, hold no such tag. */
function nameScripts(markup: string, { base, scripts }: Dress): { html: string; scripts: readonly string[] } {
  const used: string[] = [];
  let html = markup;
  for (const [name, { path, integrity }] of scripts) {
    const tag = `<script src="${base}${name}" defer=""></script>`;
    const named = `<script src="${base}${path}" integrity="${integrity}" defer=""></script>`;
    if (!html.includes(tag)) continue;
    html = html.replace(tag, named);
    used.push(integrity);
  }
  return { html, scripts: used };
}

/** A tag as React and `hast-util-to-html` write one: values in double quotes, which hold none; text holds no `<`. */
const TAG = /<[a-z](?:[^">]|"[^"]*")*>/gu;

/**
 * The same document in fewer bytes. Tags alone lose the slash that React writes: `/>` in a text or a value is its
 * author's. React escapes `'` wherever it is typed; who types `&#x27;` has an `&amp;` there.
 */
function minify(html: string): string {
  return html
    .replaceAll(IMAGE_HINT, "")
    .replaceAll("&#x27;", "'")
    .replaceAll(TAG, (tag) => (tag.endsWith("/>") ? `${tag.slice(0, -2)}>` : tag));
}
