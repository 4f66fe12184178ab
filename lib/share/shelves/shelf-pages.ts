import { NOBODY } from "../../archive/addresses";
import { indexOnce } from "../../archive/index-once";
import type { Catalogue } from "../../archive/model";
import { type Group, type Listed, listGroups, SHELVES, type Shelf } from "./list-groups";
import { ALL } from "./name-group";
import { splitPages } from "./split-pages";

/** A page of the index: the groups of a shelf, or what one group has. */
export type ShelfPage = {
  readonly shelf: Shelf;
  /** Absent from a list of groups. */
  readonly group?: Group;
  readonly groups: readonly Group[];
  /** Newest first. */
  readonly items: readonly Listed[];
  /** Of a full page, from 1; absent from the one that has what came since. */
  readonly number?: number;
  /** How many full pages there are. */
  readonly pages: number;
  /** In the site, of the page that has what came since: `years/2021/`. */
  readonly root: string;
};

/** What stands on one page: few enough that none weighs more than 30 KB. */
const ITEMS = 40;
const GROUPS = 150;

/** Every page of the index but the first, by its path in the site: `years/`, `years/2021/`, `years/2021/1/`. */
export const listShelfPages = indexOnce(
  (catalogue: Catalogue): ReadonlyMap<string, ShelfPage> =>
    new Map(SHELVES.flatMap((shelf) => listPages(shelf, listGroups(catalogue, shelf)))),
);

function listPages(shelf: Shelf, all: readonly Group[]): (readonly [string, ShelfPage])[] {
  const root = rootOf(shelf);
  // The full pages of a long list of groups stand where those of a group do.
  const above = placePages(splitPages(all, GROUPS), root, `${shelf}/${ALL}/`, (groups) => ({
    ...{ shelf, root, items: [], groups },
  }));
  const below = all.flatMap((group) => {
    const root = `${shelf}/${group.slug}/`;
    return placePages(splitPages(group.items, ITEMS), root, root, (items) => ({
      ...{ shelf, root, group, groups: [], items: items.toReversed() },
    }));
  });
  const isAskedFor = shelf !== "participants" || all.length > 0;
  return isAskedFor ? [...above, ...below] : [];
}

/** Where a shelf's list of groups stands: Next cannot leave out a page of a fixed address. */
export function rootOf(shelf: Shelf): string {
  return shelf === "participants" ? `${shelf}/${ALL}/` : `${shelf}/`;
}

function placePages<Item>(
  { full, newest }: ReturnType<typeof splitPages<Item>>,
  root: string,
  folder: string,
  present: (items: readonly Item[]) => Omit<ShelfPage, "number" | "pages">,
): (readonly [string, ShelfPage])[] {
  const pages = full.length;
  return [
    [root, { ...present(newest), pages }],
    ...full.map((items, index) => {
      const number = index + 1;
      return [`${folder}${number}/`, { ...present(items), number, pages }] as const;
    }),
  ];
}

/** The page of a group, or of a number of it. */
export function findShelfPage(
  catalogue: Catalogue,
  shelf: Shelf,
  group?: string,
  number?: string,
): ShelfPage | undefined {
  const names = [shelf, group, number].filter((name) => name !== undefined);
  return listShelfPages(catalogue).get(`${names.join("/")}/`);
}

/** The addresses of a shelf below its own, for Next; it refuses a route without any. */
export function listGroupParams(catalogue: Catalogue, shelf: Shelf): { group: string }[] {
  const groups = listNames(catalogue, shelf, 1).map(([group = NOBODY]) => ({ group }));
  return groups.length > 0 ? groups : [{ group: NOBODY }];
}

/** The same of full pages. */
export function listNumberParams(catalogue: Catalogue, shelf: Shelf): { group: string; page: string }[] {
  const pages = listNames(catalogue, shelf, 2).map(([group = NOBODY, page = NOBODY]) => ({ group, page }));
  return pages.length > 0 ? pages : [{ group: NOBODY, page: NOBODY }];
}

/** What follows the shelf in the addresses that have so many parts behind it. */
function listNames(catalogue: Catalogue, shelf: Shelf, parts: number): string[][] {
  return [...listShelfPages(catalogue).keys()]
    .map((path) => path.split("/").slice(0, -1))
    .filter(([first, ...names]) => first === shelf && names.length === parts)
    .map(([, ...names]) => names);
}
