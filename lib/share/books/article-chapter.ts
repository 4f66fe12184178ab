import type { Element, ElementContent } from "hast";
import type { Author, Picture, PresentArticle } from "../../archive/model";
import { formatDate } from "../../text/interface/dates";
import { describeTextlessness } from "../../text/interface/sentences";
import { dateArticleLinks, dateSourceLinks } from "../../text/links/robust-links";
import { voiceOf } from "../../text/markdown/context";
import { element, text } from "../../text/markdown/display/nodes";
import { sameLanguage, textDirection } from "../../text/writing/language-tag";
import { displayName } from "../../text/writing/unicode";
import { quoteArticle, showLine } from "../feeds/entry-html";
import { type BookContext, PICTURES } from "./book-context";
import { isShownInBooks, showFacts, showLink, showText } from "./book-text";

/** The article as on its page: title, byline, picture, standfirst, text or tombstone, the sources it names, its author. */
export function showArticle(context: BookContext): ElementContent[] {
  const { article } = context;
  return [
    element("section", { id: "article", "epub:type": "chapter" }, [
      element("h1", {}, [showLine(article.title, context)]),
      ...showByline(context),
      ...(article.status === "present" ? showPresent(article, context) : []),
      ...showAbsence(context),
    ]),
    ...(article.author ? [showAuthor(article.author, context)] : []),
  ];
}

function showByline(context: BookContext): Element[] {
  const { article, words } = context;
  const { author, published, position, timeZone } = article;
  const facts = [
    author && words.by(displayName(author.name)),
    published && `${words.publishedOn} ${formatDate(published, timeZone, words)}`,
    position !== undefined && words.commentNumber(position),
  ].filter((fact) => typeof fact === "string");
  return facts.length === 0 ? [] : [showFacts([text(facts.join(" · "))], context)];
}

function showPresent(article: PresentArticle, context: BookContext): ElementContent[] {
  const { picture, summary = "", body, format, source, citedSources } = article;
  const manner = {
    voice: voiceOf(article),
    baseUrl: source.url,
    topHeading: 2,
    linkDating: dateArticleLinks(context.settings, article),
  } as const;
  const standfirst = showText(summary, context, { ...manner, scope: "summary" });
  return [
    ...(picture ? [showPicture(picture, context)] : []),
    ...(standfirst.length > 0 ? [element("div", { className: ["summary"] }, standfirst)] : []),
    ...showText(body, context, { ...manner, format, scope: "body" }),
    ...(citedSources.length > 0 ? [listSources(article, context)] : []),
  ];
}

function showPicture(picture: Picture, context: BookContext): Element {
  const caption = element("figcaption", {}, [showLine(picture.credit, context)]);
  if (picture.status === "preserved")
    return element("figure", {}, [showPreserved(picture, context), caption]);
  const alt = quoteArticle([showLine(picture.alt, context)], context);
  const lost = showFacts([text(`${context.words.lostPicture} `), ...alt], context);
  return element("figure", {}, [lost, caption]);
}

function showPreserved(
  { file, alt, width, height }: { file: string; alt: string; width: number; height: number },
  context: BookContext,
): Element {
  if (isShownInBooks(file)) return element("img", { src: `${PICTURES}/${file}`, alt, width, height });
  const { addresses, article, words } = context;
  return showLink(addresses.file(`${article.slug}/${file}`), [text(alt || words.markdown.picture)]);
}

function listSources({ citedSources }: PresentArticle, context: BookContext): Element {
  const { words } = context;
  const names = citedSources.flatMap(({ name, url }, index) => {
    const shown = showLine(name, context);
    return [...(index > 0 ? [text(", ")] : []), url ? showLink(url, [shown]) : shown];
  });
  const label = text(`${citedSources.length === 1 ? words.source : words.sources} `);
  return showFacts([label, ...quoteArticle(names, context)], context);
}

/** Why the text is not here, where it is not. */
function showAbsence(context: BookContext): Element[] {
  const { article, words } = context;
  const sentence = describeTextlessness(article, words);
  if (sentence === undefined) return [];
  return [showTombstone(sentence, article.status === "erased" ? article.reason : undefined, context)];
}

/** What stands in the place of a text, and why. */
export function showTombstone(sentence: string, reason: string | undefined, context: BookContext): Element {
  const why =
    reason === undefined
      ? []
      : [text(` ${context.words.reason} `), ...quoteArticle([showLine(reason, context)], context)];
  const { properties, children } = showFacts([text(sentence), ...why], context);
  return element("p", { ...properties, className: ["tombstone"] }, children);
}

function showAuthor(author: Author, context: BookContext): Element {
  const { settings, article, words } = context;
  const name = element("bdi", {}, [text(displayName(author.name))]);
  const place = [author.role, author.organisation].flatMap((line) => (line ? [line] : []));
  const heading = sameLanguage(article.language, words.language)
    ? {}
    : { lang: words.language, dir: textDirection(words.language) };
  return element("section", { id: "author", className: ["author"] }, [
    element("h2", heading, [text(words.aboutAuthor)]),
    element("p", {}, [author.url ? showLink(author.url, [name]) : name]),
    ...place.map((line) => element("p", { className: ["facts"] }, [showLine(line, context)])),
    ...showText(author.biography, context, {
      voice: "editorial",
      scope: "biography",
      topHeading: 3,
      linkDating: dateSourceLinks(settings, article),
    }),
  ]);
}
