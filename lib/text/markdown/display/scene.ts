import type { MarkdownContext } from "../context";

/** What the decoration of one text knows everywhere in it. */
export type Scene = {
  readonly source: string;
  readonly context: MarkdownContext;
  /** Depths in the source of the headings that lead to the present place, most important first. */
  readonly headings: number[];
  readonly absentNames: Set<string>;
};
