import { domainToUnicode } from "node:url";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  renderMarkdown,
  renderMarkdownThrough,
  renderMarkdownToTree,
} from "../../../../lib/text/markdown/markdown";
import { schema } from "../../../../lib/text/markdown/sanitize-schema";
import { context, elementsOf, french, outlineOfMarkup, outlineOfTree, readableText } from "./render";

const hostileAddress = "[words](data:text/html,x)";
const hostileTable = "|a|\n|:-|\n|1|";

describe("the wall", () => {
  const through = (source: string, wall: Parameters<typeof renderMarkdownThrough>[0]) =>
    elementsOf(renderMarkdownThrough(wall, source, context).html);

  it("alone keeps a hostile address out: with a wider wall it gets through", () => {
    const wider = { ...schema, protocols: { href: [...schema.protocols.href, "data"] } };
    const hrefs = (elements: ReturnType<typeof through>) =>
      elements.flatMap(({ attributes }) => attributes.href ?? []);
    expect(hrefs(through(hostileAddress, wider))).toEqual(["data:text/html,x"]);
    expect(hrefs(through(hostileAddress, schema))).toEqual([]);
  });

  it("lets no element pass that is not listed, and keeps its words", () => {
    const narrower = { ...schema, tagNames: schema.tagNames.filter((tag) => tag !== "em") };
    expect(through("*words*", schema).map(({ tag }) => tag)).toContain("em");
    expect(through("*words*", narrower).map(({ tag, text }) => [tag, text])).toEqual([["p", "words"]]);
  });

  it("lets no attribute pass that is not listed", () => {
    const narrower = { ...schema, attributes: { ...schema.attributes, th: [], td: [] } };
    const classes = (elements: ReturnType<typeof through>) =>
      elements.map(({ attributes }) => attributes.class);
    expect(classes(through(hostileTable, schema))).toContain("left");
    expect(classes(through(hostileTable, narrower))).not.toContain("left");
  });

  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=1 onerror=alert(1)>'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<iframe srcdoc='<script>1</script>'>",
    "<form><input name=attributes><base href=//x>",
    "<p id=c-2 class=marker style=position:fixed>",
    '[x](<https://example.org/"onmouseover=alert(1)>)',
    "[x](https://example.org/ '\"><script>alert(1)</script>')",
    '!["><script>](https://example.org/?"><script>)',
    '```"><script>\n</code></pre><script>\n```',
    '<https://example.org/"><script>',
    '[^"><script>]\n\n[^"><script>]: x',
  ])("makes only its own elements of %s", (source) => expectHarmless(source));
});

