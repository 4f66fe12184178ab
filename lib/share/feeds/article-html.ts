import type { ElementContent } from "hast";
import type { Article, CitedSource, Picture, PresentArticle } from "../../archive/model";
import { describeEvent, describeTextlessness } from "../../text/interface/sentences";
import { readAttachments } from "../../text/links/attachments";
import { readPictures } from "../../text/links/pictures";
import { voiceOf } from "../../text/markdown/context";
import { element, text } from "../../text/markdown/display/nodes";
import { writeHtml } from "../../text/markdown/html";
import type { ArticleContext } from "../article-context";
import {
  joinHtml,
  ofInterface,
  quoteArticle,
  showLine,
  writeDateRemark,
  writeRemark,
  writeSentence,
  writeText,
} from "./entry-html";

/** The article as on its page: picture, standfirst, text or tombstone, the sources it names, what happened to its thread. */
export function writeArticleHtml(context: ArticleContext): string {
  const { article, words } = context;
  return joinHtml(
    article.status === "present" && writePresent(article, context),
    writeAbsence(article, context),
    writeDateRemark(article.published, context),
    ...(article.events ?? []).map((event) =>
      writeRemark([text(describeEvent(event, article.timeZone, words))], context),
    ),
  );
}

function writePresent(article: PresentArticle, context: ArticleContext): string {
  const { picture, summary, body, format, source, citedSources } = article;
  const manner = { voice: voiceOf(article), baseUrl: source.url } as const;
  return joinHtml(
    picture && writeHtml([describePicture(picture, context)]),
    summary && writeText(summary, context, { ...manner, scope: "summary" }),
    body.trim() !== "" &&
      writeText(body, context, {
        ...manner,
        format,
        scope: "body",
        attachment: readAttachments(article, context.addresses.file),
        picture: readPictures(article, context.addresses.file),
      }),
    citedSources.length > 0 && writeHtml([listSources(citedSources, context)]),
  );
}

function writeAbsence(article: Article, context: ArticleContext): string | undefined {
  const sentence = describeTextlessness(article, context.words);
  if (sentence === undefined) return undefined;
  return writeSentence(sentence, article.status === "erased" ? article.reason : undefined, context);
}

function describePicture(picture: Picture, context: ArticleContext): ElementContent {
  const caption = element("figcaption", {}, [showLine(picture.credit, context)]);
  if (picture.status === "lost") {
    const alt = quoteArticle([showLine(picture.alt, context)], context);
    const lost = element("p", ofInterface(context), [text(`${context.words.lostPicture} `), ...alt]);
    return element("figure", {}, [lost, caption]);
  }
  const { width, height, alt } = picture;
  return element("figure", {}, [
    element("img", { src: addressOfPicture(picture.file, context), width, height, alt }),
    caption,
  ]);
}

export function addressOfPicture(file: string, { addresses, article }: ArticleContext): string {
  return addresses.file(`${article.slug}/${file}`);
}

function listSources(sources: readonly CitedSource[], context: ArticleContext): ElementContent {
  const { words } = context;
  const names = sources.flatMap(({ name, url }, index) => {
    const shown = showLine(name, context);
    return [...(index > 0 ? [text(", ")] : []), url ? element("a", { href: url }, [shown]) : shown];
  });
  const label = text(`${sources.length === 1 ? words.source : words.sources} `);
  return element("p", ofInterface(context), [label, ...quoteArticle(names, context)]);
}
