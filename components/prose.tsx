import type { ArticleOutline } from "../lib/archive/model";
import { renderMarkdown } from "../lib/text/markdown";
import { dateArticleLinks, type LinkDating } from "../lib/text/robust-links";
import { noteLayers, notePlainText } from "./page-notes";
import { languageAttributes, type Reading } from "./reading";

/** An editor's text: the article's body, its standfirst, a biography. */
export function Prose(props: {
  markdown: string;
  reading: Reading<ArticleOutline>;
  /** Distinguishes the text's own anchors from those of the page's other texts. */
  scope: string;
  topHeading: 2 | 3 | 4;
  className?: string;
  linkDating?: LinkDating;
}) {
  const { markdown, reading, scope, topHeading, className } = props;
  const { article, words, settings } = reading;
  const text = renderMarkdown(markdown, {
    language: article.language,
    voice: "editorial",
    topHeading,
    baseUrl: article.source.url,
    linkDating: props.linkDating ?? dateArticleLinks(settings, article),
    scope,
    words: words.markdown,
  });
  noteLayers(...text.layers);
  if (text.plain) notePlainText("article");
  return (
    <div className={className} {...languageAttributes(article.language, words)}>
      {text.content}
      {text.plain && <p className="note">{words.shownAsPlainText}</p>}
    </div>
  );
}
