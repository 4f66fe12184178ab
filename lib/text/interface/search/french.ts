/** What the script of the search says in French; named one by one, as the reader's words are. */

export const loading = "Recherche…";
export const countFound = (number: number) =>
  number === 0 ? "Aucun résultat." : `${number} résultat${number < 2 ? "" : "s"}.`;
export const nothingAsked =
  "Écrivez un mot, ou choisissez un auteur, un article, une source ou une année. Les mots de tous les textes, comme «\u202fle\u202f» ou «\u202fde\u202f», ne se cherchent pas.";
export const unread = "L’index n’a pas pu être lu. Essayez de nouveau.";
export const more = "Résultats suivants";
/** Before the title of the article that a comment is on. */
export const on = "sur";
export const onlyAuthor = "Ses commentaires";
export const onlyArticle = "Dans cet article";
