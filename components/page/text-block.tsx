import type { ReactNode } from "react";
import type { RenderedText } from "../../lib/text/markdown/markdown";

/**
 * An element with a rendered text in it. The text came through the wall (`lib/text/sanitize-schema.ts`) and was written as
 * HTML behind it: it is set in as it is, so that a text that stands on several pages is made once.
 */
export function TextBlock(props: {
  text: RenderedText;
  className?: string;
  language?: { lang?: string; dir?: "ltr" | "rtl" };
}): ReactNode {
  const { text, className, language } = props;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized, see above
  return <div className={className} {...language} dangerouslySetInnerHTML={{ __html: text.html }} />;
}