/** What the renderer may write, element by element. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  a: ["class", "href", "id", "rel", "title", "aria-label"],
  blockquote: ["dir"],
  br: [],
  bdi: [],
  code: [],
  del: [],
  div: ["class"],
  em: [],
  ...Object.fromEntries(["h3", "h4", "h5", "h6", "p"].map((tag) => [tag, ["dir"]])),
  hr: [],
  img: ["src", "width", "height", "alt", "title", "loading"],
  li: ["dir", "id"],
  ol: ["class", "aria-label"],
  pre: ["class", "dir"],
  span: ["class", "role", "aria-label", "title"],
  strong: [],
  sup: [],
  table: [],
  tbody: [],
  td: ["class", "dir"],
  th: ["class", "dir"],
  thead: [],
  tr: [],
  ul: ["class"],
};
const CLASSES = new Set(
  "marked notes marker task table left center right code info picture label emoji mention absent control address stacked plain".split(
    " ",
  ),
);

const map = { src: "/some-article/map.png", width: 320, height: 200 };
const withPictures = {
  ...french,
  picture: (name: string) => (name === "map.png" ? map : undefined),
};

function expectHarmless(source: string): void {
  const markup = renderMarkdown(source, withPictures).html;
  const { children } = renderMarkdownToTree(source, withPictures);
  // No mutation: a browser reads exactly the tree that was meant.
  expect(outlineOfMarkup(markup)).toEqual(outlineOfTree(children));

  const elements = elementsOf(markup);
  const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { tag, attributes } of elements) {
    expect(Object.keys(ALLOWED)).toContain(tag);
    for (const name of Object.keys(attributes)) expect(ALLOWED[tag]).toContain(name);
    for (const name of attributes.class?.split(" ") ?? []) expect([...CLASSES]).toContain(name);
    const { href, id, dir, src } = attributes;
    expect(src).toBe(tag === "img" ? map.src : undefined);
    if (id !== undefined) expect(id).toMatch(/^c-2-(?:fn-\d+|call-\d+\.\d+)$/);
    if (dir !== undefined) expect(dir).toBe("auto");
    if (href?.startsWith("#")) expect(ids).toContain(href.slice(1));
    else if (href !== undefined) expect(["http:", "https:", "mailto:"]).toContain(new URL(href).protocol);
  }
}

/** Every word of the source, but for labels of definitions and character references, which stand for something else. */
function expectComplete(source: string): void {
  const markup = renderMarkdown(source, french).html;
  const attributes = elementsOf(markup).flatMap((element) => Object.values(element.attributes).map(decoded));
  const shown = [readableText(markup), ...attributes].join("\n").toLowerCase();
  const wanted = source.replace(/&#?\w{1,32};/g, " ").replace(/\[[^\]]*\]:/g, " ");
  for (const [word] of wanted.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) expect(shown).toContain(word);
}

function decoded(address: string): string {
  if (!URL.canParse(address)) return address;
  const host = domainToUnicode(new URL(address).hostname);
  try {
    return `${decodeURI(address)} ${host} ${address}`;
  } catch {
    return `${address} ${host}`;
  }
}

const PIECES = [
  ..."*_~`#>-+|[]()!<>\\\"':;?«»&@ \t\n".split(""),
  ...["\n\n", "**", "~~", "```", "](", "![", "[^", "]: ", "1. ", "2) ", "    ", "|-|-|\n", "---\n", "===\n"],
  ...[
    "[x]",
    "[ ]",
    "- ",
    "[ref]",
    "[ref]: /u 'title'\n",
    "[^note]",
    "[^note]: text\n\n",
    "[gone]: javascript:x\n",
    "![",
    "](map.png)",
    "](map.png 'title')",
    "[ref]: map.png\n",
  ],
  ...[
    "www.example.org",
    "https://example.org/é?a=b#c",
    "me@example.org",
    "@someone",
    ":smiley:",
    ":wave:t4:",
  ],
  ...[
    "&amp;",
    "&eacute;",
    "&#x202e;",
    "&#0;",
    "\u202E",
    "\u2066",
    "\u2069",
    "\u0301",
    "\u200D",
    "\uFEFF",
    "\0",
    "\r",
    "\u0007",
    "\u000B",
    "\u007F",
    "\u0085",
  ],
  ...["word", "mot", "élan", "שלום", "日本", "👩‍👧", "12", "1.5"],
  ...[
    "<script>",
    "</script>",
    "<img src=x onerror=y>",
    "<!--",
    "-->",
    "<b>",
    "</b>",
    "<svg",
    "javascript:alert(1)",
  ],
  ...[
    "<style>",
    "</p>",
    "<table>",
    "<![CDATA[",
    "]]>",
    "<?php",
    "<a href='",
    "data:text/html,",
    "//example.org",
  ],
];
const markdownish = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(""));
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
);
const bounded = {
  seed: 20_210_115,
  numRuns: 1_500,
  interruptAfterTimeLimit: 60_000,
  markInterruptAsFailure: false,
};

describe("whatever a stranger writes", () => {
  it(
    "is never harmful: Markdown and HTML",
    () => fc.assert(fc.property(markdownish, expectHarmless), bounded),
    90_000,
  );
  it(
    "is never harmful: any characters",
    () => fc.assert(fc.property(anything, expectHarmless), bounded),
    90_000,
  );
  it(
    "is complete: Markdown and HTML",
    () => fc.assert(fc.property(markdownish, expectComplete), bounded),
    90_000,
  );
  it("is complete: any characters", () => fc.assert(fc.property(anything, expectComplete), bounded), 90_000);
});
