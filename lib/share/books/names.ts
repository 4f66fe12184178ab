/** The file's name beside the page of its article: `some-article.epub`. */
export function nameBook(slug: string): string {
  return `${slug}.epub`;
}
