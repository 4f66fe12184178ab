import { discourse } from "./discourse/discourse";
import { disqus } from "./disqus";
import { hackernews } from "./hackernews";
import { html } from "./html/html";
import type { System } from "./system";
import { text } from "./text/text";
import { wordpress } from "./wordpress/wordpress";

/** In the order in which they are asked. */
export const SYSTEMS: readonly System[] = [discourse, disqus, wordpress, hackernews, text, html];

/** The system whose file begins like this. */
export function recogniseSystem(head: string): System | undefined {
  return SYSTEMS.find(({ recognises }) => recognises(head));
}
