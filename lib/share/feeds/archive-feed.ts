import { absoluteAddressesOf } from "../../archive/addresses";
import type { Archive } from "../../archive/model";
import { wordsFor } from "../../text/language";
import { excerptMarkdown } from "../../text/markdown";
import { displayLine } from "../../text/typography";
import { createContext } from "../article-context";
import { listArchivedLinks } from "../old-addresses/archived-links";
import { describeArticle } from "./article-entry";
import type { Feed } from "./feed";
import { identifyArchive } from "./tag-uri";

/** Articles of the archive's feeds, each whole: ten thousand of them would be a hundred megabytes at every visit. */
const NEWEST = 50;
/** Code points. */
const SUBTITLE_LENGTH = 500;

/** The newest articles of the archive, newest first. */
export function describeArchiveFeed(archive: Archive): Feed {
  const { settings, articles } = archive;
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
    entries: articles
      .slice(0, NEWEST)
      .map((article) =>
        describeArticle(createContext(settings, article, listArchivedLinks(archive, article))),
      ),
  };
}
