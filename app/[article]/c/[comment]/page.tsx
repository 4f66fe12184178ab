import { Citation } from "../../../../components/article/citation";
import { Document } from "../../../../components/page/document";
import { describeCommentPage } from "../../../../components/page/page-facts";
import { openReading } from "../../../../components/page/reading";
import { CommentArticle } from "../../../../components/thread/comment";
import {
  Ancestors,
  ArticleReference,
  CommentNavigation,
  Replies,
} from "../../../../components/thread/comment-context";
import { VanishedCommentPage } from "../../../../components/thread/vanished-comment";
import { addressesOf } from "../../../../lib/archive/addresses";
import { findArticle, findComment } from "../../../../lib/archive/find";
import { listCommentPages } from "../../../../lib/archive/pages";
import { openArchive } from "../../../../lib/archive/reading/read";
import { listCommentParams } from "../../../../lib/archive/static-params";
import { listArchivedLinks } from "../../../../lib/share/old-addresses/archived-links";
import { structureComment } from "../../../../lib/share/structured-data";
import { titleComment } from "../../../../lib/text/interface/sentences";
import NotFoundPage from "../../../not-found";

type Props = { params: Promise<{ article: string; comment: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return listCommentParams(listCommentPages(openArchive()));
}

export default async function CommentPage({ params }: Props) {
  const { settings, article, elsewhere, address, found } = await openComment(params);
  if (!article) return <NotFoundPage />;
  const reading = openReading(settings, article, "page", elsewhere);
  if (!found) return <VanishedCommentPage reading={reading} address={address} />;
  const { node, previous, next } = found;
  const { words } = reading;
  return (
    <Document
      kind="comment"
      settings={settings}
      words={words}
      page={describeCommentPage(settings, article, node)}
      data={structureComment(settings, article, node)}
      isEntry
    >
      <ArticleReference reading={reading} />
      <h1 className="p-name">{titleComment(node.comment, words)}</h1>
      <Ancestors node={node} reading={reading} />
      <CommentArticle node={node} reading={reading} heading={2} microformat="" />
      <Replies node={node} reading={reading} />
      <div className="provenance">
        <Citation node={node} reading={reading} />
      </div>
      <CommentNavigation node={node} previous={previous} next={next} reading={reading} />
    </Document>
  );
}

/** `found` is missing for a comment that was published and has vanished. */
async function openComment(params: Props["params"]) {
  const { article: slug, comment: id } = await params;
  const archive = openArchive();
  const article = findArticle(archive, slug);
  const address = addressesOf(archive.settings.url).comment(slug, id);
  return {
    ...{ settings: archive.settings, article, address },
    elsewhere: article && listArchivedLinks(archive, article),
    found: article && findComment(article.thread, id),
  };
}
