import type { Element, ElementContent } from "hast";

/** What a preparation may know of the text it is in. */
export type Setting = {
  readonly baseUrl?: string;
  /** The name of the file beside the article that an address leads to, where it came along. */
  readonly fileAt?: (address: string) => string | undefined;
};

/**
 * What Markdown can say of an element that it has no words for: the nodes in its place, whose children are yet to be
 * prepared; `undefined` where the element is none of this preparation's business.
 */
export type Preparation = (element: Element, setting: Setting) => ElementContent[] | undefined;
