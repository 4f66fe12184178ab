import type { ElementContent } from "hast";
import type { CitedSource, Picture } from "../../archive/model";
import { writeHtml } from "../../text/html";
import { element, text } from "../../text/nodes";
import { readPictures } from "../../text/pictures";
import type { ArticleContext } from "../article-context";
import { joinHtml, ofInterface, quoteArticle, showLine, writeText } from "./entry-html";

/** The article as on its page: picture, standfirst, text, the sources it names. */
export function writeArticleHtml(context: ArticleContext): string {
  const { picture, summary, body, source, citedSources } = context.article;
  const manner = { voice: "editorial", baseUrl: source.url } as const;
  return joinHtml(
    picture && writeHtml([describePicture(picture, context)]),
    summary && writeText(summary, context, { ...manner, scope: "summary" }),
    writeText(body, context, {
      ...manner,
      scope: "body",
      picture: readPictures(context.article, context.addresses.file),
    }),
    citedSources.length > 0 && writeHtml([listSources(citedSources, context)]),
  );
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
