import { ArticleEntry } from "../components/article/article-entry";
import { Document } from "../components/page/document";
import { describePage, listFeeds } from "../components/page/page-facts";
import { noteText } from "../components/page/page-notes";
import { ShelfLinks } from "../components/page/shelf";
import { TextBlock } from "../components/page/text-block";
import { addressesOf } from "../lib/archive/addresses";
import type { ArchiveSettings } from "../lib/archive/model";
import { openCatalogue } from "../lib/archive/reading/read";
import { wordsFor } from "../lib/text/interface/words-for";
import { excerptMarkdown, renderMarkdown } from "../lib/text/markdown/markdown";

/** Articles that the index shows; its shelves list all. */
const NEWEST = 15;

export default function IndexPage() {
  const { settings, articles } = openCatalogue();
  const words = wordsFor(settings.language);
  const description = renderMarkdown(settings.description, {
    language: settings.language,
    voice: "editorial",
    topHeading: 2,
    scope: "archive",
    words: words.markdown,
  });
  noteText("index", description);
  return (
    <Document
      kind="index"
      settings={settings}
      words={words}
      page={describeIndex(settings, words.articles(articles.length))}
      links={<HomeScreenLinks settings={settings} />}
    >
      <h1>{settings.name}</h1>
      <TextBlock text={description} className="summary" />
      <p className="facts">{words.articles(articles.length)}</p>
      {articles.length > NEWEST && <p className="note">{words.shelves.newestArticles(NEWEST)}</p>}
      {articles.slice(0, NEWEST).map((article) => (
        <ArticleEntry key={article.slug} article={article} settings={settings} words={words} />
      ))}
      <nav>
        <ShelfLinks settings={settings} words={words} />
        <a href={addressesOf(settings.url).search}>{words.search.link}</a>
        <a href={addressesOf(settings.url).find}>{words.find.link}</a>
      </nav>
    </Document>
  );
}

function describeIndex(settings: ArchiveSettings, count: string) {
  return describePage(settings, {
    title: settings.name,
    description: excerptMarkdown(settings.description, 160) || count,
    path: addressesOf(settings.url).index,
    copies: listFeeds(settings),
    language: settings.language,
  });
}

/** The index alone offers the archive to a home screen: whoever keeps another page there wants that page. */
function HomeScreenLinks({ settings }: { settings: ArchiveSettings }) {
  const { file } = addressesOf(settings.url);
  return (
    <>
      <link rel="manifest" href={file("manifest.webmanifest")} />
      <link rel="apple-touch-icon" href={file("apple-touch-icon.png")} />
    </>
  );
}
