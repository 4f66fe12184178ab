import type { Element } from "hast";
import { attribute } from "../../conversion/hast";
import { numberIn } from "./page/nesting";
import { classesOf, lineOf, type PageTree } from "./page/page-tree";
import type { SavedPage } from "./page/saved-page";
import type { Gap } from "./thread-adapter";

/** Where widgets put their comments, and where their frames come from. */
const PLACES =
  /^(?:disqus_thread|coral_thread|coral_talk_stream|remark42|isso-thread|commento|cusdis_thread|graphcomment|hyvor-talk-view|vf-comments|spotim-widget|giscus|utterances|fb-comments|viafoura|OPENWEB|livefyre)$/iu;
const FRAMES =
  /disqus\.com\/embed|coral\.|coralproject|remark42|hyvor|spot\.im|openweb\.|giscus\.app|utteranc\.es|facebook\.com\/plugins\/(?:comments|feedback)|viafoura|livefyre|graphcomment|cusdis|commento|hypercomments/iu;

/** What a page shows of comments that it does not hold, whatever system they are of. */
export function findGaps({ tree, frames }: SavedPage, held: number): Gap[] {
  const lost = frames.some(({ url = "", tree: inside }) => FRAMES.test(url) && inside === undefined);
  const places = tree.elements.filter((each) =>
    [attribute(each, "id") ?? "", ...classesOf(each)].some((name) => PLACES.test(name)),
  );
  const isEmpty = held === 0 && places.some((place) => lineOf(place).length < 200);
  const isFolded = tree.elements.some((each) => isButton(each) && MORE.test(lineOf(each)));
  return [
    ...((held === 0 && lost) || isEmpty ? (["frame"] as const) : []),
    ...(isFolded ? (["button"] as const) : []),
  ];
}

const MORE =
  /^(?:load|show|view|see|read)\s+(?:all|more|older|previous|the|\d+)[\s\d]*(?:more\s+)?(?:comments?|replies|responses)|^more comments|^(?:afficher|charger|voir|lire)\s+(?:tous|toutes|plus|les|la suite|\d+).{0,20}(?:commentaires?|réponses?|réactions?)|^plus de commentaires/iu;

function isButton(element: Element): boolean {
  const isPressed = element.tagName === "button" || attribute(element, "role") === "button";
  const href = element.tagName === "a" ? (attribute(element, "href") ?? "#") : undefined;
  return (
    (isPressed || href === "#" || href?.startsWith("javascript:") === true) && lineOf(element).length < 60
  );
}

const COUNT =
  /^(\d[\d\s\u00a0\u202f.,]*)\s*(?:commentaires?|comments?|réactions?|réflexions?|thoughts?|responses?|réponses?|replies)\b|^(?:commentaires?|comments?|réactions?|responses?)\s*[:(]\s*(\d[\d\s\u00a0\u202f.,]*)\)?$/iu;

/** The number that the heading of a page's comments states. */
export function findAnnounced(tree: PageTree): number | undefined {
  for (const heading of [
    ...tree.withTag("h2"),
    ...tree.withTag("h3"),
    ...tree.withTag("h4"),
    ...tree.withClass("comments-count"),
    ...tree.withClass("comment-count"),
  ]) {
    const match = COUNT.exec(lineOf(heading));
    if (match) return numberIn(match[1] ?? match[2] ?? "");
  }
  return undefined;
}
