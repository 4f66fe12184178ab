/** Elements that a paragraph cannot hold (`wpautop` in WordPress's `formatting.php`). */
const BLOCK =
  "table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|math|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary";

const BLOCK_START = new RegExp(String.raw`^\s*</?(?:${BLOCK})\b`, "iu");
const BLOCK_END = new RegExp(String.raw`(?:</(?:${BLOCK})>|<(?:${BLOCK})\b[^>]*>|<!--[^>]*-->)\s*$`, "iu");

/** Where every character counts, line breaks are as they stand. */
const PREFORMATTED = /(<(pre|script|style|svg)\b[^>]*>.*?<\/\2>)/gisu;

/**
 * The HTML that WordPress shows for a text of its database: empty lines part paragraphs, single line breaks are line breaks.
 * After the behaviour of WordPress's `wpautop`, written for rehype's parser, which closes what is left open.
 */
export function addParagraphs(text: string): string {
  const parts = text.replace(/\r\n?/gu, "\n").split(PREFORMATTED);
  // `split` gives the whole match and its inner group: of three parts the first is text, the second the match.
  return parts
    .map((part, index) => (index % 3 === 1 ? part : index % 3 === 2 ? "" : addToFlow(part)))
    .join("\n");
}

function addToFlow(text: string): string {
  const separated = text.replace(new RegExp(String.raw`(</(?:${BLOCK})>)[ \t]*\n`, "giu"), "$1\n\n");
  return separated
    .split(/\n[ \t]*\n\s*/u)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => wrap(paragraph.trim()))
    .join("\n");
}

function wrap(paragraph: string): string {
  const isBlock = BLOCK_START.test(paragraph);
  return isBlock ? addBreaks(paragraph) : `<p>${addBreaks(paragraph)}</p>`;
}

/** Not around the tags of blocks, where a line break is but layout of the source. */
function addBreaks(paragraph: string): string {
  const lines = paragraph.split("\n");
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      if (next === undefined) return line;
      const isLayout =
        BLOCK_END.test(line) || BLOCK_START.test(next) || /<br\s*\/?>\s*$/iu.test(line) || isInsideTag(line);
      return isLayout ? `${line}\n` : `${line}<br>\n`;
    })
    .join("");
}

function isInsideTag(line: string): boolean {
  return line.lastIndexOf("<") > line.lastIndexOf(">") && /<[a-z/!][^>]*$/iu.test(line);
}
