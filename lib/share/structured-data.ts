import type {
  Comment,
  CommentLeaf,
  DiscussionForumPosting,
  InteractionCounter,
  NewsArticle,
  OrganizationLeaf,
  PersonLeaf,
  WithContext,
} from "schema-dts";
import { addressesOf } from "../archive/addresses";
import type {
  Comment as ArchivedComment,
  ArchiveSettings,
  Article,
  Author,
  PresentComment,
  ThreadNode,
} from "../archive/model";
import { excerptMarkdown } from "../text/markdown/markdown";
import { onOneLine } from "../text/writing/excerpt";
import { spellControls } from "../text/writing/unicode";

/** What a page says of itself in the vocabulary of schema.org. */
export type StructuredData = StructuredArticle | WithContext<Comment>;

/** A post of its own thread is what schema.org calls a posting to a forum. */
export type StructuredArticle = WithContext<NewsArticle> | WithContext<DiscussionForumPosting>;

/**
 * The article with its thread. A comment is named here by its address, its author and what it answers; its words
 * are on its own page, where `structureComment` describes it whole.
 *
 * `isBasedOn` is the article at its publisher: `archivedAt` would be this page, which `@id` names already.
 *
 * @param image absolute address of a picture that stands for the article, where there is one
 */
export function structureArticle(
  settings: ArchiveSettings,
  article: Article,
  image: string | undefined,
): StructuredArticle {
  const { author, source, thread } = article;
  const address = addressOfArticle(article, settings);
  const facts = {
    "@id": address,
    url: address,
    headline: article.title,
    author: author && describeAuthor(author),
    datePublished: article.published,
    inLanguage: article.language,
    publisher: organizationOf(source.name),
    isBasedOn: source.url,
    creativeWorkStatus: article.status === "erased" ? "Deleted" : undefined,
    image,
    // As the page's heading counts: the comments whose words are here.
    commentCount: thread.completeness.present,
    comment: thread.inSourceOrder.map((node) => placeComment(node, article, settings)),
  };
  return article.position === undefined
    ? { "@context": "https://schema.org", "@type": "NewsArticle", ...facts }
    : { "@context": "https://schema.org", "@type": "DiscussionForumPosting", ...facts };
}

/** A comment on the page that is its own. A tombstone has no text. */
export function structureComment(
  settings: ArchiveSettings,
  article: Article,
  node: ThreadNode,
): WithContext<Comment> {
  const { comment } = node;
  return {
    "@context": "https://schema.org",
    ...placeComment(node, article, settings),
    url: addressOfComment(comment, article, settings),
    ...(comment.status === "present" ? wordsOf(comment) : {}),
    isBasedOn: comment.source?.url,
    about: {
      "@type": article.position === undefined ? "NewsArticle" : "DiscussionForumPosting",
      "@id": addressOfArticle(article, settings),
      headline: article.title,
    },
  };
}

const ESCAPES: Readonly<Record<string, string>> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026" };

/**
 * The JSON of a `<script>` in which no text can end it (WHATWG HTML §4.12.1.3) and no character reference stands
 * for a reader that takes the script for markup.
 */
export function serializeData(data: StructuredData): string {
  return JSON.stringify(data).replace(/[<>&]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** Who wrote a comment, when, and what it answers: everything but its words. */
function placeComment({ comment, parent }: ThreadNode, article: Article, settings: ArchiveSettings) {
  return {
    "@type": "Comment",
    "@id": addressOfComment(comment, article, settings),
    author: comment.author === undefined ? undefined : personOf(comment.author),
    datePublished: comment.published,
    parentItem: parent && { "@id": addressOfComment(parent.comment, article, settings) },
    // Of a comment that is missing or hidden nobody knows whether it was deleted.
    creativeWorkStatus: comment.status === "erased" ? "Deleted" : undefined,
  } as const satisfies Comment;
}

/** A comment must have a text there: one without words, such as a rule or a picture, has its marks. */
function wordsOf({
  body,
  edited,
  format,
  likes,
}: PresentComment): Pick<CommentLeaf, "text" | "dateModified" | "interactionStatistic"> {
  const text = excerptMarkdown(body, Number.POSITIVE_INFINITY, format) || onOneLine(spellControls(body));
  return {
    text,
    dateModified: edited?.date,
    interactionStatistic: likes === undefined ? undefined : countLikes(likes),
  };
}

function countLikes(likes: number): InteractionCounter {
  return {
    "@type": "InteractionCounter",
    interactionType: { "@type": "LikeAction" },
    userInteractionCount: likes,
  };
}

function describeAuthor({ name, url, organisation }: Author): PersonLeaf {
  const affiliation = organisation === undefined ? undefined : organizationOf(organisation);
  return { ...personOf(name), url, affiliation };
}

function organizationOf(name: string): OrganizationLeaf {
  return { "@type": "Organization", name };
}

function personOf(name: string): PersonLeaf {
  return { "@type": "Person", name };
}

function addressOfArticle({ slug }: Article, { url }: ArchiveSettings): string {
  const addresses = addressesOf(url);
  return addresses.absolute(addresses.article(slug));
}

function addressOfComment({ id }: ArchivedComment, { slug }: Article, { url }: ArchiveSettings): string {
  const addresses = addressesOf(url);
  return addresses.absolute(addresses.comment(slug, id));
}
