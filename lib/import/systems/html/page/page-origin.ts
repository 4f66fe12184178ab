import type { TextInput } from "../../../containers/input";
import { attribute } from "../../../conversion/hast";
import type { SourceMoment } from "../../../model";
import { readIso } from "../../local-time";
import { readHttpDate } from "./dates";
import type { PageTree } from "./page-tree";
import { isRewritten } from "./wayback";

export type Origin = { readonly url?: string; readonly captured?: SourceMoment };

/**
 * Where a page was published and when it was saved: as its container says (WARC), as the program that saved it wrote into
 * it (browsers, SingleFile, HTTrack), as the page names itself, or as the folders of a mirror tell. Of what a web archive
 * showed, both are the archive's word for its own capture, whenever that was saved once more.
 *
 * The time of the file itself is no evidence: it is the time of its last copy, of its unpacking, or of a clone.
 */
export function readOrigin(input: TextInput, html: string, tree: PageTree): Origin {
  const note = readNote(html.slice(0, NOTE));
  const given = [input.fetched?.url, note.url, readOwnAddress(tree), readMirrorPath(input.name)].find(isWeb);
  const memento = readMemento(given ?? "") ?? (isRewritten(html) ? readArchived(html) : undefined);
  const url = memento?.url ?? given;
  const captured = input.fetched?.memento ?? memento?.captured ?? input.fetched?.date ?? note.captured;
  return { ...(url !== undefined && { url }), ...(captured !== undefined && { captured }) };
}

/** `https://web.archive.org/web/20200102030405/https://…`: the original and the moment of its capture, in UTC (Memento, RFC 7089). */
function readMemento(address: string): Origin | undefined {
  const [, stamp = "", url = ""] =
    /^https?:\/\/[^/]+\/(?:[a-z]+\/)?(\d{14})(?:[a-z]{2}_)?\/(https?:\/\/.+)$/iu.exec(address) ?? [];
  const captured = readIso(stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/u, "$1-$2-$3T$4:$5:$6Z"));
  return captured === undefined || !isWeb(url) ? undefined : { url, captured };
}

/** What the Wayback Machine wrote into a page that was saved from it: the copy is as old as the archive's. */
function readArchived(html: string): Origin | undefined {
  const [, own = ""] = /<link rel="canonical" href="([^"]+)"/u.exec(html) ?? [];
  const known = readMemento(own);
  if (known !== undefined) return known;
  const [, date = ""] = /FILE ARCHIVED ON (\d\d:\d\d:\d\d \w{3} \d\d, \d{4})/u.exec(html) ?? [];
  const [, time, month, day, year] = /^(\S+) (\w{3}) (\d\d), (\d{4})$/u.exec(date) ?? [];
  return dated(`Mon, ${day} ${month} ${year} ${time} GMT`);
}

/** In characters: the programs write their note at the top. */
const NOTE = 8192;

function readNote(head: string): Origin {
  const [, browser] = /<!-- saved from url=\(\d+\)(\S+) -->/u.exec(head) ?? [];
  if (browser !== undefined) return { url: browser };
  const [, single = "", date = ""] =
    /Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n(]+)/u.exec(head) ?? [];
  if (single !== "") return { url: single, ...dated(date) };
  const [, mirrored, on = ""] =
    /<!-- Mirrored from (\S+) by HTTrack [^,]*?(?:, ([A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]+ GMT))? -->/u.exec(
      head,
    ) ?? [];
  return mirrored === undefined
    ? {}
    : { url: `http://${mirrored.replace(/^https?:\/\//u, "")}`, ...dated(on) };
}

function dated(words: string): { captured?: SourceMoment } {
  const captured = readHttpDate(words);
  return captured === undefined ? {} : { captured };
}

function readOwnAddress(tree: PageTree): string | undefined {
  const [canonical] = tree.withTag("link").filter((link) => relOf(link.properties.rel).includes("canonical"));
  const [own] = tree.withTag("meta").filter((meta) => attribute(meta, "property") === "og:url");
  const [base] = tree.withTag("base");
  return [
    canonical && attribute(canonical, "href"),
    own && attribute(own, "content"),
    base && attribute(base, "href"),
  ].find(isWeb);
}

export function relOf(rel: unknown): string[] {
  return Array.isArray(rel) ? rel.map(String) : typeof rel === "string" ? rel.split(/\s+/u) : [];
}

/** `forum.example/t/57.html`, as wget and HTTrack name their files. */
function readMirrorPath(name: string): string | undefined {
  const [, path] = /(?:^|\/)((?:[a-z0-9-]+\.)+[a-z]{2,}\/.+)$/u.exec(name) ?? [];
  if (path === undefined || /\.(?:zip|wacz|warc|gz)\//u.test(path)) return undefined;
  return `https://${path.replace(/(?:^|\/)index\.html?$/u, "/").replace(/%3F/giu, "?")}`;
}

function isWeb(address: string | undefined): address is string {
  return address !== undefined && /^https?:\/\/\S+$/iu.test(address) && URL.canParse(address);
}
