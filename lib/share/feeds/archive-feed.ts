import { absoluteAddressesOf } from "../../archive/addresses";
import type { Catalogue } from "../../archive/model";
import { wordsFor } from "../../text/interface/words-for";
import { excerptMarkdown } from "../../text/markdown/markdown";
import { displayLine } from "../../text/writing/typography";
import type { Feed } from "./feed";
import { describeNewest } from "./newest-entries";
import { identifyArchive } from "./tag-uri";

/** Code points. */
const SUBTITLE_LENGTH = 500;

/** The newest articles of the archive, newest first. */
export function describeArchiveFeed(catalogue: Catalogue): Feed {
  const { settings } = catalogue;
  const { language } = settings;
  const words = wordsFor(language);
  const addresses = absoluteAddressesOf(settings.url);
  const subtitle = displayLine(excerptMarkdown(settings.description, SUBTITLE_LENGTH), language);
  return {
    id: identifyArchive(settings),
    language,
    title: { text: settings.name, language },
    subtitle: subtitle === "" ? undefined : { text: subtitle, language },
    rights: { text: words.keptBy(settings.keeper), language: words.language },
    page: addresses.index,
    icon: addresses.file("icon.svg"),
    entries: describeNewest(catalogue),
  };
}
