import { Document } from "../../components/page/document";
import { describePage } from "../../components/page/page-facts";
import { SearchForm } from "../../components/search/search-form";
import { addressesOf } from "../../lib/archive/addresses";
import type { ArchiveSettings } from "../../lib/archive/model";
import { openCatalogue } from "../../lib/archive/reading/read";
import { nameScript } from "../../lib/share/reader/scripts";
import { indexForSearch } from "../../lib/share/search/search-index";
import type { Words } from "../../lib/text/interface/words";
import { wordsFor } from "../../lib/text/interface/words-for";

export default function SearchPage() {
  const archive = openCatalogue();
  const { settings } = archive;
  const words = wordsFor(settings.language);
  const addresses = addressesOf(settings.url);
  const sources = new Set(archive.articles.map(({ source }) => source.name));
  return (
    <Document kind="search" settings={settings} words={words} page={describeSearch(settings, words)}>
      <h1>{words.search.title}</h1>
      <p>{words.search.introduction}</p>
      <SearchForm words={words} index={indexForSearch(archive)} sources={[...sources].sort()} />
      <p data-scriptless="">{words.search.scriptless}</p>
      <nav>
        <a href={addresses.index}>{words.allArticles}</a>
        <a href={addresses.find}>{words.find.link}</a>
      </nav>
      <script src={addresses.file(nameScript("search", words.language))} defer />
    </Document>
  );
}

function describeSearch(settings: ArchiveSettings, { search }: Words) {
  return describePage(settings, {
    title: search.title,
    description: search.introduction,
    path: addressesOf(settings.url).search,
    language: settings.language,
  });
}
