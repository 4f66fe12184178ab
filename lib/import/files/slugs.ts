import anyAscii from "any-ascii";
import { isId, isSlug } from "../../archive/format/names";

/** What an id may be long, in characters. */
const LONGEST = 64;

/** Any text as words of `a-z`, `0-9` and hyphens, whatever its script; empty where nothing of it can be said so. */
export function slugify(text: string, length = LONGEST): string {
  const words = anyAscii(text.normalize("NFKC"))
    .toLowerCase()
    .replace(/['’]/gu, "")
    .replace(/[^a-z0-9]+/gu, "-");
  const slug = words.replace(/^-+|-+$/gu, "");
  if (slug.length <= length) return slug;
  const cut = slug.slice(0, length + 1).replace(/-[^-]*$/u, "");
  return (cut.length > length ? slug.slice(0, length) : cut).replace(/-+$/u, "");
}

/**
 * The slug of a new article: the source's own, else its title's, else the system and its id; where that is taken or not
 * allowed, with the source's id behind it.
 */
export function chooseSlug(
  {
    own,
    title,
    system,
    id,
  }: { readonly own?: string; readonly title: string; readonly system: string; readonly id: string },
  isTaken: (slug: string) => boolean,
): string {
  const bare = slugify(id, 40) || "thread";
  const named = slugify(own ?? "") || slugify(title) || `${system}-${bare}`;
  if (isSlug(named) && !isTaken(named)) return named;
  const distinct = `${slugify(named, LONGEST - bare.length - 1)}-${bare}`;
  if (isSlug(distinct) && !isTaken(distinct)) return distinct;
  return `${system}-${bare}`.slice(0, LONGEST);
}

/** The id of a comment's or an author's file: the source's own id where it is one already. */
export function idOf(sourceId: string): string {
  if (isId(sourceId)) return sourceId;
  const slug = slugify(sourceId);
  return isId(slug) ? slug : `x-${slugify(sourceId, LONGEST - 2) || "0"}`;
}
