import { Document } from "../components/page/document";
import { describeNotFound } from "../components/page/page-facts";
import { addressesOf } from "../lib/archive/addresses";
import { openCatalogue } from "../lib/archive/reading/read";
import { wordsFor } from "../lib/text/interface/words-for";

export default function NotFoundPage() {
  const { settings } = openCatalogue();
  const words = wordsFor(settings.language);
  const addresses = addressesOf(settings.url);
  return (
    <Document kind="plain" settings={settings} words={words} page={describeNotFound(settings, words)}>
      <h1>{words.notFoundTitle}</h1>
      <p>{words.notFoundText}</p>
      <p>
        <a href={addresses.search}>{words.search.link}</a>
      </p>
      <p>
        <a href={addresses.find}>{words.find.link}</a>
      </p>
      <p>
        <a href={addresses.index}>{words.allArticles}</a>
      </p>
    </Document>
  );
}
