/** The files of a content folder with one article, `art`, by `b`, and so many comments on it, each saying these words. */
export function smallContent(comments: number, words = "x"): Record<string, string> {
  const ids = Array.from({ length: comments }, (_, index) => index + 1);
  return {
    "content/archive.md": ARCHIVE,
    "content/authors/b.md": "---\nname: B\n---\n",
    "content/art/article.md": articleFile("T"),
    ...Object.fromEntries(
      ids.map((id) => [`content/art/comments/${id}.md`, `---\nauthor: a\nposition: ${id}\n---\n${words}\n`]),
    ),
  };
}

const ARCHIVE =
  "---\nname: A\nlanguage: en\nurl: https://example.org/archive/\nkeeper: k\ncontact: mailto:k@example.org\ncards: none\n---\n";

export function articleFile(title: string): string {
  return `---\ntitle: ${title}\nlanguage: en\nauthor: b\npublished: 2021-01-15T09:00:00Z\ntimeZone: Europe/Paris\nsource:\n  name: S\n  url: https://s.example/\n---\nx\n`;
}
