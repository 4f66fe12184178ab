import { NOBODY } from "../../../lib/archive/addresses";
import { findArticle } from "../../../lib/archive/find";
import type { Archive, Article } from "../../../lib/archive/model";
import { openArchive, openCapture, openPicture } from "../../../lib/archive/reading/read";
import { listStaticParams } from "../../../lib/archive/static-params";
import { listBooks, writeBook } from "../../../lib/share/books/book";
import { EPUB } from "../../../lib/share/media-types";
import { listArchivedLinks } from "../../../lib/share/old-addresses/archived-links";

type Params = { article: string; file: string };

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams(): Params[] {
  const archive = openArchive();
  const nobody = { article: NOBODY, file: NOBODY };
  const books = listBooks(archive).map(({ slug, file }) => ({ article: slug, file }));
  return listStaticParams([...books, ...listBeside(archive)], nobody);
}

/**
 * An article's book. Next allows one dynamic name at a place: under `next dev`, where publishing has not put pictures and
 * captures beside the article's page, this answers for them, too.
 */
export async function GET(_request: Request, { params }: { params: Promise<Params> }) {
  const { article: slug, file } = await params;
  const archive = openArchive();
  const article = findArticle(archive, slug);
  if (!article) return new Response();
  const picture = findPicture(article, file);
  if (picture) return new Response(Uint8Array.from(openPicture(article, picture)));
  const capture = article.captures?.find(({ publishedAs }) => publishedAs === file);
  if (capture) return new Response(Uint8Array.from(openCapture(article, capture)), { headers: DOWNLOADED });
  const elsewhere = listArchivedLinks(archive, article);
  const book = await writeBook(archive.settings, article, { openPicture, elsewhere });
  return new Response(book, { headers: { "Content-Type": EPUB } });
}

/** A stranger's page is never one of the site: as `lib/share/media-types.ts` has hosts send it. */
const DOWNLOADED = { "Content-Type": "application/octet-stream", "Content-Disposition": "attachment" };

function listBeside({ articles }: Archive): Params[] {
  if (process.env.NODE_ENV !== "development") return [];
  return articles.flatMap(({ slug, pictures, captures = [] }) => {
    const names = [
      ...pictures.map(({ file }) => file),
      ...captures.flatMap((each) => each.publishedAs ?? []),
    ];
    return names.map((file) => ({ article: slug, file }));
  });
}

function findPicture({ pictures }: Article, name: string) {
  return pictures.find(({ file }) => file === name);
}
