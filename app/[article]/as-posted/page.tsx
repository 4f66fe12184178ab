import { Document } from "../../../components/page/document";
import { describePostedPage } from "../../../components/page/page-facts";
import { openReading } from "../../../components/page/reading";
import { ArticleReference } from "../../../components/thread/comment-context";
import { FlatThread } from "../../../components/thread/thread";
import { findArticle } from "../../../lib/archive/find";
import { listThreadPages } from "../../../lib/archive/pages";
import { openArchive } from "../../../lib/archive/reading/read";
import { listArticleParams } from "../../../lib/archive/static-params";
import { orderByPosting } from "../../../lib/archive/thread/posting-order";
import { listArchivedLinks } from "../../../lib/share/old-addresses/archived-links";
import { nameOrder } from "../../../lib/text/interface/sentences";
import NotFoundPage from "../../not-found";

type Props = { params: Promise<{ article: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return listArticleParams(listThreadPages(openArchive()));
}

export default async function PostedPage({ params }: Props) {
  const { settings, article, elsewhere } = await openArticle(params);
  if (!article) return <NotFoundPage />;
  const reading = openReading(settings, article, "thread", elsewhere);
  const { words } = reading;
  const order = orderByPosting(article.thread);
  return (
    <Document
      kind="article"
      settings={settings}
      words={words}
      page={describePostedPage(settings, article)}
      skipLinks={[{ href: "#comments", label: words.skipToComments }]}
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
