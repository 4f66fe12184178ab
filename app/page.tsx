import type { Metadata } from "next";
import { ArticleEntry } from "../components/article-entry";
import { Document } from "../components/document";
import { describePage, listFeeds } from "../components/page-metadata";
import { addressesOf } from "../lib/archive/addresses";
import { openArchive } from "../lib/archive/read";
import { wordsFor } from "../lib/text/language";
import { excerptMarkdown, renderMarkdown } from "../lib/text/markdown";

export function generateMetadata(): Metadata {
  const { settings, articles } = openArchive();
  const words = wordsFor(settings.language);
  const { index, file } = addressesOf(settings.url);
  const page = describePage(settings, {
    title: settings.name,
    description: excerptMarkdown(settings.description, 160) || words.articles(articles.length),
    path: index,
    copies: listFeeds(settings),
    language: settings.language,
  });
  // The index alone offers the archive to a home screen: whoever keeps another page there wants that page.
  const icons = { icon: file("icon.svg"), apple: file("apple-touch-icon.png") };
  return { ...page, manifest: file("manifest.webmanifest"), icons };
}

export default function IndexPage() {
  const { settings, articles } = openArchive();
  const words = wordsFor(settings.language);
  const description = renderMarkdown(settings.description, {
    language: settings.language,
    voice: "editorial",
    topHeading: 2,
    scope: "archive",
    words: words.markdown,
  });
  return (
    <Document settings={settings} words={words}>
      <h1>{settings.name}</h1>
      <div className="summary">{description.content}</div>
      <p className="facts">{words.articles(articles.length)}</p>
      {articles.map((article) => (
        <ArticleEntry key={article.slug} article={article} settings={settings} words={words} />
      ))}
      <nav>
        <a href={addressesOf(settings.url).find}>{words.find.link}</a>
      </nav>
    </Document>
  );
}
