import { z } from "zod";
import { ID_EXPECTED, isId, isPictureName, isSlug, SLUGS_EXPECTED } from "./names";
import { readTag, TAG_EXPECTED } from "./tag";
import {
  isContact,
  isDate,
  isInstant,
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
const instant = text("a real date, ISO 8601 with offset, such as 2021-01-15T09:00:00+01:00", isInstant);
const captured = text(
  "a real date, ISO 8601, such as 2021-01-15 or 2021-01-15T09:00:00+01:00",
  (value) => isDate(value) || isInstant(value),
);
const language = text(
  "a language tag (BCP 47), such as fr, fr-CA or en",
  (tag) => readLanguage(tag) !== undefined,
).transform((tag) => readLanguage(tag) ?? tag);
const tag = text(TAG_EXPECTED, (value) => readTag(value) !== undefined).transform(
  (value) => readTag(value) ?? value,
);
const pictureFile = text("the name of a png, jpg, webp, gif or avif file beside article.md", isPictureName);
export const replyBasis = z.enum(["explicit", "quote", "mention", "editor"], {
  error: "explicit, quote, mention or editor",
});

export const settingsShape = z.object({
  name: line,
  language,
  url: publicAddress,
  keeper: line,
  contact,
  tag: tag.optional(),
  indexing: z.enum(["allowed", "refused"], { error: "allowed or refused" }).optional(),
  licence: z
    .object(
      { name: line, url: webAddress.optional() },
      { error: "a name, and a url if there is one, indented below it" },
    )
    .optional(),
  cards: z.enum(["all", "articles", "none"], { error: "all, articles or none" }).optional(),
  /** What `cards` was called when articles always had one. */
  commentCards: z.enum(["on", "off"], { error: "on or off" }).optional(),
});

export const authorShape = z.object({
  name: line,
  role: line.optional(),
  organisation: line.optional(),
  url: webAddress.optional(),
});

export const articleShape = z.object({
  title: line,
  language,
  author: line,
  published: instant,
  timeZone,
  summary: prose.optional(),
  source: z.object({ name: line, url: webAddress }, { error: "a name and a url, indented below it" }),
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
  commentsAnnounced: wholeNumber(0, 1_000_000).optional(),
  captured: captured.optional(),
  leftOut: prose.optional(),
  formerSlugs: z.array(slug, { error: SLUGS_EXPECTED }).optional(),
});

const commentPlace = {
  inReplyTo: id.optional(),
  replyBasis: replyBasis.optional(),
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

const position = wholeNumber(1, 1_000_000);

export const commentShapes = {
  present: z.object({
    author: line,
    position,
    published: instant.optional(),
    edited: instant.optional(),
    status: z.literal("present").optional(),
    reason: absent("the comment is present"),
    ...commentPlace,
  }),
  erased: z.object({
    author: line,
    position,
    published: instant.optional(),
    edited: absent("the comment is erased"),
    status: z.literal("erased"),
    reason,
    ...commentPlace,
  }),
  missing: z.object({
    author: line.optional(),
    position: position.optional(),
    published: instant.optional(),
    edited: absent("the comment is missing"),
    status: z.literal("missing"),
    reason: reason.optional(),
    ...commentPlace,
  }),
};

/** Where the status is none of these, only what any comment may have is looked at: the rest would be guesses. */
export const anyCommentShape = z.object({
  ...commentShapes.missing.shape,
  edited: instant.optional(),
  status: z.enum(["present", "erased", "missing"], { error: "present, erased or missing" }),
});
