/** Largest sizes a reader is asked to load, in bytes with brotli 11. A test holds the first content against them. */
export const BUDGET = {
  /** The article with its ten comments, everything that paints it included: twice its own 3,604 bytes of text, and the files to keep. */
  articlePage: 7_400,
  commentPage: 3_600,
  /** The article page with its icon and its script. */
  firstVisit: 13_000,
  /** The reader's script: it comes after the page is painted. */
  readerScript: 3_500,
  /** Files of the whole site of ten comments, each of which has a page and a card. */
  files: 75,
} as const;
