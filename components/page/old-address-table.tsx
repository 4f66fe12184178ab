import { addressesOf } from "../../lib/archive/addresses";
import { findOutline } from "../../lib/archive/find";
import type { Catalogue } from "../../lib/archive/model";
import type { OldAddress } from "../../lib/share/old-addresses/old-addresses";
import { titleComment } from "../../lib/text/interface/sentences";
import type { Words } from "../../lib/text/interface/words";
import { displayLine } from "../../lib/text/writing/typography";
import { languageAttributes } from "./reading";

type Props = { archive: Catalogue; addresses: readonly OldAddress[]; words: Words };

/** Every original address beside the page that has its text: the browser's own search finds it there. */
export function OldAddressTable({ archive, addresses, words }: Props) {
  const { find } = words;
  return (
    <table className="old-addresses">
      <caption>{find.listed(addresses.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{find.original}</th>
          <th scope="col">{find.archived}</th>
        </tr>
      </thead>
      <tbody>
        {addresses.map((address) => (
          <tr key={address.key}>
            <td>{address.original}</td>
            <td>
              <PageLink archive={archive} address={address} words={words} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PageLink({ archive, address, words }: Omit<Props, "addresses"> & { address: OldAddress }) {
  const { slug, commentId, archived } = address;
  const article = findOutline(archive, slug);
  const href = addressesOf(archive.settings.url).file(archived);
  const node = commentId === undefined ? undefined : article?.thread.byId.get(commentId);
  if (node) return <a href={href}>{titleComment(node.comment, words)}</a>;
  return (
    <a href={href} {...(article && languageAttributes(article.language, words))}>
      {article && displayLine(article.title, article.language)}
    </a>
  );
}
