import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ProofPlan } from "../../archive/static-params";

/*
 * A few articles that hold every kind of page: what the content does not hold today it may hold tomorrow, and a proof
 * that was made today has to cover it. No archive has articles of these names.
 */

const FRENCH = "specimen-of-a-page-fr";
const ENGLISH = "specimen-of-a-page-en";
const ARABIC = "specimen-of-a-page-ar";
const GERMAN = "specimen-of-a-page-de";
const SILENT = "specimen-of-a-page-silent";
const HUGE = "specimen-of-a-page-huge";
const RENAMED = "specimen-of-a-page-renamed";
const AUTHOR = "specimen-of-an-author";

/** More levels than a page nests. */
const CHAIN = 56;
/** As many comments as a page is read while it arrives. */
const CROWD = 1000;

/** Which of its pages are exported: one of each kind. */
export const SPECIMEN_PLAN: ProofPlan = {
  [FRENCH]: [
    "plain",
    "erased",
    "missing",
    "mention",
    "quote",
    "markdown",
    "beyond",
    "chain-1",
    "chain-30",
    "chain-56",
  ],
  [ENGLISH]: ["one", "gone"],
  [RENAMED]: ["one", "gone"],
  [ARABIC]: ["one"],
  [GERMAN]: ["one"],
  [SILENT]: [],
  [HUGE]: ["500"],
};

/** @param folder a content folder, to which the specimen is added */
export function writeSpecimen(folder: string): void {
  for (const [path, text] of listFiles()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  appendFileSync(
    join(folder, "permalinks.txt"),
    [ENGLISH, RENAMED].flatMap((slug) => [`/${slug}/`, `/${slug}/c/one/`, `/${slug}/c/gone/`]).join("\n"),
  );
}

function listFiles(): ReadonlyMap<string, string> {
  return new Map([
    [`authors/${AUTHOR}.md`, AUTHOR_FILE],
    ...french(),
    ...article(
      ENGLISH,
      "en",
      { formerSlugs: `[${RENAMED}]`, captured: "2021-02-01" },
      { one: comment(1, "Somebody", TEXT, "notAfter: 2021-02-01\n") },
    ),
    ...article(ARABIC, "ar", {}, { one: comment(1, "قارئ", "نص قصير، مع @قارئ وكلمة English في الوسط.") }),
    ...article(GERMAN, "de", {}, { one: comment(1, "Jemand", TEXT) }),
    ...article(SILENT, "fr", {}, {}),
    ...article(HUGE, "en", {}, crowd()),
  ]);
}

type Files = readonly (readonly [path: string, text: string])[];

function article(
  slug: string,
  language: string,
  facts: Readonly<Record<string, string>>,
  comments: Readonly<Record<string, string>>,
  body = TEXT,
): Files {
  const further = Object.entries(facts).map(([key, value]) => `${key}: ${value}\n`);
  return [
    [
      `${slug}/article.md`,
      `${ARTICLE_HEAD}language: ${language}\n${further.join("")}${SOURCE}  url: https://specimen.example/${slug}\n---\n\n${body}`,
    ],
    ...Object.entries(comments).map(([id, text]) => [`${slug}/comments/${id}.md`, text] as const),
  ];
}

function french(): Files {
  const facts = {
    summary: '"Un chapeau : « court » !"',
    image: "\n  alt: Une image perdue\n  credit: © Quelqu’un",
    citedSources: "\n  - name: Une agence\n  - name: Une autre\n    url: https://agency.example/",
    commentsAnnounced: "80",
    captured: "2021-02-01T08:00:00Z",
    leftOut: "un formulaire.",
  };
  return article(FRENCH, "fr", facts, frenchComments(), MARKDOWN);
}

function frenchComments(): Readonly<Record<string, string>> {
  const told = {
    plain: comment(1, "Une lectrice", "Bonjour :smiley: ! Deux lignes\nici."),
    erased: "---\nauthor: Parti\nposition: 2\nstatus: erased\nreason: À sa demande.\ninReplyTo: plain\n---\n",
    missing: "---\nposition: 3\nstatus: missing\n---\n",
    mention: comment(
      4,
      "Un lecteur",
      "@Une lectrice, oui. @personne, non.",
      "inReplyTo: plain\nreplyBasis: mention\n",
    ),
    quote: comment(
      5,
      "Spécimen",
      "> Bonjour\n\nSalut.",
      "inReplyTo: plain\nreplyBasis: quote\nedited: 2021-01-17T09:00:00Z\n",
    ),
    markdown: comment(6, "Une lectrice", MARKDOWN, "inReplyTo: missing\nreplyBasis: editor\n"),
    beyond: comment(7, "Une lectric\u0435", `${"> ".repeat(200)}trop profond`),
  };
  const chain = Array.from({ length: CHAIN }, (_, index) => {
    const parent = index === 0 ? "" : `inReplyTo: chain-${index}\n`;
    return [`chain-${index + 1}`, comment(8 + index, `Maillon ${index % 14}`, `Réponse ${index}.`, parent)];
  });
  return { ...told, ...Object.fromEntries(chain) };
}

function crowd(): Readonly<Record<string, string>> {
  const comments = Array.from({ length: CROWD }, (_, index) => [
    String(index + 1),
    comment(
      index + 1,
      `Reader ${index % 40}`,
      `Words ${index}.`,
      index % 3 === 0 ? "" : `inReplyTo: ${index}\n`,
    ),
  ]);
  return Object.fromEntries(comments);
}

function comment(position: number, author: string, text: string, further = ""): string {
  const dated = position % 2 === 0 ? "published: 2021-01-16T10:00:00+01:00\n" : "";
  return `---\nauthor: ${author}\nposition: ${position}\n${dated}${further}source:\n  url: https://specimen.example/c/${author.length}-${position}\n---\n\n${text}\n`;
}

const AUTHOR_FILE = `---
name: Spécimen
role: Rédactrice
organisation: La rédaction
url: https://specimen.example/author
---

Une *biographie* avec [un lien](https://specimen.example/bio).
`;

const ARTICLE_HEAD = `---
title: "Un titre : « avec » <de> tout & plus"
author: ${AUTHOR}
published: 2021-01-15T09:00:00+01:00
timeZone: Europe/Paris
`;

const SOURCE = `source:
  name: Specimen
`;

const TEXT = "A text of *some* words, with `code` & [a link](https://specimen.example/link).\n";

const MARKDOWN = `Un paragraphe, « cité » ; avec **gras**, ~~barré~~ et une note[^1].

## Un titre

- une liste
  1. et une autre
- [x] fait

| a | b |
|:-:|--:|
| 1 | 2 |

\`\`\`js
const x = "<script>";
\`\`\`

> Une citation.

<b>du HTML</b> ![une image](https://specimen.example/picture.png) https://specimen.example/

\u202eà l’envers\u202c et un zalgo : z\u0351\u0343\u0352\u0351\u0343\u0352\u0351\u0343

[^1]: La note.
`;
