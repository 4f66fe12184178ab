import type { ReactNode } from "react";
import { addressesOf } from "../lib/archive/addresses";
import type { ArchiveSettings } from "../lib/archive/model";
import type { StructuredData } from "../lib/share/structured-data";
import type { Words } from "../lib/text/language";
import { StructuredDataBlock } from "./structured-data";

export type SkipLink = { readonly href: string; readonly label: string };

/** The whole document: landmarks, skip links, the archive's name above and its keeper below. */
export function Document(props: {
  settings: ArchiveSettings;
  words: Words;
  skipLinks?: readonly SkipLink[];
  /** A page that is read while it still arrives: it does not wait for its reader's taste. */
  isHuge?: boolean;
  /** Whether the page is an article's or a comment's own: then all of it is one entry (microformats2, h-entry). */
  isEntry?: boolean;
  data?: StructuredData;
  children: ReactNode;
}) {
  const { settings, words, skipLinks = [], isHuge = false, isEntry, data, children } = props;
  const addresses = addressesOf(settings.url);
  return (
    <html lang={words.language}>
      <head>
        {/* Until it has come, or failed to, nothing is painted: a reader who chose dark is not flashed at. */}
        <script src={addresses.file("reader.js")} defer blocking={isHuge ? undefined : "render"} />
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
