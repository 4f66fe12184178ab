/*
 * A feed as every format sees it. Addresses are absolute, moments RFC 3339, languages BCP 47, identifiers `tag:` URIs.
 */

/** Words in a language of their own. */
export type Line = { readonly text: string; readonly language: string };

export type Feed = {
  readonly id: string;
  readonly language: string;
  readonly title: Line;
  readonly subtitle?: Line;
  /** To whom the texts belong. */
  readonly rights: Line;
  /** The page that shows the same. */
  readonly page: string;
  readonly icon: string;
  readonly entries: readonly FeedEntry[];
};

export type FeedEntry = {
  readonly id: string;
  /** Of the text. */
  readonly language: string;
  readonly title: Line;
  readonly page: string;
  /** The same at its publisher. */
  readonly original?: string;
  readonly author: { readonly name: string; readonly url?: string };
  /** Only where the source states an instant: what it states otherwise is in the entry's words. */
  readonly published?: string;
  readonly updated: string;
  readonly summary?: string;
  /** Whole and sanitized; without a relative address. */
  readonly html: string;
  readonly picture?: string;
  readonly inReplyTo?: { readonly id: string; readonly page: string };
  readonly replies?: Replies;
};

/** What answers an entry (RFC 4685). */
export type Replies = {
  /** The feed that holds them. */
  readonly feed: string;
  /** How many of them are there. */
  readonly count: number;
  /** How many there are known to have been. */
  readonly total?: number;
  /** When the last of them was written, where their source dates them. */
  readonly updated?: string;
};
