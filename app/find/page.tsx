import { Document } from "../../components/page/document";
import { FindForm } from "../../components/page/find-form";
import { OldAddressTable } from "../../components/page/old-address-table";
import { describePage } from "../../components/page/page-facts";
import { addressesOf } from "../../lib/archive/addresses";
import type { ArchiveSettings } from "../../lib/archive/model";
import { openCatalogue } from "../../lib/archive/reading/read";
import { countShards } from "../../lib/share/old-addresses/address-index";
import { listOldAddresses } from "../../lib/share/old-addresses/old-addresses";
import type { Words } from "../../lib/text/interface/words";
import { wordsFor } from "../../lib/text/interface/words-for";

/** Beyond so many addresses the page would weigh more than the index, and a table is no help to anybody. */
const LISTED_ADDRESSES = 200;

export default function FindPage() {
  const archive = openCatalogue();
  const { settings } = archive;
  const words = wordsFor(settings.language);
  const { addresses } = listOldAddresses(archive);
  const isListed = addresses.length > 0 && addresses.length <= LISTED_ADDRESSES;
  return (
    <Document kind="find" settings={settings} words={words} page={describeFind(settings, words)}>
      <h1>{words.find.title}</h1>
      <p>{words.find.introduction}</p>
      <FindForm words={words} shards={countShards(addresses.length)} />
      <p data-scriptless="">{isListed ? words.find.scriptlessListed : words.find.scriptlessUnlisted}</p>
      {isListed && <OldAddressTable archive={archive} addresses={addresses} words={words} />}
      <nav>
        <a href={addressesOf(settings.url).search}>{words.search.link}</a>
        <a href={addressesOf(settings.url).index}>{words.allArticles}</a>
      </nav>
      <script src={addressesOf(settings.url).file("find.js")} defer />
    </Document>
  );
}

function describeFind(settings: ArchiveSettings, { find }: Words) {
  return describePage(settings, {
    title: find.title,
    description: find.introduction,
    path: addressesOf(settings.url).find,
    language: settings.language,
  });
}
