/** What the script of the search says in English; named one by one, as the reader's words are. */

export const loading = "Searching…";
export const countFound = (number: number) =>
  number === 0 ? "Nothing found." : `${number} result${number === 1 ? "" : "s"}.`;
export const nothingAsked =
  "Write a word, or choose an author, an article, a source or a year. Words that all texts have, such as “the” or “of”, cannot be searched for.";
export const unread = "The index could not be read. Please try again.";
export const more = "Next results";
/** Before the title of the article that a comment is on. */
export const on = "on";
export const onlyAuthor = "Their comments";
export const onlyArticle = "In this article";
