import { readAttachments } from "../lib/text/attachments";
import { type MarkdownContext, renderMarkdown } from "../lib/text/markdown";
import { readPictures } from "../lib/text/pictures";
import { dateArticleLinks, type LinkDating } from "../lib/text/robust-links";
import { languageAttributes, type Reading } from "./reading";

/** An editor's text: the article's body, its standfirst, a biography. */
export function Prose(props: {
  markdown: string;
  reading: Reading;
  /** Distinguishes the text's own anchors from those of the page's other texts. */
  scope: string;
  topHeading: 2 | 3 | 4;
  className?: string;
  linkDating?: LinkDating;
  /** Whether the pictures beside the article are shown, and the files linked: only its body knows them. */
  showsPictures?: boolean;
  format?: MarkdownContext["format"];
  voice?: MarkdownContext["voice"];
}) {
  const {
    markdown,
    reading,
    scope,
    topHeading,
    className,
    showsPictures,
    format,
    voice = "editorial",
  } = props;
  const { article, words, settings, addresses } = reading;
  const text = renderMarkdown(markdown, {
    language: article.language,
    voice,
    format,
    archived: reading.archived,
    topHeading,
    baseUrl: article.source.url,
    linkDating: props.linkDating ?? dateArticleLinks(settings, article),
    scope,
    attachment: showsPictures ? readAttachments(article, addresses.file) : undefined,
    picture: showsPictures ? readPictures(article, addresses.file) : undefined,
    words: words.markdown,
  });
  return (
    <div className={className} {...languageAttributes(article.language, words)}>
      {text.content}
      {text.plain && <p className="note">{words.shownAsPlainText}</p>}
    </div>
  );
}
