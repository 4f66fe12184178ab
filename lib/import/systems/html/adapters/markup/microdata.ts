import type { Element } from "hast";
import { attribute } from "../../../../conversion/hast";
import type { SourceParent } from "../../../../model";
import { dateOf, readDate } from "../../page/dates";
import { elementOf, listItems, type MicrodataItem, propertyOf } from "../../page/microdata";
import { findEnclosing, nestedIn, numberIn } from "../../page/nesting";
import { findFirst, lineOf } from "../../page/page-tree";
import type { SavedPage } from "../../page/saved-page";
import type { PagePost, PageThread, ThreadAdapter } from "../../thread-adapter";

/** schema.org in microdata: `Comment`, `Answer`, and `UserComments`, which is what themes of 2012 wrote. */
export const microdata: ThreadAdapter = { name: "microdata", read: readItems };

const TYPES: ReadonlySet<string> = new Set(["Comment", "Answer", "UserComments"]);
const WHOLES = /(?:Posting|Article|Question|WebPage|CreativeWork)$/u;

function readItems(page: SavedPage): PageThread | undefined {
  if (page.tree.elements.every(({ properties }) => !properties.itemType)) return undefined;
  const items = listItems(page.tree);
  const comments = items.filter((item) => item.types.some((type) => TYPES.has(type)) && textOf(item));
  if (comments.length === 0) return undefined;
  const known = new Map(
    comments.map((item, index) => [item.element, { item, id: idOf(item) ?? `i${index + 1}` }]),
  );
  const whole = items.find(({ types }) => types.some((type) => WHOLES.test(type)));
  const count = whole && propertyOf(whole, "commentCount", "answerCount");
  const announced = count === undefined ? undefined : numberIn(count);
  const isNested = comments.some(({ element }) => findEnclosing(page.tree, element, known));
  return {
    posts: comments.map((item) => readComment(item, page, { known, isNested })),
    cut: comments.map(({ element }) => element),
    ...(announced !== undefined && { announced }),
  };
}

type Scene = {
  readonly known: ReadonlyMap<Element, { readonly item: MicrodataItem; readonly id: string }>;
  /** Whether any comment of the page lies in another. */
  readonly isNested: boolean;
};

function textOf(item: MicrodataItem): Element | undefined {
  return elementOf(item, "text", "commentText", "articleBody", "description");
}

/** What others refer to it by: its `itemid`, its address or the element's own id. */
function idOf(item: MicrodataItem): string | undefined {
  const written = [
    attribute(item.element, "id"),
    attribute(item.element, "itemId"),
    propertyOf(item, "url", "identifier"),
  ];
  return written.map((each) => each && (/[#=/-]?([\w-]+)\/?$/u.exec(each)?.[1] ?? each)).find(Boolean);
}

function readComment(item: MicrodataItem, page: SavedPage, scene: Scene): PagePost {
  const text = textOf(item);
  const date = propertyOf(item, "datePublished", "dateCreated", "commentTime");
  const published =
    (date && readDate(date, page.timeZone)) ??
    dateOf(elementOf(item, "datePublished", "dateCreated", "commentTime"), page.timeZone);
  const person = elementOf(item, "author", "creator");
  const named = person && findFirst(person, ({ properties }) => String(properties.itemProp) === "name");
  const name =
    (named && (attribute(named, "content") ?? lineOf(named))) ??
    (person && (attribute(person, "content") ?? lineOf(person)));
  const likes = propertyOf(item, "upvoteCount");
  const parent = parentOf(item, page, scene);
  const isGone = propertyOf(item, "creativeWorkStatus") === "Deleted";
  return {
    id: scene.known.get(item.element)?.id ?? "",
    ...(name && { author: { name } }),
    ...(published && { published }),
    ...(parent && { parent }),
    content: text?.children ?? [],
    ...(isGone && { state: { kind: "hidden", reason: "deleted" } }),
    ...(likes !== undefined && /^\d+$/u.test(likes) && { likes: Number(likes) }),
  };
}

/** The comment that it lies in, or that `parentItem` names; a parent that is the thread says nothing. */
function parentOf(
  item: MicrodataItem,
  { tree }: SavedPage,
  { known, isNested }: Scene,
): SourceParent | undefined {
  const around = findEnclosing(tree, item.element, known);
  const above = around && known.get(around);
  if (above) return nestedIn(above.id);
  const named = elementOf(item, "parentItem");
  const written =
    named && (attribute(named, "itemId") ?? attribute(named, "href") ?? attribute(named, "content"));
  const id =
    written &&
    [...known.values()].find(
      (each) => idOf(each.item) !== undefined && written.endsWith(idOf(each.item) ?? " "),
    )?.id;
  if (id) return { kind: "post", id, basis: "explicit" };
  return isNested ? { kind: "article" } : undefined;
}
