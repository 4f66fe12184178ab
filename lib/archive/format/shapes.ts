import { z } from "zod";
import { THREAD_EVENTS } from "../model";
import { isMoment } from "../moment";
import { ID_EXPECTED, isId, isPictureName, isSlug, SLUGS_EXPECTED } from "./names";
import { readTag, TAG_EXPECTED } from "./tag";
import {
  isContact,
  isDigest,
  isLine,
  isProse,
  isPublicAddress,
  isTimeZone,
  isWebAddress,
  isWholeNumber,
  readLanguage,
} from "./values";

/*
 * What each file holds: the content format. The message of a check is what was expected.
 */

function text(expected: string, isValid: (text: string) => boolean) {
  return z.string({ error: expected }).refine(isValid, { error: expected });
}

function wholeNumber(min: number, max: number) {
  const expected = `a whole number from ${min} to ${max}`;
  return text(expected, (digits) => isWholeNumber(digits, min, max)).transform(Number);
}

/** A key that belongs to another state of the same file. */
function absent(why: string) {
  return z.never({ error: `no such key, since ${why}` }).optional();
}

const line = text("a text in one line, of 1 to 500 characters", isLine);
const prose = text("a text, or no such key", isProse);
const reason = text("a text that says why", isProse);
/** A picture that adds nothing to its caption has an empty alternative text. */
const alt = text('a text in one line, or ""', (value) => value === "" || isLine(value));
const id = text(ID_EXPECTED, isId);
const slug = text(ID_EXPECTED, isSlug);
const webAddress = text("an http or https address, such as https://example.org/page", isWebAddress);
export const publicAddress = text(
  "an http or https address without ? and #, such as https://example.org/",
  isPublicAddress,
);
const contact = text("an https or mailto address, such as mailto:keeper@example.org", isContact);
const timeZone = text("an IANA time zone, such as Europe/Paris", isTimeZone);
const MOMENT_EXPECTED =
  "a real date, ISO 8601, such as 2021-01-15T09:00:00+01:00, or without what is not known: 2021-01-15T09:00, 2021-01-15";
const moment = text(MOMENT_EXPECTED, isMoment);
/** The value of `edited` where the source says that a comment was changed, and not when. */
const UNKNOWN = "unknown";
const edited = text(
  `${MOMENT_EXPECTED}; or ${UNKNOWN}`,
  (value) => value === UNKNOWN || isMoment(value),
).transform((value) => (value === UNKNOWN ? {} : { date: value }));
const plain = z.literal("plain", { error: "plain, or no such key where the text is Markdown" });
const language = text(
  "a language tag (BCP 47), such as fr, fr-CA or en",
  (tag) => readLanguage(tag) !== undefined,
).transform((tag) => readLanguage(tag) ?? tag);
const tag = text(TAG_EXPECTED, (value) => readTag(value) !== undefined).transform(
  (value) => readTag(value) ?? value,
);
const pictureFile = text("the name of a png, jpg, webp, gif or avif file beside article.md", isPictureName);
export const replyBasis = z.enum(["explicit", "nesting", "quote", "mention", "editor"], {
  error: "explicit, nesting, quote, mention or editor",
});
const replyCertain = z.literal("no", { error: "no, or no such key" });
const MOST = 1_000_000;
const position = wholeNumber(1, MOST);

export const settingsShape = z.object({
  name: line,
  language,
  url: publicAddress.optional(),
  keeper: line.optional(),
  contact: contact.optional(),
  tag: tag.optional(),
  indexing: z.enum(["allowed", "refused"], { error: "allowed or refused" }).optional(),
  licence: z
    .object(
      { name: line, url: webAddress.optional() },
      { error: "a name, and a url if there is one, indented below it" },
    )
    .optional(),
  captures: z.literal("published", { error: "published, or no such key" }).optional(),
  participants: z.literal("pages", { error: "pages, or no such key" }).optional(),
  cards: z.enum(["all", "articles", "none"], { error: "all, articles or none" }).optional(),
  /** What `cards` was called when articles always had one. */
  commentCards: z.enum(["on", "off"], { error: "on or off" }).optional(),
  books: z.enum(["on", "off"], { error: "on or off" }).optional(),
});

export const authorShape = z.object({
  name: line,
  role: line.optional(),
  organisation: line.optional(),
  url: webAddress.optional(),
});

const event = z.object(
  {
    what: z.enum(THREAD_EVENTS, { error: `one of ${THREAD_EVENTS.join(", ")}` }),
    published: moment.optional(),
    author: line.optional(),
    position: position.optional(),
    text: line.optional(),
  },
  { error: "a what, such as closed, and a published, author, position or text if there is one" },
);

const eventInWords = event.refine(({ what, text }) => what !== "other" || text !== undefined, {
  path: ["text"],
  error: "what happened, since what is other",
});

