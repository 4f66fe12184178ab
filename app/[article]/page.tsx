import { ArticleHeader } from "../../components/article/article-header";
import { ArticleText } from "../../components/article/article-text";
import { AuthorCard } from "../../components/article/author-card";
import { CitedSources } from "../../components/article/cited-sources";
import { MovedNotice } from "../../components/article/moved-notice";
import { Provenance } from "../../components/article/provenance";
import { Document } from "../../components/page/document";
import { describeArticlePage } from "../../components/page/page-facts";
import { openReading } from "../../components/page/reading";
import { Thread } from "../../components/thread/thread";
import { findArticle } from "../../lib/archive/find";
import { slugsOf } from "../../lib/archive/pages";
import { openArchive } from "../../lib/archive/reading/read";
import { listArticleParams } from "../../lib/archive/static-params";
import { listArchivedLinks } from "../../lib/share/old-addresses/archived-links";
import { choosePreview } from "../../lib/share/preview-image";
import { structureArticle } from "../../lib/share/structured-data";
import NotFoundPage from "../not-found";

type Props = { params: Promise<{ article: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return listArticleParams(openArchive().articles.flatMap(slugsOf));
}

export default async function ArticlePage({ params }: Props) {
  const { settings, article, isMoved, elsewhere } = await openArticle(params);
  if (!article) return <NotFoundPage />;
  const reading = openReading(settings, article, "thread", elsewhere);
  const { words } = reading;
  return (
    <Document
      kind="article"
      settings={settings}
      words={words}
      page={describeArticlePage(settings, article)}
      data={structureArticle(settings, article, choosePreview(settings, article)?.url)}
      skipLinks={[
        { href: "#article", label: words.skipToArticle },
        ...(article.author ? [{ href: "#author", label: words.skipToAuthor }] : []),
        { href: "#comments", label: words.skipToComments },
      ]}
      isEntry
    >
      {isMoved && <MovedNotice reading={reading} />}
      <article id="article">
        <ArticleHeader reading={reading} />
        <ArticleText reading={reading} />
        <CitedSources reading={reading} />
        <AuthorCard reading={reading} />
        <Provenance reading={reading} />
      </article>
      <Thread reading={reading} />
    </Document>
  );
}

async function openArticle(params: Props["params"]) {
  const { article: slug } = await params;
  const archive = openArchive();
  const article = findArticle(archive, slug);
  const elsewhere = article && listArchivedLinks(archive, article);
  return { settings: archive.settings, article, elsewhere, isMoved: slug !== article?.slug };
}
