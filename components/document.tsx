import type { ReactNode } from "react";
import { addressesOf } from "../lib/archive/addresses";
import type { ArchiveSettings } from "../lib/archive/model";
import type { Words } from "../lib/text/language";

export type SkipLink = { readonly href: string; readonly label: string };

/** The whole document: landmarks, skip links, the archive's name above and its keeper below. */
export function Document(props: {
  settings: ArchiveSettings;
  words: Words;
  skipLinks?: readonly SkipLink[];
  children: ReactNode;
}) {
  const { settings, words, skipLinks = [], children } = props;
  const addresses = addressesOf(settings.url);
  return (
    <html lang={words.language}>
      <body>
        {skipLinks.map(({ href, label }) => (
          <a key={href} className="skip" href={href}>
            {label}
          </a>
        ))}
        <header className="site">
          <a href={addresses.index}>{settings.name}</a>
        </header>
        <main>{children}</main>
        <footer className="site">
          <p>
            {words.keptBy(settings.keeper)} <a href={settings.contact}>{words.takeDown}</a>
          </p>
        </footer>
        <script src={addresses.file("reader.js")} defer />
      </body>
    </html>
  );
}
