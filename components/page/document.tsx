import type { ReactNode } from "react";
import { addressesOf } from "../../lib/archive/addresses";
import type { ArchiveSettings } from "../../lib/archive/model";
import { EARLY_PREFERENCES } from "../../lib/share/reader/early-preferences";
import { nameScript } from "../../lib/share/reader/scripts";
import type { StructuredData } from "../../lib/share/structured-data";
import type { Words } from "../../lib/text/interface/words";
import { HeadFacts } from "./head";
import type { PageFacts } from "./page-facts";
import { noteKind, type PageKind } from "./page-notes";
import { StructuredDataBlock } from "./structured-data";

export type SkipLink = { readonly href: string; readonly label: string };

/** The whole document: landmarks, skip links, the archive's name above and its keeper below. */
export function Document(props: {
  kind: PageKind;
  settings: ArchiveSettings;
  words: Words;
  page: PageFacts;
  /** Further `<link>`s of the head. */
  links?: ReactNode;
  skipLinks?: readonly SkipLink[];
  /** Whether the page is an article's or a comment's own: then all of it is one entry (microformats2, h-entry). */
  isEntry?: boolean;
  data?: StructuredData;
  children: ReactNode;
}) {
  const { kind, settings, words, page, links, skipLinks = [], isEntry, data, children } = props;
  const addresses = addressesOf(settings.url);
  noteKind(kind);
  return (
    <html lang={words.language}>
      <head>
        <HeadFacts page={page} settings={settings} />
        {links}
        <script>{EARLY_PREFERENCES}</script>
        <script src={addresses.file(nameScript("reader", words.language))} defer />
      </head>
      <body>
        {skipLinks.map(({ href, label }) => (
          <a key={href} className="skip" href={href}>
            {label}
          </a>
        ))}
        <header className="site">
          <a href={addresses.index}>{settings.name}</a>
        </header>
        <main className={isEntry ? "h-entry" : undefined}>{children}</main>
        <footer className="site">
          <p>
            {words.keptBy(settings.keeper)} <Licence settings={settings} words={words} />
            {settings.contact && <a href={settings.contact}>{words.takeDown}</a>}
          </p>
        </footer>
        {data && <StructuredDataBlock data={data} />}
      </body>
    </html>
  );
}

function Licence({ settings: { licence }, words }: { settings: ArchiveSettings; words: Words }) {
  if (!licence) return null;
  const { name, url } = licence;
  return (
    <>
      {words.hosting.licence}{" "}
      {url === undefined ? (
        name
      ) : (
        <a rel="license" href={url}>
          {name}
        </a>
      )}
      .{" "}
    </>
  );
}
