import { findArticle } from "../../../lib/archive/find";
import { openArchive, openPicture } from "../../../lib/archive/read";

type Context = { params: Promise<{ article: string; picture: string }> };

export const dynamic = "force-static";

export function generateStaticParams() {
  return openArchive().articles.flatMap(({ slug, picture }) =>
    picture?.status === "preserved" ? [{ article: slug, picture: picture.file }] : [],
  );
}

/** The article's picture under `next dev`, the one place where publishing has not put it beside its page. */
export async function GET(_request: Request, { params }: Context) {
  const { article: slug, picture: name } = await params;
  const article = findArticle(openArchive(), slug);
  const picture = article?.picture;
  if (!article || picture?.status !== "preserved" || picture.file !== name) {
    return new Response(null, { status: 404 });
  }
  return new Response(Uint8Array.from(openPicture(article, picture)));
}
