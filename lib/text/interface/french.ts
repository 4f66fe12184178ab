import type { Words } from "./words";

/** `1 commentaire`, `2 commentaires`; in French zero is singular. */
function count(number: number, one: string, many: string): string {
  return `${number} ${number < 2 ? one : many}`;
}

/** `9`, `3 et 9`, `3, 4 et 9`. */
const list = new Intl.ListFormat("fr", { type: "conjunction" });

export const french: Words = {
  language: "fr",
  patterns: { day: "d MMMM yyyy", firstDay: "do MMMM yyyy", time: " 'à' HH'h'mm" },

  skipToArticle: "Aller à l’article",
  skipToComments: "Aller aux commentaires",
  skipToAuthor: "Aller à l’auteur",
  allArticles: "Tous les articles",
  keptBy: (keeper) =>
    `${keeper === undefined ? "" : `Archive tenue par ${keeper}. `}Les textes appartiennent à leurs auteurs.`,
  takeDown: "Demander un retrait",

  articles: (number) => count(number, "article", "articles"),
  comments: (number) => count(number, "commentaire", "commentaires"),
  commentsHeading: (number) => `Commentaires (${number})`,
  noComments: "Aucun commentaire n’accompagne cet article.",
  by: (name) => `Par ${name}`,
  byline: (name, role) => (role ? `Par ${name}, ${role}.` : `Par ${name}.`),
  publishedOn: "Publié le",
  source: "Source\u00a0:",
  sources: "Sources\u00a0:",
  aboutAuthor: "L’auteur",
  lostPicture: "L’image n’a pas été conservée. Sa légende\u00a0:",
  uncapturedText: "Le texte de cet article n’est pas dans ce qui en a été capturé ou exporté.",
  erasedArticle: "Le texte de cet article a été retiré de l’archive.",

  provenance: "Provenance",
  publishedBy: "Publié par",
  originalAddress: "Adresse d’origine\u00a0:",
  capturedOn: "Capturé le",
  captureUndated: "La date de la capture n’est pas connue.",
  leftOut: (what) => `Laissé de côté\u00a0: ${what}`,
  archivedOf: (present, announced) => {
    const archived = count(present, "commentaire archivé", "commentaires archivés");
    return announced === undefined
      ? `${archived}.`
      : `${archived} sur ${count(announced, "annoncé", "annoncés")}.`;
  },
  erasedCount: (number) =>
    `${count(number, "commentaire a été retiré", "commentaires ont été retirés")} de l’archive.`,
  lostCount: (number) =>
    `${count(number, "commentaire connu est perdu", "commentaires connus sont perdus")}.`,
  hiddenCount: (number) =>
    `${count(number, "commentaire est masqué", "commentaires sont masqués")} par la source.`,
  gaps: (positions, number) =>
    number === 1
      ? `Il manque le commentaire de la position ${list.format(positions)}.`
      : `Il manque les commentaires des positions ${list.format(positions)}.`,
  range: (first, last) => `${first} à ${last}`,
  undatedComments: "La source ne date pas les commentaires\u00a0: aucune date n’est affichée.",
  boundedComments:
    "La source ne date pas les commentaires\u00a0: chacun porte la date de la capture, la dernière qui soit possible.",
  timesOf: (zone) => `Les heures sont celles du fuseau ${zone}.`,
  zonelessTimes:
    "La source ne dit pas de quel fuseau sont ses heures\u00a0: elles sont affichées telles qu’elle les donne.",
  detectedLanguage: "La langue a été reconnue par un programme.",
  importedFrom: "Importé de",
  fingerprint: "Empreinte du contenu (SHA-256)\u00a0:",

  commentTitle: (number, author) => `Commentaire ${number} de ${author}`,
  commentNumber: (position) => `nº\u00a0${position}`,
  unnumbered: "sans numéro",
  inReplyTo: "en réponse à",
  basis: {
    explicit: "",
    nesting: "d’après la mise en retrait",
    quote: "d’après la citation",
    mention: "d’après la mention",
    editor: "selon l’archiviste",
  },
  uncertain: "sans certitude",
  notAfter: "au plus tard le",
  editedOn: "modifié le",
  edited: "modifié",
  likes: (number) => `${count(number, "mention", "mentions")} «\u202fj’aime\u202f»`,
  absentFromThread: (names) => {
    const mentioned = list.format(names.map((name) => `@${name}`));
    return names.length === 1
      ? `${mentioned} n’a aucun commentaire dans ce fil.`
      : `${mentioned} n’ont aucun commentaire dans ce fil.`;
  },
  shownAsPlainText: "Ce texte est montré sans mise en forme, tel qu’il est dans le fichier.",
  missingComment: "Ce commentaire n’a pas été conservé.",
  erasedComment: "Ce commentaire a été retiré de l’archive.",
  hiddenComment: "Ce commentaire est masqué par la source.",
  unknownAuthor: "auteur inconnu",
  erasure: {
    participant: (number) => `participant retiré ${number}`,
    passage: "[passage retiré]",
  },
  reason: "Motif\u00a0:",

  commentOn: "À propos de",
  precedingComments: "Ce à quoi il répond",
  commentsBetween: (number) => `${count(number, "commentaire intermédiaire", "commentaires intermédiaires")}`,
  replies: (number) => count(number, "réponse", "réponses"),
  place: (level, replies) =>
    `niveau ${level}, ${replies === 0 ? "sans réponse" : count(replies, "réponse", "réponses")}`,
  answeredIn: "Réponses\u00a0:",
  articleAuthor: "auteur de l’article, d’après son nom",
  seeInThread: "Voir dans le fil",
  previousComment: "Précédent",
  nextComment: "Suivant",
  commentNavigation: "D’un commentaire à l’autre",

  orders: "Ordre des commentaires",
  conversation: "Conversation",
  asPosted: {
    dated: "Ordre de publication",
    undated: "Ordre de la source",
    partlyDated: "Un commentaire sans date suit celui qui le précède dans la source.",
  },
  commentsAsPosted: (order) => `Commentaires\u00a0: ${order.toLowerCase()}`,
  events: {
    title: "Ce qui est arrivé au fil",
    names: {
      closed: "Fermé",
      reopened: "Rouvert",
      archived: "Archivé",
      unarchived: "Sorti des archives",
      pinned: "Épinglé",
      unpinned: "Désépinglé",
      hidden: "Masqué",
      shown: "Affiché de nouveau",
      moved: "Déplacé",
      split: "Scindé",
      merged: "Fusionné",
      renamed: "Renommé",
      other: "Autre fait",
    },
    on: "le",
    by: (name) => `par ${name}`,
    saying: (text) => `\u00a0: ${text}`,
  },
  threadMap: "Carte du fil",
  skipMap: "Passer la carte",
  participants: (number) => count(number, "participant", "participants"),

  movedTo: "Cet article a changé d’adresse\u00a0:",
  vanishedTitle: "Commentaire disparu",
  vanishedText: "Un commentaire a été publié à cette adresse. Son fichier n’est plus dans l’archive.",
  resembles: (name) => `Ce nom ressemble à celui de ${name}, autre participant du fil.`,

  notFoundTitle: "Page introuvable",
  notFoundText:
    "Rien n’est archivé à cette adresse. Les adresses de cette archive ne changent pas\u00a0: vérifiez qu’elle a été copiée en entier.",

  find: {
    title: "Retrouver une page par son adresse d’origine",
    introduction:
      "Vous avez l’adresse d’un article ou d’un commentaire sur son site d’origine\u202f? Donnez-la\u00a0: si la page est archivée ici, vous y êtes conduit.",
    label: "Adresse sur le site d’origine",
    button: "Chercher",
    invalid: "Ce n’est pas l’adresse d’une page. Une adresse s’écrit https://exemple.fr/article.",
    unknown: "Aucune page de cette archive ne vient de cette adresse.",
    unread: "La liste des adresses n’a pas pu être lue. Essayez de nouveau.",
    scriptlessListed:
      "Le formulaire de recherche demande JavaScript. Sans lui, cherchez l’adresse dans la table ci-dessous avec la recherche du navigateur.",
    scriptlessUnlisted:
      "Le formulaire de recherche demande JavaScript. Sans lui, cherchez l’article par son titre\u00a0: sa page donne son adresse d’origine.",
    listed: (number) => count(number, "adresse d’origine", "adresses d’origine"),
    original: "Adresse d’origine",
    archived: "Page archivée",
    link: "Retrouver une page par son adresse sur le site d’origine",
  },
  shelves: {
    years: "Par année",
    sources: "Par source",
    authors: "Par auteur",
    participants: "Par participant",
    undated: "Sans date",
    page: (number) => `page ${number}`,
    older: "Pages précédentes\u00a0:",
    newest: "Les plus récents",
    index: "Index de l’archive",
    describe: (shelf, group) =>
      group === undefined ? `Index\u00a0: ${shelf.toLowerCase()}.` : `${shelf}\u00a0: ${group}.`,
    newestArticles: (number) => `Les ${number} plus récents\u00a0:`,
  },
  search: {
    title: "Chercher dans l’archive",
    introduction:
      "Des mots d’un article ou d’un commentaire, en français ou en anglais. Les accents, les majuscules et les terminaisons ne comptent pas.",
    label: "Mots",
    button: "Chercher",
    filters: "Filtres",
    author: "Auteur du commentaire",
    article: "Article",
    source: "Source",
    year: "Année",
    kind: "Articles ou commentaires",
    any: "Tout",
    kinds: { article: "Articles", comment: "Commentaires" },
    scriptless:
      "La recherche demande JavaScript. Sans lui, l’index mène à tous les articles, et la recherche du navigateur trouve les mots d’une page.",
    link: "Chercher dans les articles et les commentaires",
  },
  hosting: { licence: "Licence\u00a0:" },
  citation: {
    cite: "Citer",
    online: "[en ligne]",
    undated: "[sans date]",
    within: "In\u00a0:",
    comment: (number) => `Commentaire ${number}`,
    commentOn: (number, title) => `Commentaire ${number} sur «\u202f${title}\u202f»`,
    archivedIn: (archive) => `Archivé dans ${archive}\u00a0:`,
    originalOfArticle: "Adresse d’origine de l’article\u00a0:",
  },

  keep: "Conserver",
  book: {
    cover: "Couverture",
    contents: "Sommaire",
    text: "L’article",
    thread: "Les commentaires",
    access:
      "Texte recomposable, avec des titres, un sommaire à plusieurs niveaux et des liens entre les commentaires et leurs réponses. Les images portent les textes de remplacement de leur source.",
  },

  markdown: {
    footnotes: "Notes",
    backToText: "Retour au texte",
    picture: "image",
    absentName: "absent du fil",
    taskDone: "fait",
    taskOpen: "à faire",
  },
};