const capture = z.object(
  { file: line, sha256: text("64 hexadecimal digits, lower case", isDigest) },
  { error: "a file and its sha256" },
);

const articleHead = {
  title: line,
  language,
  languageBasis: z.literal("detected", { error: "detected, or no such key" }).optional(),
  author: line.optional(),
  published: moment.optional(),
  // UTC moves none of the dates of a source that names no zone.
  timeZone: timeZone.default("UTC"),
  position: position.optional(),
};

const articleFacts = {
  commentsAnnounced: wholeNumber(0, MOST).optional(),
  captured: moment.optional(),
  leftOut: prose.optional(),
  formerSlugs: z.array(slug, { error: SLUGS_EXPECTED }).optional(),
  events: z.array(eventInWords, { error: "a list, such as - what: closed" }).optional(),
};

const ERASED_ARTICLE = "the article is erased";

export const articleShapes = {
  present: z.object({
    ...articleHead,
    summary: prose.optional(),
    source: z.object(
      { name: line, url: webAddress.optional() },
      { error: "a name, and a url if there is one, indented below it" },
    ),
    citedSources: z
      .array(
        z.object({ name: line, url: webAddress.optional() }, { error: "a name, and a url if there is one" }),
        {
          error: "a list of names and urls, such as - name: CNN",
        },
      )
      .optional(),
    image: z
      .object(
        { credit: line, alt, file: pictureFile.optional() },
        { error: "a credit and an alt, indented below it" },
      )
      .optional(),
    ...articleFacts,
    captures: z.array(capture, { error: "a list of files and their sha256" }).optional(),
    format: plain.optional(),
    status: z.literal("present").optional(),
    reason: absent("the article is present"),
  }),
  erased: z.object({
    ...articleHead,
    summary: absent(ERASED_ARTICLE),
    source: z.object({ name: line, url: absent(ERASED_ARTICLE) }, { error: "a name, indented below it" }),
    citedSources: absent(ERASED_ARTICLE),
    image: absent(ERASED_ARTICLE),
    ...articleFacts,
    captures: absent(ERASED_ARTICLE),
    format: absent(ERASED_ARTICLE),
    status: z.literal("erased"),
    reason,
  }),
};

/** Where the status is neither, only what any article may have is looked at. */
export const anyArticleShape = z.object({
  ...articleShapes.present.shape,
  source: articleShapes.present.shape.source.optional(),
  reason: reason.optional(),
  status: z.enum(["present", "erased"], { error: "present or erased" }),
});

const commentPlace = {
  inReplyTo: id.optional(),
  replyBasis: replyBasis.optional(),
  replyCertain: replyCertain.optional(),
  source: z
    .object(
      { url: webAddress.optional(), id: line.optional() },
      { error: "a url or an id, indented below it" },
    )
    .refine((source) => source.url !== undefined || source.id !== undefined, {
      error: "a url or an id, or both",
    })
    .optional(),
};

/** Keys of a comment whose text is there. */
function absentWords(why: string) {
  return { edited: absent(why), likes: absent(why), format: absent(why) };
}

export const commentShapes = {
  present: z.object({
    author: line,
    authorLabel: line.optional(),
    position,
    published: moment.optional(),
    notAfter: moment.optional(),
    edited: edited.optional(),
    likes: wholeNumber(0, 1_000_000_000).optional(),
    format: plain.optional(),
    status: z.literal("present").optional(),
    reason: absent("the comment is present"),
    ...commentPlace,
  }),
  hidden: z.object({
    author: line.optional(),
    authorLabel: line.optional(),
    position,
    published: moment.optional(),
    notAfter: moment.optional(),
    ...absentWords("the comment is hidden"),
    status: z.literal("hidden"),
    reason: reason.optional(),
    ...commentPlace,
  }),
  erased: z.object({
    author: line,
    authorLabel: absent("the comment is erased"),
    position,
    published: moment.optional(),
    notAfter: moment.optional(),
    ...absentWords("the comment is erased"),
    status: z.literal("erased"),
    reason,
    ...commentPlace,
  }),
  missing: z.object({
    author: line.optional(),
    authorLabel: absent("the comment is missing"),
    position: position.optional(),
    published: moment.optional(),
    notAfter: absent("the comment is missing"),
    ...absentWords("the comment is missing"),
    status: z.literal("missing"),
    reason: reason.optional(),
    ...commentPlace,
  }),
};

/** Where the status is none of these, only what any comment may have is looked at: the rest would be guesses. */
export const anyCommentShape = z.object({
  ...commentShapes.present.shape,
  author: line.optional(),
  position: position.optional(),
  reason: reason.optional(),
  status: z.enum(["present", "hidden", "erased", "missing"], {
    error: "present, hidden, erased or missing",
  }),
});
