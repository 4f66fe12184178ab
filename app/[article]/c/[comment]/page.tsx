import type { Metadata } from "next";
import { CommentArticle } from "../../../../components/comment";
import {
  Ancestors,
  ArticleReference,
  CommentNavigation,
  Replies,
} from "../../../../components/comment-context";
import { Document } from "../../../../components/document";
import { describeCommentPage } from "../../../../components/page-metadata";
import { createReading } from "../../../../components/reading";
import { findArticle, findComment } from "../../../../lib/archive/find";
import { openArchive } from "../../../../lib/archive/read";
import { titleComment } from "../../../../lib/text/language";

type Props = { params: Promise<{ article: string; comment: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return openArchive().articles.flatMap(({ slug, thread }) =>
    thread.inSourceOrder.map(({ comment }) => ({ article: slug, comment: comment.id })),
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { settings, article, node } = await openComment(params);
  return describeCommentPage(settings, article, node);
}

export default async function CommentPage({ params }: Props) {
  const { settings, article, node, previous, next } = await openComment(params);
  const reading = createReading(settings, article, (to, { slug }, id) => to.comment(slug, id));
  const { words } = reading;
  return (
    <Document settings={settings} words={words}>
      <ArticleReference reading={reading} />
      <h1>{titleComment(node.comment, words)}</h1>
      <Ancestors node={node} reading={reading} />
      <CommentArticle node={node} reading={reading} heading={2} />
      <Replies node={node} reading={reading} />
      <CommentNavigation node={node} previous={previous} next={next} reading={reading} />
    </Document>
  );
}

async function openComment(params: Props["params"]) {
  const { article: slug, comment: id } = await params;
  const archive = openArchive();
  const article = findArticle(archive, slug);
  return { settings: archive.settings, article, ...findComment(article.thread, id) };
}
