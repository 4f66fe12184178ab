import type { Metadata } from "next";
import { ArticleHeader } from "../../components/article-header";
import { ArticleText } from "../../components/article-text";
import { AuthorCard } from "../../components/author-card";
import { CitedSources } from "../../components/cited-sources";
import { Document } from "../../components/document";
import { MovedNotice } from "../../components/moved-notice";
import { cardAddress, describeArticlePage } from "../../components/page-metadata";
import { Provenance } from "../../components/provenance";
import { createReading } from "../../components/reading";
import { isHuge, Thread } from "../../components/thread";
import { anchorOf, NOBODY } from "../../lib/archive/addresses";
import { findArticle } from "../../lib/archive/find";
import { slugsOf } from "../../lib/archive/permalinks";
import { openArchive } from "../../lib/archive/read";
import { listArchivedLinks } from "../../lib/share/old-addresses/archived-links";
import { structureArticle } from "../../lib/share/structured-data";
import NotFoundPage from "../not-found";
import "./thread.css";

type Props = { params: Promise<{ article: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  const slugs = openArchive().articles.flatMap(slugsOf);
  return (slugs.length > 0 ? slugs : [NOBODY]).map((slug) => ({ article: slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { settings, article } = await openArticle(params);
  return article ? describeArticlePage(settings, article) : {};
}

export default async function ArticlePage({ params }: Props) {
  const { settings, article, isMoved, elsewhere } = await openArticle(params);
  if (!article) return <NotFoundPage />;
  const reading = createReading(
    settings,
    article,
    (_addresses, _article, id) => `#${anchorOf(id)}`,
    elsewhere,
  );
  const { words } = reading;
  return (
    <Document
      settings={settings}
      words={words}
      data={structureArticle(settings, article, cardAddress(settings, article))}
      skipLinks={[
        { href: "#article", label: words.skipToArticle },
        ...(article.author ? [{ href: "#author", label: words.skipToAuthor }] : []),
        { href: "#comments", label: words.skipToComments },
      ]}
      isHuge={isHuge(article.thread)}
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
