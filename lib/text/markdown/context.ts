import type { Article } from "../../archive/model";
import type { AttachmentReader } from "../links/attachments";
import type { MentionReader } from "../links/mentions";
import type { PictureReader } from "../links/pictures";
import type { LinkDating } from "../links/robust-links";

/** What a text is written in: Markdown where it does not say. */
export type TextFormat = "plain";

/** What the renderer must know about a text besides its characters. */
export type MarkdownContext = {
  /** BCP 47 of the text: decides spacing rules. */
  readonly language: string;
  /**
   * "editorial": article, biography, standfirst. "comment": a stranger's words: links get
   * rel="nofollow noopener ugc", single line breaks and bullets are shown as they were typed.
   */
  readonly voice: "editorial" | "comment";
  /** Level that the text's most important heading gets; others follow without gaps, never above it, h6 the floor. */
  readonly topHeading: 2 | 3 | 4 | 5 | 6;
  /** Address of the page the text was captured from: relative links resolve against it. */
  readonly baseUrl?: string;
  /** When the text's links were made; absent: they carry no date. */
  readonly linkDating?: LinkDating;
  /** Prefix that makes ids (footnotes) unique on the page: "c-2", "body". */
  readonly scope: string;
  /** Address of the page that footnotes lead into, for a text that is read elsewhere. */
  readonly page?: string;
  /** `plain`: the text is no Markdown, and is shown as it stands. */
  readonly format?: TextFormat;
  /** The address here of what stood at an absolute address of the source; absent: links lead where they were made to. */
  readonly archived?: (href: string) => string | undefined;
  /** How `@name` reads; absent: mentions are left as text. */
  readonly mention?: MentionReader;
  /** The files of the archive that it links by their bare names; absent: such a name is a relative address of the source. */
  readonly attachment?: AttachmentReader;
  /** The pictures that it shows; every other one, and all where this is absent, becomes a link. */
  readonly picture?: PictureReader;
  /** The few words the renderer itself must say, in the interface's language. */
  readonly words: MarkdownWords;
};

export type MarkdownWords = {
  /** Accessible name of the list of footnotes. */
  readonly footnotes: string;
  /** Accessible name of the link from a footnote to its call. */
  readonly backToText: string;
  /** Label of the link that stands for a remote picture. */
  readonly picture: string;
  /** Title of an @name that is nobody in the thread. */
  readonly absentName: string;
  /** Accessible names of `[x]` and `[ ]`. */
  readonly taskDone: string;
  readonly taskOpen: string;
};

/** An editor's text, or where the article is a post of its thread, the words of somebody who wrote there. */
export function voiceOf({ position }: Article): MarkdownContext["voice"] {
  return position === undefined ? "editorial" : "comment";
}
