import type { Reading } from "../page/reading";

/**
 * Stands above an article at an address that it had before. The page is whole, so that every link into it
 * still finds its comment; its canonical address is the new one.
 */
export function MovedNotice({ reading }: { reading: Reading }) {
  const { article, words, addresses } = reading;
  const address = addresses.article(article.slug);
  return (
    <p className="facts">
      {words.movedTo} <a href={address}>{addresses.absolute(address)}</a>
    </p>
  );
}
