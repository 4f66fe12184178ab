/** What is searched for: what the form's fields hold, under their names in the address; empty where nothing is asked. */
export type SearchQuery = Readonly<Record<SearchField, string>>;

export const SEARCH_FIELDS = ["q", "author", "article", "source", "year", "kind"] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** @param address what follows the path: `?q=censure&year=2021` */
export function readQuery(address: string): SearchQuery {
  const asked = new URLSearchParams(address);
  const read = (field: SearchField) => asked.get(field)?.trim() ?? "";
  return {
    ...{ q: read("q"), author: read("author"), article: read("article") },
    ...{ source: read("source"), year: read("year"), kind: read("kind") },
  };
}

/** The same search in the same words: always one address, empty where nothing is asked. */
export function writeQuery(query: SearchQuery): string {
  const asked = new URLSearchParams();
  for (const field of SEARCH_FIELDS) if (query[field] !== "") asked.set(field, query[field]);
  const written = asked.toString();
  return written && `?${written}`;
}
