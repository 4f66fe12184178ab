import type { Options } from "rehype-sanitize";

export type Schema = Options;

/**
 * The wall: what a stranger's words may become. Only what is listed passes; every other element is
 * replaced by what it contains, every other attribute is dropped. The `data` attributes are the
 * renderer's own notes to `decorate.ts`, which replaces all of them.
 */
export const schema = {
  allowComments: false,
  allowDoctypes: false,
  tagNames: [
    ...["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"],
    ...["ol", "ul", "li"],
    ...["table", "thead", "tbody", "tr", "th", "td"],
    ...["a", "em", "strong", "del", "code", "sup", "br", "img"],
  ],
  attributes: {
    a: ["href", "title", "dataPicture", ["dataCall", /^\d+\.\d+$/], ["dataReturn", /^\d+\.\d+$/]],
    // No address: `decorate-line.ts` knows the pictures of the archive by their names, and there are no others.
    img: [["dataFile", /^[\w.-]+$/], "alt", "title"],
    ol: ["dataNotes"],
    li: [["dataNote", /^\d+$/], "dataLabel"],
    pre: ["dataInfo"],
    th: [["align", "left", "center", "right"]],
    td: [["align", "left", "center", "right"]],
  },
  protocols: { href: ["http", "https", "mailto"] },
  ancestors: {
    li: ["ol", "ul"],
    thead: ["table"],
    tbody: ["table"],
    tr: ["table"],
    th: ["table"],
    td: ["table"],
  },
  required: {},
  strip: [],
  clobber: [],
  clobberPrefix: "",
} satisfies Schema;
