import type { ElementContent } from "hast";
import type { Paragraph, PhrasingContent, Root } from "mdast";
import { defaultHandlers, type Handle } from "mdast-util-to-markdown";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { TYPED_ELEMENTS, writeTypedItem } from "./typed";

/** Whether a single line break of the source is one on the page: see `lib/text/markdown/markdown.tsx`. */
export type Voice = "editorial" | "comment";

/** Markdown of a prepared tree. */
export function writeMarkdown(nodes: readonly ElementContent[], voice: Voice): string {
  const tree = bridge.runSync({ type: "root", children: [...nodes] });
  return writers[voice].stringify(tree).trim();
}

/**
 * Markdown that reads as the text it was made from: every sign that Markdown would take for its own is escaped.
 *
 * @param plain lines end with LF; an empty line parts paragraphs
 */
export function escapeMarkdown(plain: string, voice: Voice): string {
  const paragraphs = plain.split(/\n[ \t]*\n\s*/u).filter((paragraph) => paragraph.trim() !== "");
  const tree: Root = { type: "root", children: paragraphs.map(makeParagraph) };
  return writers[voice].stringify(tree).trim();
}

function makeParagraph(paragraph: string): Paragraph {
  const lines = paragraph.trim().split("\n");
  const children = lines.flatMap((line, index): PhrasingContent[] => {
    const words: PhrasingContent = { type: "text", value: line.trim() };
    return index === 0 ? [words] : [{ type: "break" }, words];
  });
  return { type: "paragraph", children };
}

const bridge = unified().use(rehypeRemark, { handlers: TYPED_ELEMENTS }).freeze();

const writers = { editorial: makeWriter("  \n"), comment: makeWriter("\n") };

function makeWriter(lineBreak: string) {
  return unified()
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkStringify, {
      bullet: "-",
      emphasis: "*",
      listItemIndent: "one",
      handlers: { break: breakWith(lineBreak), listItem: writeTypedItem },
    })
    .freeze();
}

const INLINE: ReadonlySet<string> = new Set(["strong", "emphasis", "strikethrough", "label"]);

/** The usual way, a backslash at the line's end, is no break on the archive's pages, where a backslash is a backslash. */
function breakWith(lineBreak: string): Handle {
  return (node, parent, state, info) => {
    const written = defaultHandlers.break(node, parent, state, info);
    if (written !== "\\\n") return written;
    // An empty line would end the paragraph, and with it the emphasis that is open.
    const isRepeated = info.before === "\n" && state.stack.some((construct) => INLINE.has(construct));
    return isRepeated ? "" : lineBreak;
  };
}
