import { findArticle } from "../../../lib/archive/find";
import { openArchive, openPicture } from "../../../lib/archive/reading/read";

type Context = { params: Promise<{ article: string; picture: string }> };

export const dynamic = "force-static";

export function generateStaticParams() {
  return openArchive().articles.flatMap(({ slug, pictures }) =>
    pictures.map(({ file }) => ({ article: slug, picture: file })),
  );
}

/** The pictures beside an article under `next dev`, the one place where publishing has not put them beside its page. */
export async function GET(_request: Request, { params }: Context) {
  const { article: slug, picture: name } = await params;
  const article = findArticle(openArchive(), slug);
  const picture = article?.pictures.find(({ file }) => file === name);
  if (!article || !picture) return new Response(null, { status: 404 });
  return new Response(Uint8Array.from(openPicture(article, picture)));
}
