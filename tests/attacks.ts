import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { serializeFile } from "../lib/archive/format/serialize";
import { isLine } from "../lib/archive/format/values";

/** Texts in one line that were written to do harm; what would run says `alert`, which the tests watch for. */
const LINES: readonly string[] = [
  // Addresses that run, as words and as links.
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1) // in mixed case",
  "vbscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
  "[come](javascript:alert(1))",
  "[come](<java&#x0A;script:alert(1)>)",
  "[come](&#106;avascript&colon;alert(1))",
  "[come](\\javascript:alert(1))",
  "[come](//attacker.example/x) [come](\\\\attacker.example) [come](https:attacker.example)",
  "[come](data:image/svg+xml,<svg%20onload=alert(1)>)",
  "<javascript:alert(1)> <data:text/html,alert(1)> <vbscript:alert(1)>",
  "![pixel](https://tracker.example/pixel.gif) ![run](javascript:alert(1)) ![pixel](//tracker.example/p)",
  "[a][b] ![a][b] [b]: javascript:alert(1) 'title'",
  "0;url=javascript:alert(1)",
  // Markup.
  '<br/> <meta charSet="utf-8"/> <time dateTime="1"/> `<hr/>` alert',
  "<script>alert(1)</script>",
  "</title></style></textarea></noscript></script><script>alert(1)</script>",
  "--><!-- --!><script>alert(1)</script>",
  "]]><script>alert(1)</script><![CDATA[",
  "<img src=x onerror=alert(1)> <img src='x' onerror='alert(1)'//>",
  "<svg/onload=alert(1)><animate attributeName=href to=javascript:alert(1)>",
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  "<form id=document><input name=attributes><input name=createElement><output name=body>",
  '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data=javascript:alert(1)><embed src=javascript:alert(1)>',
  "<meta http-equiv=refresh content=0;url=https://attacker.example/><base href=https://attacker.example/>",
  "<link rel=stylesheet href=https://attacker.example/x.css><style>*{display:none}</style>",
  "<details open ontoggle=alert(1)><video><source onerror=alert(1)></video><body onload=alert(1)>",
  '"onmouseover=alert(1) autofocus onfocus=alert(1) x="',
  "' onmouseover='alert(1)' x='",
  "`onmouseover=alert(1)`",
  "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62; &#x3c;img&#x3e; &amp;lt;",
  "\\u003cscript\\u003ealert(1)\\x3c/script\\x3e %3Cscript%3Ealert(1)%3C/script%3E",
  // Templates, formats, queries, commands.
  "{{constructor.constructor('alert(1)')()}} {{7*7}} #{7*7} <%= 7*7 %> *{7*7} @(7*7) {% raw %}",
  "\u0024{alert(1)} `\u0024{alert(1)}` $& $` $' $1 $$ $<name>",
  "%s %n %x %d %1$s %@ {0} {} %%20 %c0%af %00",
  "'; DROP TABLE comments; -- ' OR '1'='1 \" UNION SELECT 1,2 #",
  "; ls -la | cat /etc/passwd && `id` $(id) > /dev/null",
  "../../../../etc/passwd ..\\..\\windows\\win.ini /dev/null con nul file:///etc/passwd",
  "__proto__",
  "constructor[prototype][polluted]=1 hasOwnProperty toString valueOf",
  '{"__proto__":{"polluted":1},"$schema":"javascript:alert(1)"}',
  "=1+1|cmd' /C calc'!A0 @SUM(1+1) +1-1",
  '<?php alert(1); ?><?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  "\\input{/etc/passwd} \\write18{id} $\\alpha$ @article{x, title={y}} TY  - NEWS ER  -",
  "--- # not: [front, matter] *alias &anchor !!js/function",
  "---",
  "null true NaN Infinity -0 0x7f 1e309 undefined (null)",
  // Letters that deceive, hide or pile up.
  "\u202Etxt.exe\u202C \u2066never closed \u2069\u2069\u2069 \u202A\u202B\u202D",
  "\u061C\u200E\u200F\u200B\u200C\u200D\u2060\uFEFF\u00AD only the invisible between",
  "Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324\u031E\u0349\u035A\u032F\u031E\u0320\u034D A\u0363\u0363\u0363\u0363\u0363\u0363\u0363\u0363\u0363\u0363\u0363\u0363\u0363\u0363\u0363\u0363\u0363\u0363\u0363",
  "👨‍👩‍👧‍👦 🏳️‍🌈 🇺🇸🇷🇺🇸 👩🏿‍🦰 1️⃣ \u{E0067}\u{E007F} ☺︎☺️ ‍‍‍",
  "ﷺﷺﷺ ﷽ 𒐫𒈙⸻꧅ ༺༻ ⁄⁄ الله \u0600\u06DD ܏",
  "ƒøò ＜script＞alert(1)＜/script＞ ʼʺ‹›«» ﹤script﹥ ſcript K",
  "\uFDD0\uFFFE\uFFFF\u{1FFFE}\u{10FFFF} \uE000 \uFFFD \uFFFC noncharacters",
  "\u2028 and \u2029 end a line of script",
  `ด้้้้้็็็็็้้้้้็็็็็ ด้้้้้็็็็็ ${"́".repeat(300)}`,
  "W".repeat(450),
  "漢".repeat(450),
  `https://example.org/${"a".repeat(420)}`,
  `@${"a".repeat(400)}`,
  `:${"smile:".repeat(70)}`,
  "*_~`[(!".repeat(60),
];

