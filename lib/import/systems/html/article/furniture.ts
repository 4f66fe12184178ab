import type { Element, ElementContent } from "hast";
import { attribute, findElements } from "../../../conversion/hast";
import { readDate } from "../page/dates";
import { classesOf, lineOf } from "../page/page-tree";

const NEVER: ReadonlySet<string> = new Set(
  "script style template nav footer form iframe noscript svg button dialog".split(" "),
);

/** Classes and ids, a word each. */
const WORDS = [
  ...["ads?", "advert\\w*", "publicit[eé]s?", "pub", "sponsor\\w*", "promo\\w*", "outbrain", "taboola"],
  ...["related", "read-?(?:also|more|next)", "lire-?aussi", "a-lire", "voir-?aussi", "recommend\\w*"],
  ...["most-?(?:read|popular|viewed)", "plus-?lus", "trending", "newsletters?", "inscription", "subscri\\w+"],
  ...[
    "paywall",
    "abonn\\w+",
    "share",
    "sharing",
    "partag\\w+",
    "social",
    "breadcrumbs?",
    "cookies?",
    "consent",
  ],
  ...[
    "gdpr",
    "rgpd",
    "sidebar",
    "menu",
    "tags",
    "mots-?cl[eé]s",
    "about-?author",
    "author-?(?:bio|box|card)",
  ],
  ...["postmetadata", "(?:entry|post|article)-?(?:meta|info|utility|footer)"],
  ...["respond", "disqus_thread", "comments?-(?:area|form|section)", "comments", "print-only", "skip-?link"],
];
const FURNITURE = new RegExp(String.raw`(?:^|[\s_-])(?:${WORDS.join("|")})(?:$|[\s_-])`, "iu");

/** What never belongs to an article's text; the page's whole is never taken for it. */
export function isFurniture(element: Element): boolean {
  const { tagName, properties } = element;
  if (NEVER.has(tagName)) return true;
  if (["html", "body", "main", "head", "article"].includes(tagName)) return false;
  if (/^(?:navigation|banner|complementary|search|dialog)$/u.test(attribute(element, "role") ?? ""))
    return true;
  if ("hidden" in properties || attribute(element, "ariaHidden") === "true")
    return lineOf(element).length < 2000;
  const name = `${attribute(element, "id") ?? ""} ${classesOf(element).join(" ")}`;
  return (FURNITURE.test(name) && !holdsArticle(element)) || isPointer(element) || isLabel(element);
}

/** In characters of paragraphs: more than any box beside an article holds. */
const ARTICLE = 2500;

function holdsArticle(element: Element): boolean {
  const texts = findElements(element, ({ tagName }) => tagName === "h1" || tagName === "p");
  if (texts.some(({ tagName }) => tagName === "h1")) return true;
  return texts.reduce((sum, each) => sum + lineOf(each).length, 0) > ARTICLE;
}

const POINTERS = [
  "(?:[àa] )?(?:lire|voir|écouter|découvrir)(?: aussi| également| : | l.article)",
  "(?:read|see|watch|listen)(?: also| more| next)|also read|don.t miss",
  String.raw`related(?: articles?| stories)?\s*:|sur le même (?:sujet|thème)|dans la même rubrique|les plus lus`,
  "publicité$|advertisement$|la suite après (?:cette|la) publicité",
  String.raw`(?:inscrivez|abonnez)-vous\b|recevez (?:chaque|tous|toute|notre|nos|gratuitement)|(?:sign up|subscribe)\b.*(?:newsletter|e-?mail|updates)`,
  "(?:suivez|retrouvez|rejoignez)-(?:nous|moi)\\b|devenez fan|follow us\\b|like us on",
  String.raw`partagez?(?: (?:cet|l.)\s?article| sur|\s*:|$)|share (?:this|on)\b`,
  String.raw`(?:cet |l.)article (?:est )?réservé|il vous reste [\d,.]+\s?% de cet article|la suite est réservée`,
  "this (?:article|content) is (?:for|reserved)|subscribe to (?:read|continue)|already a subscriber|déjà abonné",
];
const POINTER = new RegExp(String.raw`^[▶►→>*•\s-]*(?:${POINTERS.join("|")})`, "iu");

const BLOCKS: ReadonlySet<string> = new Set(["p", "div", "aside", "section", "ul", "li", "strong", "figure"]);

/** A short text that leads elsewhere: "Lire aussi : …", "Abonnez-vous". */
function isPointer(element: Element): boolean {
  if (!BLOCKS.has(element.tagName)) return false;
  const words = lineOf(element);
  return words.length < 300 && POINTER.test(words);
}

/** "Lire aussi", "Read more:" and nothing else, above what is to be read. */
export function isAnnouncement(element: Element): boolean {
  const isLine = BLOCKS.has(element.tagName) || /^h[2-6]$/u.test(element.tagName);
  const words = isLine ? lineOf(element) : "";
  return (
    words !== "" &&
    words.length < 60 &&
    (POINTER.test(words) || /^related\b|^lire$|^read more:?$/iu.test(words))
  );
}

/** Whether all words of a part are links. */
export function isOnlyLinks(node: ElementContent): boolean {
  if (node.type === "text") return /^[\s•·|,-]*$/u.test(node.value);
  if (node.type !== "element" || node.tagName === "a") return true;
  return !/^h[1-3]$/u.test(node.tagName) && node.children.every(isOnlyLinks);
}

const LABEL =
  /^(?:publiée?|postée?|mise? (?:à jour|en ligne)|modifiée?|published|posted|(?:last )?updated)(?!\p{L})[^.!?]{0,60}\d|^(?:par|by) \p{Lu}[^.!?]{2,80}$|^\d+ (?:comment(?:aires?|s)?|réactions?|partages?|shares?)$/iu;

const BYLINE = /^(?:p-author|byline|signature|auteur|(?:article|post|entry)-?author)$/iu;

/** A line that says of the article what its head says: who wrote it and when. */
function isLabel(element: Element): boolean {
  if (!["p", "div", "span", "em", "small", "time", "address"].includes(element.tagName)) return false;
  const words = lineOf(element);
  if (words === "" || words.length > 160) return false;
  const isByline =
    classesOf(element).some((name) => BYLINE.test(name)) && ["p", "div"].includes(element.tagName);
  return isByline || LABEL.test(words) || (words.length < 30 && element.tagName !== "span" && isDate(words));
}

function isDate(words: string): boolean {
  return readDate(words, undefined) !== undefined && !/[.!?]$/u.test(words);
}
