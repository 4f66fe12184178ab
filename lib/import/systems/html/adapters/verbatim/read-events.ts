import type { Element } from "hast";
import { THREAD_EVENTS } from "../../../../../archive/model";
import type { ThreadFact } from "../../../../model";
import { dateOf } from "../../page/dates";
import { findFirst, lineOf } from "../../page/page-tree";
import type { SavedPage } from "../../page/saved-page";
import { LANGUAGES, unspace } from "./own-words";

/** What the page says happened to the thread: "Fermé le 1 avril 2009 par NAME : les mots de la source · nº 5". */
export function readEvents({ tree, timeZone }: SavedPage): ThreadFact[] {
  const [section] = tree.withClass("events");
  const list = section && findFirst(section, ({ tagName }) => tagName === "ul");
  return (list?.children ?? []).flatMap((line) => (line.type === "element" ? readEvent(line, timeZone) : []));
}

function readEvent(line: Element, timeZone: string | undefined): ThreadFact[] {
  const words = lineOf(line).replace(NUMBER, "");
  const [, number] = NUMBER.exec(lineOf(line)) ?? [];
  const time = findFirst(line, ({ tagName }) => tagName === "time");
  for (const { events } of LANGUAGES) {
    const what = THREAD_EVENTS.find((each) => words.startsWith(events.names[each]));
    if (what === undefined) continue;
    const date = dateOf(time, timeZone);
    const rest =
      time === undefined ? words.slice(events.names[what].length) : behind(line, time).replace(NUMBER, "");
    const [before = "", after = ""] = cutAt(rest, events.saying("").trimEnd());
    const author = before.replace(events.by("").trim(), "").trim();
    const text = unspace(after.trim());
    return [
      {
        what,
        ...(date && { date }),
        ...(author && { author }),
        ...(number !== undefined && { number: Number(number) }),
        ...(text && { text }),
      },
    ];
  }
  return [];
}

const NUMBER = / · (?:nº|no\.)\s(\d+)$/u;

/** The words of a line behind an element of it. */
function behind(line: Element, element: Element): string {
  return line.children
    .slice(line.children.indexOf(element) + 1)
    .map((node) => (node.type === "text" ? node.value : lineOf(node)))
    .join("");
}

function cutAt(words: string, sign: string): [string, string] {
  const place = words.indexOf(sign);
  return place < 0 ? [words, ""] : [words.slice(0, place), words.slice(place + sign.length)];
}