/** Texts of many lines, and with characters that only a text may hold. */
const TEXTS: readonly string[] = [
  "[x]: javascript:alert(1)\n[x]\n\n[^1]: <script>alert(1)</script>\n[^1]",
  '```html"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```',
  "| <script>alert(1)</script> | [x](javascript:alert(1)) |\n|:-|-:|\n| <img src=x onerror=alert(1)> | b | c | d |",
  "# <script>alert(1)</script>\n\n===\n\n---\nauthor: nobody\n---\n",
  "\u001B[2J\u001B]0;alert(1)\u0007\u001B]8;;javascript:alert(1)\u001B\\come\u001B]8;;\u001B\\",
  String.fromCharCode(...Array.from({ length: 0x1f }, (_, index) => index + 1).filter((code) => code !== 13)),
  "\u007F\u0080\u0085\u008D\u0090\u009B31m\u009C\u009F",
  "java\u0001script:alert(1) [x](java\u000Bscript:alert(1)) [x](\u0001javascript:alert(1)) <scr\u000Cipt>alert(1)</scr\u000Cipt>",
  "\u000B",
  "\r\n\r\n<p>\r\nalert(1)\r\n",
  "W".repeat(100_000),
  `${"> ".repeat(500)}<script>alert(1)</script>`,
  "*a **a ".repeat(2_000),
  `${"[".repeat(5_000)}x${"](javascript:alert(1))".repeat(100)}`,
  `${"a ".repeat(3_000)}\n${"-".repeat(3_000)}`,
];

export const ATTACKS: readonly string[] = [...LINES, ...TEXTS];

/** The fields that a stranger may write, or an export that nobody looked through. */
export const ATTACKED_FIELDS = [
  "title",
  "standfirst",
  "body",
  "name",
  "biography",
  "commenter",
  "comment",
] as const;

/** The files of an archive by path; every field of article `attack-<n>` that is named is the n-th attack, from its first letter. */
export function writeAttacks(
  attacks: readonly string[],
  fields: readonly (typeof ATTACKED_FIELDS)[number][] = ATTACKED_FIELDS,
): ReadonlyMap<string, string> {
  const files = new Map([["archive.md", ARCHIVE]]);
  for (const [index, attack] of attacks.entries()) {
    const id = `attack-${index + 1}`;
    const text = (field: (typeof fields)[number]) =>
      fields.includes(field) ? attack : `Words ${index + 1}.`;
    const person = { name: text("name"), role: text("name"), organisation: text("name") };
    files.set(`authors/${id}.md`, serializeFile(person, text("biography")));
    files.set(`${id}/article.md`, serializeFile({ ...articleFields(text), author: id }, text("body")));
    const comment = { author: text("commenter"), position: "1" };
    files.set(`${id}/comments/1.md`, serializeFile(comment, text("comment")));
    const reply = { author: "Grace", position: "2", inReplyTo: "1" };
    files.set(
      `${id}/comments/2.md`,
      serializeFile(reply, `> ${text("comment")}\n\nNo. @${text("commenter")}`),
    );
  }
  return files;
}

function articleFields(text: (field: (typeof ATTACKED_FIELDS)[number]) => string) {
  const title = text("title");
  return {
    title,
    language: "en",
    published: "2021-01-15T09:00:00Z",
    timeZone: "UTC",
    summary: text("standfirst"),
    source: { name: title, url: "https://source.example/page" },
    citedSources: [{ name: title }],
    image: { alt: title, credit: title },
    leftOut: text("standfirst"),
  };
}

/** Writes a content folder of all attacks, each in every field that may hold it. */
export function writeAttackedArchive(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const files = [
    ...writeAttacks(LINES.filter(isLine)),
    ...[...writeAttacks(TEXTS, ["body", "biography", "comment"])].map(
      ([path, text]) =>
        [path.replaceAll("attack-", "text-"), text.replace(/^author: attack-/mu, "author: text-")] as const,
    ),
  ];
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const ARCHIVE = `---
name: Attacks
commentCards: off
language: en
url: https://attacks.example/
keeper: javascript:alert(1)
contact: mailto:keeper@attacks.example
---
javascript:alert(1) <script>alert(1)</script>
`;
