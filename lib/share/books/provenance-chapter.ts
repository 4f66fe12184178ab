import type { ElementContent } from "hast";
import { formatDate } from "../../text/interface/dates";
import { describeCompleteness } from "../../text/interface/sentences";
import { element, text } from "../../text/markdown/display/nodes";
import { displayLine } from "../../text/writing/typography";
import { displayName } from "../../text/writing/unicode";
import { ofInterface, quoteArticle, showLine } from "../feeds/entry-html";
import type { BookContext } from "./book-context";
import { showFacts, showLink } from "./book-text";

/** Where the book comes from: the source, what of it is here and what is not, and the archive that keeps it. */
export function showProvenance(context: BookContext): ElementContent[] {
  const { article, words, settings, addresses } = context;
  const { source, thread, digest } = article;
  const address = addresses.article(article.slug);
  return [
    element("section", { "epub:type": "colophon" }, [
      element("h1", ofInterface(context), [text(words.provenance)]),
      showFacts(
        [
          text(`${words.publishedBy} `),
          ...quoteArticle([showLine(source.name, context)], context),
          text("."),
          ...(source.url
            ? [text(` ${words.originalAddress} `), showLink(source.url, [text(source.url)])]
            : []),
        ],
        context,
      ),
      showFacts([text(describeCapture(context))], context),
      ...showLeftOut(context),
      ...listCaptures(context),
      showFacts([text(describeCompleteness(thread.completeness, words))], context),
      showFacts([text(`${words.fingerprint} `), element("code", {}, [text(digest)])], context),
      showFacts(
        [
          text(`${words.citation.archivedIn(displayLine(settings.name, settings.language))} `),
          showLink(address, [text(address)]),
        ],
        context,
      ),
      showFacts([text(describeRights(context))], context),
    ]),
  ];
}

/** Who keeps the texts, whose they are, and what they are under. */
export function describeRights({ settings, words }: BookContext): string {
  const { keeper, licence } = settings;
  const kept = words.keptBy(keeper);
  return licence ? `${kept} ${words.hosting.licence} ${licence.name}` : kept;
}

function describeCapture({ article, words }: BookContext): string {
  const { captured, timeZone, languageBasis } = article;
  const capture = captured
    ? `${words.capturedOn} ${formatDate(captured, timeZone, words)}.`
    : words.captureUndated;
  return languageBasis === "detected" ? `${capture} ${words.detectedLanguage}` : capture;
}

function showLeftOut(context: BookContext): ElementContent[] {
  const { article, words } = context;
  return article.leftOut === undefined
    ? []
    : [showFacts([text(displayLine(words.leftOut(article.leftOut), article.language))], context)];
}

function listCaptures(context: BookContext): ElementContent[] {
  return (context.article.captures ?? []).map(({ file, sha256 }) =>
    showFacts(
      [
        text(`${context.words.importedFrom} ${displayName(file)}, SHA-256 `),
        element("code", {}, [text(sha256)]),
      ],
      context,
    ),
  );
}
