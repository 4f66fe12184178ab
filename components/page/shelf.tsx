import { addressesOf } from "../../lib/archive/addresses";
import type { ArchiveSettings } from "../../lib/archive/model";
import { type Group, type Listed, type Shelf, UNDATED } from "../../lib/share/shelves/list-groups";
import { ALL } from "../../lib/share/shelves/name-group";
import { rootOf, type ShelfPage } from "../../lib/share/shelves/shelf-pages";
import { titleComment } from "../../lib/text/interface/sentences";
import type { Words } from "../../lib/text/interface/words";
import { wordsFor } from "../../lib/text/interface/words-for";
import { displayLine } from "../../lib/text/writing/typography";
import { displayName } from "../../lib/text/writing/unicode";
import { Document } from "./document";
import { describePage } from "./page-facts";
import { languageAttributes } from "./reading";
import { Timestamp } from "./timestamp";

type Props = { page: ShelfPage; settings: ArchiveSettings; words: Words };

/** A page of the index: years, sources, authors or participants, or what one of them has. */
export function ShelfDocument({ page, settings }: Omit<Props, "words">) {
  const words = wordsFor(settings.language);
  const { shelf, group, number, root } = page;
  const shelfTitle = words.shelves[shelf];
  const title = group ? nameOf(group, shelf, words) : shelfTitle;
  const numbered = number === undefined ? title : `${title}, ${words.shelves.page(number)}`;
  const addresses = addressesOf(settings.url);
  const facts = describePage(settings, {
    title: group ? `${numbered} · ${shelfTitle}` : numbered,
    description: words.shelves.describe(shelfTitle, group && title),
    path: addresses.file(pathOf(page)),
    language: settings.language,
  });
  return (
    <Document kind="shelf" settings={settings} words={words} page={facts}>
      <h1>
        <bdi>{numbered}</bdi>
      </h1>
      {group === undefined ? (
        <Groups page={page} settings={settings} words={words} />
      ) : (
        <Items page={page} settings={settings} words={words} />
      )}
      <PageLinks page={page} settings={settings} words={words} />
      <nav>
        {number !== undefined && <a href={addresses.file(root)}>{words.shelves.newest}</a>}
        {group && <a href={addresses.file(rootOf(shelf))}>{shelfTitle}</a>}
        <a href={addresses.index}>{words.shelves.index}</a>
      </nav>
    </Document>
  );
}

/** The ways from the index into its shelves. */
export function ShelfLinks({ settings, words }: Omit<Props, "page">) {
  const { file } = addressesOf(settings.url);
  const shelves: readonly Shelf[] = ["years", "sources", "authors"];
  const offered = settings.participants ? [...shelves, "participants" as const] : shelves;
  return offered.map((shelf) => (
    <a key={shelf} href={file(rootOf(shelf))}>
      {words.shelves[shelf]}
    </a>
  ));
}

function nameOf({ name }: Group, shelf: Shelf, { language, shelves }: Words): string {
  if (shelf === "years") return name === UNDATED ? shelves.undated : name;
  return shelf === "sources" ? displayLine(name, language) : displayName(name);
}

function pathOf({ shelf, group, number, root }: ShelfPage): string {
  if (number === undefined) return root;
  return `${shelf}/${group?.slug ?? ALL}/${number}/`;
}

/** Years newest first, all others by name. A full page counts nothing: a count would change it. */
function Groups({ page, settings, words }: Props) {
  const { shelf, groups, number } = page;
  const { file } = addressesOf(settings.url);
  const count = shelf === "participants" ? words.comments : words.articles;
  return (
    <ul className="shelf">
      {sortGroups(groups, shelf).map((group) => (
        <li key={group.slug}>
          <a href={file(`${shelf}/${group.slug}/`)}>
            <bdi>{nameOf(group, shelf, words)}</bdi>
          </a>
          {number === undefined && <span className="facts"> {count(group.items.length)}</span>}
        </li>
      ))}
    </ul>
  );
}

function sortGroups(groups: readonly Group[], shelf: Shelf): readonly Group[] {
  const way = shelf === "years" ? -1 : 1;
  return groups.toSorted((one, other) => (one.slug < other.slug ? -way : way));
}

function Items({ page, settings, words }: Props) {
  return (
    <ol className="shelf">
      {page.items.map((item) => (
        <Item
          key={`${item.article.slug}/${item.comment?.id}`}
          item={item}
          shelf={page.shelf}
          settings={settings}
          words={words}
        />
      ))}
    </ol>
  );
}

function Item({ item, shelf, settings, words }: Omit<Props, "page"> & { item: Listed; shelf: Shelf }) {
  const { article, comment } = item;
  const addresses = addressesOf(settings.url);
  const { title, language, source, published, timeZone, slug } = article;
  return (
    <li>
      {comment && (
        <>
          <a href={addresses.comment(slug, comment.id)}>{titleComment(comment, words)}</a>{" "}
        </>
      )}
      <a href={addresses.article(slug)} {...languageAttributes(language, words)}>
        {displayLine(title, language)}
      </a>
      <p className="facts">
        {shelf !== "sources" && displayLine(source.name, language)}
        {shelf !== "sources" && published && " · "}
        {published && <Timestamp iso={published} timeZone={timeZone} words={words} />}
      </p>
    </li>
  );
}

/** Pages that are named one by one; of those before them each tenth is. */
const NAMED = 10;

/** The full pages, the newest first. A full page names those before it alone: what comes later does not change it. */
function PageLinks({ page, settings, words }: Props) {
  const { shelf, group, number, pages } = page;
  const { file } = addressesOf(settings.url);
  const last = number === undefined ? pages : number - 1;
  const all = Array.from({ length: last }, (_, index) => last - index);
  const numbers = all.filter((linked) => linked > last - NAMED || linked % NAMED === 0 || linked === 1);
  if (numbers.length === 0) return null;
  return (
    <nav aria-label={words.shelves.older}>
      {words.shelves.older}
      {numbers.map((linked) => (
        <a key={linked} href={file(`${shelf}/${group?.slug ?? ALL}/${linked}/`)}>
          {linked}
        </a>
      ))}
    </nav>
  );
}
