import type { Metadata } from "next";
import { Document } from "../components/document";
import { addressesOf } from "../lib/archive/addresses";
import { openArchive } from "../lib/archive/read";
import { wordsFor } from "../lib/text/language";

export function generateMetadata(): Metadata {
  const { settings } = openArchive();
  const words = wordsFor(settings.language);
  return {
    title: `${words.notFoundTitle} · ${settings.name}`,
    description: words.notFoundText,
    icons: addressesOf(settings.url).file("icon.svg"),
  };
}

export default function NotFoundPage() {
  const { settings } = openArchive();
  const words = wordsFor(settings.language);
  const addresses = addressesOf(settings.url);
  return (
    <Document settings={settings} words={words}>
      <h1>{words.notFoundTitle}</h1>
      <p>{words.notFoundText}</p>
      <p>
        <a href={addresses.find}>{words.find.link}</a>
      </p>
      <p>
        <a href={addresses.index}>{words.allArticles}</a>
      </p>
    </Document>
  );
}
