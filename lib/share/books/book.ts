import type { ElementContent } from "hast";
import type { Archive, ArchivedLinks, ArchiveSettings, Article, PictureFile } from "../../archive/model";
import { slugsOf } from "../../archive/pages";
import { element, text } from "../../text/markdown/display/nodes";
import { displayLine } from "../../text/writing/typography";
import { displayName } from "../../text/writing/unicode";
import { composeCard } from "../cards/card";
import { drawProjectCard } from "../cards/card-cache";
import { ofInterface, showLine } from "../feeds/entry-html";
import { showArticle } from "./article-chapter";
import { type BookContext, createBookContext, DOCUMENTS, PICTURES } from "./book-context";
import { isShownInBooks } from "./book-text";
import { showPart, titlePart } from "./comment-chapter";
import { type BookFile, PACKAGE, packBook } from "./epub";
import { nameBook } from "./names";
import { showNavigation } from "./navigation";
import { writePackage } from "./package-document";
import { showProvenance } from "./provenance-chapter";
import { BOOK_STYLE } from "./style";
import { STYLE, writeDocument } from "./xhtml";

/** What a book takes that is in no text. */
export type BookSources = {
  /** The bytes of a picture that lies beside the article. */
  readonly openPicture: (article: Article, picture: PictureFile) => Uint8Array;
  /** What the article's texts link to in the rest of the archive. */
  readonly elsewhere: ArchivedLinks;
  /** The bytes of the article's card, PNG, for the cover; in tests another one than the project draws. */
  readonly drawCover?: (context: BookContext) => Promise<Uint8Array>;
};

const COVER = "cover.png";

/** The books of an archive, under each name that their articles had; none where `archive.md` asks for none. */
export function listBooks({ settings, articles }: Archive): { slug: string; file: string }[] {
  if (settings.books !== "on") return [];
  return articles.flatMap(slugsOf).map((slug) => ({ slug, file: nameBook(slug) }));
}

/**
 * The article with its whole thread as a book: EPUB 3, reflowable. The same article gives the same bytes.
 *
 * @throws Error when a picture went away since the archive was read
 */
export async function writeBook(
  settings: ArchiveSettings,
  article: Article,
  sources: BookSources,
): Promise<Uint8Array<ArrayBuffer>> {
  const context = createBookContext(settings, article, sources.elsewhere);
  const cover = await drawCover(context, sources);
  const documents = listDocuments(context, cover !== undefined);
  const pictures = listPictures(context, sources);
  const parts = {
    documents: documents.map(({ path }) => path),
    pictures: pictures.map(({ path }) => path),
    cover: cover?.path,
  };
  return packBook([
    { path: PACKAGE, content: writePackage(context, parts) },
    { path: DOCUMENTS.navigation, content: writeNavigation(context) },
    ...documents,
    { path: STYLE, content: BOOK_STYLE },
    ...(cover ? [cover] : []),
    ...pictures,
  ]);
}

const drawCard = ({ settings, article }: BookContext) => drawProjectCard(composeCard(settings, article));

/** The article's card, where there are cards. */
async function drawCover(
  context: BookContext,
  { drawCover: draw = drawCard }: BookSources,
): Promise<BookFile | undefined> {
  if (context.settings.cards === "none") return undefined;
  return { path: COVER, content: await draw(context), isCompressed: true };
}

function listPictures({ article }: BookContext, { openPicture }: BookSources): BookFile[] {
  return article.pictures
    .filter(({ file }) => isShownInBooks(file))
    .map((picture) => ({
      path: `${PICTURES}/${picture.file}`,
      content: openPicture(article, picture),
      isCompressed: true,
    }));
}

/** In the order of reading. */
function listDocuments(context: BookContext, hasCover: boolean): BookFile[] {
  const { words } = context;
  const write = (path: string, title: string, body: readonly ElementContent[]) => ({
    path,
    content: writeDocument({ title, language: context.article.language, body }),
  });
  const title = titleBook(context);
  return [
    write(DOCUMENTS.cover, title, showCover(context, hasCover)),
    write(DOCUMENTS.article, title, showArticle(context)),
    ...context.parts.map((part) => write(part.path, titlePart(part, context), showPart(part, context))),
    write(DOCUMENTS.provenance, words.provenance, showProvenance(context)),
  ];
}

function writeNavigation(context: BookContext): string {
  const { article } = context;
  return writeDocument({
    title: titleBook(context),
    language: article.language,
    body: showNavigation(context),
  });
}

function titleBook({ article }: BookContext): string {
  return displayLine(article.title, article.language);
}

/** The card, or where there is none, title, author and source as they stand on a title page. */
function showCover(context: BookContext, hasCover: boolean): ElementContent[] {
  const { article, settings } = context;
  const cover = { className: ["cover"], "epub:type": "cover" };
  if (hasCover) return [element("section", cover, [element("img", { src: COVER, alt: titleBook(context) })])];
  const { author, source } = article;
  const archive = displayLine(settings.name, settings.language);
  return [
    element("section", cover, [
      element("h1", {}, [showLine(article.title, context)]),
      ...(author ? [element("p", {}, [text(displayName(author.name))])] : []),
      element("p", {}, [showLine(source.name, context)]),
      element("p", ofInterface(context), [text(archive)]),
    ]),
  ];
}
