import type { ArticleOutline } from "../../lib/archive/model";
import { dateArticleLinks, type LinkDating } from "../../lib/text/links/robust-links";
import type { MarkdownContext } from "../../lib/text/markdown/context";
import { renderMarkdown } from "../../lib/text/markdown/markdown";
import { noteText } from "./page-notes";
import { languageAttributes, type Reading } from "./reading";
import { TextBlock } from "./text-block";

/** An editor's text: the article's body, its standfirst, a biography. */
export function Prose(props: {
  markdown: string;
  reading: Reading<ArticleOutline>;
  /** Distinguishes the text's own anchors from those of the page's other texts. */
  scope: string;
  topHeading: 2 | 3 | 4;
  className?: string;
  linkDating?: LinkDating;
  /** What lies beside the article: only its body knows the pictures and files. */
  beside?: Pick<MarkdownContext, "attachment" | "picture">;
  format?: MarkdownContext["format"];
  voice?: MarkdownContext["voice"];
}) {
  const { markdown, reading, scope, topHeading, className, beside, format, voice = "editorial" } = props;
  const { article, words, settings } = reading;
  const text = renderMarkdown(markdown, {
    language: article.language,
    voice,
    format,
    archived: reading.archived,
    topHeading,
    baseUrl: article.source.url,
    linkDating: props.linkDating ?? dateArticleLinks(settings, article),
    scope,
    ...beside,
    words: words.markdown,
  });
  noteText("article", text);
  return (
    <>
      <TextBlock text={text} className={className} language={languageAttributes(article.language, words)} />
      {text.plain && <p className="note">{words.shownAsPlainText}</p>}
    </>
  );
}
