import type { Metadata } from "next";
import { ArticleReference } from "../../../components/comment-context";
import { Document } from "../../../components/document";
import { describePostedPage } from "../../../components/page-metadata";
import { createReading } from "../../../components/reading";
import { FlatThread, isHuge } from "../../../components/thread";
import { anchorOf, NOBODY } from "../../../lib/archive/addresses";
import { findArticle } from "../../../lib/archive/find";
import { listThreadPages } from "../../../lib/archive/permalinks";
import { orderByPosting } from "../../../lib/archive/posting-order";
import { openArchive } from "../../../lib/archive/read";
import { listArchivedLinks } from "../../../lib/share/old-addresses/archived-links";
import { nameOrder } from "../../../lib/text/language";
import NotFoundPage from "../../not-found";
import "../thread.css";

type Props = { params: Promise<{ article: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  const slugs = listThreadPages(openArchive());
  return (slugs.length > 0 ? slugs : [NOBODY]).map((slug) => ({ article: slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { settings, article } = await openArticle(params);
  return article ? describePostedPage(settings, article) : {};
}

export default async function PostedPage({ params }: Props) {
  const { settings, article, elsewhere } = await openArticle(params);
  if (!article) return <NotFoundPage />;
  const reading = createReading(
    settings,
    article,
    (_addresses, _article, id) => `#${anchorOf(id)}`,
    elsewhere,
  );
  const { words } = reading;
  const order = orderByPosting(article.thread);
  return (
    <Document
      settings={settings}
      words={words}
      skipLinks={[{ href: "#comments", label: words.skipToComments }]}
      isHuge={isHuge(article.thread)}
    >
      <ArticleReference reading={reading} />
      <h1>{words.commentsAsPosted(nameOrder(order, words))}</h1>
      {order.dated === "some" && <p className="note">{words.asPosted.partlyDated}</p>}
      <FlatThread nodes={order.nodes} reading={reading} />
    </Document>
  );
}

async function openArticle(params: Props["params"]) {
  const { article: slug } = await params;
  const archive = openArchive();
  const article = findArticle(archive, slug);
  return { settings: archive.settings, article, elsewhere: article && listArchivedLinks(archive, article) };
}
