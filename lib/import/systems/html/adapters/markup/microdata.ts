import type { Element } from "hast";
import { attribute } from "../../../../conversion/hast";
import type { SourceParent } from "../../../../model";
import { dateOf, readDate } from "../../page/dates";
import { elementOf, listItems, type MicrodataItem, propertiesOf, propertyOf } from "../../page/microdata";
import { findEnclosing, nestedIn, numberIn } from "../../page/nesting";
import { findFirst, lineOf } from "../../page/page-tree";
import type { SavedPage } from "../../page/saved-page";
import type { PageArticle, PagePost, PageThread, ThreadAdapter } from "../../thread-adapter";

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
  const aliases = new Map(
    [...known.values()].flatMap(({ item, id }) =>
      listAliases(item).map((name): [string, string] => [name, id]),
    ),
  );
  const topic = items.find(({ types }) => types.some((type) => TOPICS.test(type)));
  return {
    posts: comments.map((item) => readComment(item, page, { known, aliases, isNested })),
    cut: comments.map(({ element }) => element),
    ...(topic && { article: readArticle(topic, page) }),
    ...(announced !== undefined && { announced }),
  };
}

/** What people wrote into a forum, whole; an article's text may hold boxes of other things. */
const TOPICS = /^(?:Question|DiscussionForumPosting|SocialMediaPosting)$/u;

function readArticle(topic: MicrodataItem, { timeZone }: SavedPage): PageArticle {
  const text = textOf(topic);
  const isText = text !== undefined && text.tagName !== "meta";
  const title = propertyOf(topic, "headline", "name");
  const name = nameOf(topic);
  const published = dateOf(elementOf(topic, "datePublished", "dateCreated"), timeZone);
  return {
    ...(title && { title }),
    ...(name && { author: { name } }),
    ...(published && { published }),
    ...(isText && { content: text.children }),
  };
}

function nameOf(item: MicrodataItem): string | undefined {
  const person = elementOf(item, "author", "creator");
  const named = person && findFirst(person, (each) => propertiesOf(each).includes("name"));
  return (
    (named && (attribute(named, "content") ?? lineOf(named))) ??
    (person && (attribute(person, "content") ?? lineOf(person)))
  );
}

type Scene = {
  readonly known: ReadonlyMap<Element, { readonly item: MicrodataItem; readonly id: string }>;
  /** The ids of comments by their elements' ids and their whole addresses. */
  readonly aliases: ReadonlyMap<string, string>;
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

function listAliases(item: MicrodataItem): string[] {
  const { element } = item;
  return [attribute(element, "id"), attribute(element, "itemId"), propertyOf(item, "url")].flatMap(
    (each) => each || [],
  );
}

function readComment(item: MicrodataItem, page: SavedPage, scene: Scene): PagePost {
  const text = textOf(item);
  const date = propertyOf(item, "datePublished", "dateCreated", "commentTime");
  const published =
    (date && readDate(date, page.timeZone)) ??
    dateOf(elementOf(item, "datePublished", "dateCreated", "commentTime"), page.timeZone);
  const name = nameOf(item);
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
  { known, aliases, isNested }: Scene,
): SourceParent | undefined {
  const around = findEnclosing(tree, item.element, known);
  const above = around && known.get(around);
  if (above) return nestedIn(above.id);
  const named = elementOf(item, "parentItem");
  const written =
    named && (attribute(named, "itemId") ?? attribute(named, "href") ?? attribute(named, "content"));
  const [, fragment] = /#(.+)$/u.exec(written ?? "") ?? [];
  const id = aliases.get(written ?? "") ?? aliases.get(fragment ?? "");
  if (id !== undefined && id !== known.get(item.element)?.id) return { kind: "post", id, basis: "explicit" };
  return isNested ? { kind: "article" } : undefined;
}
