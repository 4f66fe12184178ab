import type { Words } from "./words";

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

export const english: Words = {
  language: "en",
  patterns: { day: "d MMMM yyyy", firstDay: "d MMMM yyyy", time: " 'at' HH:mm" },

  skipToArticle: "Skip to the article",
  skipToComments: "Skip to the comments",
  skipToAuthor: "Skip to the author",
  allArticles: "All articles",
  keptBy: (keeper) =>
    `${keeper === undefined ? "" : `Archive kept by ${keeper}. `}The texts belong to their authors.`,
  takeDown: "Ask for a removal",

  articles: (number) => count(number, "article", "articles"),
  comments: (number) => count(number, "comment", "comments"),
  commentsHeading: (number) => `Comments (${number})`,
  noComments: "No comment came with this article.",
  by: (name) => `By ${name}`,
  byline: (name, role) => (role ? `By ${name}, ${role}.` : `By ${name}.`),
  publishedOn: "Published on",
  source: "Source:",
  sources: "Sources:",
  aboutAuthor: "The author",
  lostPicture: "The picture was not preserved. Its caption:",
  uncapturedText: "The text of this article is not in what was captured or exported of it.",
  erasedArticle: "The text of this article was removed from the archive.",

  provenance: "Provenance",
  publishedBy: "Published by",
  originalAddress: "Original address:",
  capturedOn: "Captured on",
  captureUndated: "The date of the capture is not known.",
  leftOut: (what) => `Left out: ${what}`,
  archivedOf: (present, announced) => {
    const archived = count(present, "comment archived", "comments archived");
    return announced === undefined ? `${archived}.` : `${archived} of ${announced} announced.`;
  },
  erasedCount: (number) => `${count(number, "comment was", "comments were")} removed from the archive.`,
  lostCount: (number) => `${count(number, "known comment is", "known comments are")} lost.`,
  hiddenCount: (number) => `${count(number, "comment is", "comments are")} hidden by the source.`,
  gaps: (positions, number) =>
    number === 1
      ? `The comment at position ${list.format(positions)} is missing.`
      : `The comments at positions ${list.format(positions)} are missing.`,
  range: (first, last) => `${first} to ${last}`,
  undatedComments: "The source gives no dates for the comments: none is shown.",
  boundedComments:
    "The source gives no dates for the comments: each bears that of the capture, the last that it can have.",
  timesOf: (zone) => `Times are those of the zone ${zone}.`,
  zonelessTimes: "The source does not say in which zone its times are: they are shown as it gives them.",
  detectedLanguage: "The language was recognised by a program.",
  importedFrom: "Imported from",
  fingerprint: "Fingerprint of the content (SHA-256):",

  commentTitle: (number, author) => `Comment ${number} by ${author}`,
  commentNumber: (position) => `no.\u00a0${position}`,
  unnumbered: "no number",
  inReplyTo: "in reply to",
  basis: {
    explicit: "",
    nesting: "going by the nesting",
    quote: "going by the quotation",
    mention: "going by the mention",
    editor: "according to the archivist",
  },
  uncertain: "uncertain",
  notAfter: "no later than",
  editedOn: "edited on",
  edited: "edited",
  likes: (number) => count(number, "like", "likes"),
  absentFromThread: (names) => {
    const mentioned = list.format(names.map((name) => `@${name}`));
    return names.length === 1
      ? `${mentioned} has no comment in this thread.`
      : `${mentioned} have no comment in this thread.`;
  },
  shownAsPlainText: "This text is shown without formatting, as it stands in its file.",
  missingComment: "This comment was not preserved.",
  erasedComment: "This comment was removed from the archive.",
  hiddenComment: "This comment is hidden by the source.",
  unknownAuthor: "unknown author",
  erasure: {
    participant: (number) => `removed participant ${number}`,
    passage: "[passage removed]",
  },
  reason: "Reason:",

  commentOn: "On",
  precedingComments: "What it answers",
  commentsBetween: (number) => count(number, "comment in between", "comments in between"),
  replies: (number) => count(number, "reply", "replies"),
  place: (level, replies) =>
    `level ${level}, ${replies === 0 ? "no replies" : count(replies, "reply", "replies")}`,
  answeredIn: "Replies:",
  articleAuthor: "the article’s author, going by the name",
  seeInThread: "See it in the thread",
  previousComment: "Previous",
  nextComment: "Next",
  commentNavigation: "From comment to comment",

  orders: "Order of the comments",
  conversation: "Conversation",
  asPosted: {
    dated: "As posted",
    undated: "Order of the source",
    partlyDated: "A comment without a date follows the one before it in the source.",
  },
  commentsAsPosted: (order) => `Comments: ${order.toLowerCase()}`,
  events: {
    title: "What happened to the thread",
    names: {
      closed: "Closed",
      reopened: "Reopened",
      archived: "Archived",
      unarchived: "Taken out of the archive",
      pinned: "Pinned",
      unpinned: "Unpinned",
      hidden: "Hidden",
      shown: "Shown again",
      moved: "Moved",
      split: "Split",
      merged: "Merged",
      renamed: "Renamed",
      other: "Other",
    },
    on: "on",
    by: (name) => `by ${name}`,
    saying: (text) => `: ${text}`,
  },
  threadMap: "Map of the thread",
  skipMap: "Skip the map",
  participants: (number) => count(number, "participant", "participants"),

  movedTo: "This article has moved:",
  vanishedTitle: "Vanished comment",
  vanishedText: "A comment was published at this address. Its file is no longer in the archive.",
  resembles: (name) => `This name resembles that of ${name}, another participant of the thread.`,

  notFoundTitle: "Page not found",
  notFoundText:
    "Nothing is archived at this address. Addresses of this archive do not change: check that it was copied in full.",

  find: {
    title: "Find a page by its original address",
    introduction:
      "Do you have the address of an article or a comment on its original site? Give it here: if the page is archived, you are led to it.",
    label: "Address on the original site",
    button: "Find",
    invalid: "This is not the address of a page. An address is written like https://example.org/article.",
    unknown: "No page of this archive comes from this address.",
    unread: "The list of addresses could not be read. Please try again.",
    scriptlessListed:
      "The search form needs JavaScript. Without it, look for the address in the table below with the browser’s own search.",
    scriptlessUnlisted:
      "The search form needs JavaScript. Without it, look for the article by its title: its page gives its original address.",
    listed: (number) => count(number, "original address", "original addresses"),
    original: "Original address",
    archived: "Archived page",
    link: "Find a page by its address on the original site",
  },
  shelves: {
    years: "By year",
    sources: "By source",
    authors: "By author",
    participants: "By participant",
    undated: "Undated",
    page: (number) => `page ${number}`,
    older: "Earlier pages:",
    newest: "The newest",
    index: "Index of the archive",
    describe: (shelf, group) =>
      group === undefined ? `Index: ${shelf.toLowerCase()}.` : `${shelf}: ${group}.`,
    newestArticles: (number) => `The ${number} newest:`,
  },
  search: {
    title: "Search the archive",
    introduction:
      "Words of an article or a comment, in French or in English. Accents, capitals and endings make no difference.",
    label: "Words",
    button: "Search",
    filters: "Filters",
    author: "Author of the comment",
    article: "Article",
    source: "Source",
    year: "Year",
    kind: "Articles or comments",
    any: "All",
    kinds: { article: "Articles", comment: "Comments" },
    scriptless:
      "The search needs JavaScript. Without it the index leads to all articles, and the browser’s own search finds the words of a page.",
    link: "Search the articles and comments",
  },
  hosting: { licence: "Licence:" },
  citation: {
    cite: "Cite",
    online: "[online]",
    undated: "[n.d.]",
    within: "In:",
    comment: (number) => `Comment ${number}`,
    commentOn: (number, title) => `Comment ${number} on “${title}”`,
    archivedIn: (archive) => `Archived in ${archive}:`,
    originalOfArticle: "Original address of the article:",
  },

  keep: "Keep",
  book: {
    cover: "Cover",
    contents: "Contents",
    text: "The article",
    thread: "The comments",
    access:
      "Reflowable text with headings, a nested table of contents and links between comments and their replies. Pictures carry the alternative texts of their source.",
  },

  markdown: {
    footnotes: "Notes",
    backToText: "Back to the text",
    picture: "picture",
    absentName: "absent from the thread",
    taskDone: "done",
    taskOpen: "to do",
  },
};
