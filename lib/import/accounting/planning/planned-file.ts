/** A file that an import wants in an article's folder, and the item of the source that it stands for. */
export type PlannedFile = {
  /** From the article's folder. */
  readonly path: string;
  readonly text: string;
  /** Absent for a placeholder: the source names it and does not hold it. */
  readonly item?: PlannedItem;
  /** The name above the text, for whoever must not let it come back. */
  readonly author?: string;
  /** The post's own place at its source. */
  readonly sourceId?: string;
  readonly sourceUrl?: string;
};

export type PlannedItem = {
  readonly source: string;
  readonly outcome: "article" | "comment" | "tombstone";
  readonly reason?: string;
};
