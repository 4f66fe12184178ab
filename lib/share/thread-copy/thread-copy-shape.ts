import { z } from "zod";
import { THREAD_EVENTS } from "../../archive/model";

/**
 * The format of `thread.json`. A field is added without a new number; the number rises when one changes its meaning or
 * goes, and then the schema gets another address.
 */
export const THREAD_COPY_VERSION = 1;

/** The schema's file at the root of the site. */
export const THREAD_SCHEMA = "thread.schema.json";

const words = (description: string) => z.string().describe(description);
const count = (description: string) => z.int().min(0).describe(description);
const markdown = (of: string) =>
  words(
    `${of}, in Markdown (CommonMark with GFM) unless a format says otherwise: every character of the file behind its front matter. HTML in it is text.`,
  );

const address = words("An absolute address, as written in the file.");
const moment = (of: string) =>
  words(
    `${of}: ISO 8601, as written in the file. An instant with its offset; where the source does not state so much, a local time whose zone is not known, or a day.`,
  );
const language = words("A language tag (BCP 47).");

const file = z
  .strictObject({
    path: words("The file's path from the content folder, with / between its parts."),
    head: words(
      "The file's beginning, to the letter: its byte order mark if there is one, and its front matter (YAML) between lines of ---. The file is the head and then the text, in UTF-8; the head alone where there is no text.",
    ),
  })
  .describe("The file that this was read from.");

const sourceAddress = z
  .strictObject({ url: address.optional(), id: words("What the publisher calls it.").optional() })
  .describe("The comment at its publisher.");

const archive = z
  .strictObject({
    file,
    name: words("What the archive is called."),
    language,
    url: z.url().describe("Its public address when this copy was made."),
    keeper: words("Who keeps it.").optional(),
    contact: words("Where to ask for a take-down: an https: or mailto: address.").optional(),
    tag: words("How its identifiers begin, behind tag: (RFC 4151)."),
    indexing: z.enum(["allowed", "refused"]).optional().describe("Whether search engines may list it."),
    licence: z
      .strictObject({ name: words("Its name."), url: address.optional() })
      .optional()
      .describe("What the texts are under, where they are under any licence."),
    cards: z
      .enum(["all", "articles", "none"])
      .optional()
      .describe(
        "What has a picture of its own for previews: articles and comments, articles alone, or nothing.",
      ),
    captures: z
      .literal("published")
      .optional()
      .describe("Says that the files are published that articles were imported from."),
    books: z.enum(["on", "off"]).optional().describe("Whether each article is also a book, EPUB."),
    commentCards: z.enum(["on", "off"]).optional().describe("What older copies say in the place of cards."),
    text: markdown("What the archive is about"),
  })
  .describe("The archive that keeps the article.");

const author = z
  .strictObject({
    file,
    id: words("The name of the author's file."),
    name: words("The name as printed."),
    role: words("What they are at the publisher.").optional(),
    organisation: words("Where they work.").optional(),
    url: address.optional(),
    text: markdown("The biography"),
  })
  .describe("The article's author.");

const pictureFile = {
  path: words("The picture's path from the content folder."),
  mediaType: words("Its media type."),
  width: count("In CSS pixels, as a reader sees it."),
  height: count("In CSS pixels, as a reader sees it."),
  data: z
    .string()
    .regex(/^[A-Za-z0-9+/]*={0,2}$/u)
    .meta({ description: "Its bytes.", contentEncoding: "base64" }),
};

const picture = z
  .discriminatedUnion("status", [
    z.strictObject({
      status: z.literal("preserved"),
      ...pictureFile,
      alt: words("What it shows."),
      credit: words("Whose it is."),
    }),
    z.strictObject({
      status: z.literal("lost"),
      alt: words("What it showed."),
      credit: words("Whose it was."),
    }),
  ])
  .describe("The article's picture: its bytes, or what is known of one that was not preserved.");

const otherPictures = z
  .array(z.strictObject(pictureFile))
  .optional()
  .describe(
    "The other pictures beside the article, which its text and its comments name by their file names.",
  );

const attachments = z
  .array(
    z.strictObject({
      path: words("The file's path from the content folder."),
      address: z.url().describe("Where its bytes are."),
      mediaType: words("Its media type."),
      bytes: count("Its size."),
      sha256: words("Its SHA-256 in hexadecimal."),
    }),
  )
  .optional()
  .describe("The other files beside the article, which its text and its comments link by their file names.");

const format = z
  .literal("plain")
  .optional()
  .describe("Says that the text is no Markdown: every character of it is meant as it stands.");

const event = z
  .strictObject({
    what: z.enum(THREAD_EVENTS).describe("What happened; other is told by the text."),
    published: moment("When it happened").optional(),
    author: words("Who did it: the display name as written.").optional(),
    position: z.int().min(1).describe("Its place in the source's numbering.").optional(),
    text: words("What the source says of it.").optional(),
  })
  .describe("A fact of the thread, as its source states it.");

const capture = z
  .strictObject({
    file: words("Its name when it was imported."),
    sha256: words("Its SHA-256 in hexadecimal."),
    address: z.url().optional().describe("Where its bytes are, where the archive publishes them."),
  })
  .describe("A file that the article was imported from.");

const sourceName = words("Who published it.");

const articleHead = {
  file,
  slug: words("The name of the article's folder, and its address."),
  formerSlugs: z.array(z.string()).describe("Slugs it had before, the oldest first."),
  title: words("The title as printed."),
  language,
  languageBasis: z
    .literal("detected")
    .optional()
    .describe("Says that a program took the language from the words."),
  published: moment("When it was published, where the source says so").optional(),
  timeZone: words("The zone in which its dates are shown (IANA)."),
  position: z
    .int()
    .min(1)
    .optional()
    .describe("Its place in the source's numbering, where the article is a post of its thread."),
};

const articleFacts = {
  commentsAnnounced: count("The number of comments that the source stated.").optional(),
  captured: moment("When it was captured").optional(),
  leftOut: words("What of the captured page was left out on purpose.").optional(),
  events: z.array(event).optional().describe("What happened to the thread, in the order of the file."),
};

const presentArticle = z
  .strictObject({
    ...articleHead,
    summary: words("The standfirst, in Markdown.").optional(),
    source: z.strictObject({ name: sourceName, url: address.optional() }).describe("Where it was published."),
    citedSources: z
      .array(z.strictObject({ name: words("Whom it names."), url: address.optional() }))
      .describe("The sources that the article names."),
    picture: picture.optional(),
    pictures: otherPictures,
    files: attachments,
    ...articleFacts,
    captures: z.array(capture).optional().describe("The files that it was imported from."),
    format,
    text: markdown("The article's text, empty where nothing that was captured holds it"),
  })
  .describe("The article, with its text.");

const erasedArticle = z
  .strictObject({
    ...articleHead,
    source: z.strictObject({ name: sourceName }).describe("Where it was published."),
    pictures: otherPictures,
    files: attachments,
    ...articleFacts,
    status: z.literal("erased").describe("The article was archived and then taken down."),
    reason: words("Why it was taken down."),
  })
  .describe("The place of an article that was taken down.");

const article = z.union([presentArticle, erasedArticle]).describe("The article, or its tombstone.");

const reply = z
  .strictObject({
    parent: words("The id of the comment that is answered."),
    basis: z
      .enum(["explicit", "nesting", "quote", "mention", "editor"])
      .describe("What that is known from: the source's own statement, or a deduction."),
    isDeduced: z.boolean().describe("Whether it is a deduction: true for every basis but explicit."),
    isCertain: z
      .literal(false)
      .optional()
      .describe("There, and false, where the archive says that the deduction may be wrong."),
  })
  .describe("Whom the comment answers.");

const place = {
  file,
  id: words("Its id, which never changes."),
  address: z.url().describe("The address of its own page."),
  level: z.int().min(1).describe("1 for a comment that answers nobody, 2 for its replies, and so on."),
  reply: reply.optional(),
  replies: z
    .array(z.string())
    .describe("The ids of the comments that answer it, in the order of the source."),
  published: moment("When it was posted, where the source says so").optional(),
  source: sourceAddress.optional(),
};
const notAfter = moment(
  "Of a comment that its source does not date: the capture in which it stood, the last moment that it can be of",
).optional();
const position = z.int().min(1).describe("Its place in the source, from 1.");
const displayName = words("The display name as written.");
const authorLabel = words("What the source calls the person, as written: staff, moderator.").optional();

const comment = z
  .discriminatedUnion("status", [
    z.strictObject({
      status: z.literal("present").describe("The comment is here."),
      ...place,
      notAfter,
      position,
      author: displayName,
      authorLabel,
      edited: moment(
        "When it was changed, where the source says so; unknown where it says only that it was",
      ).optional(),
      likes: count("How many people the source counts who like it.").optional(),
      format,
      text: markdown("The comment's text"),
    }),
    z.strictObject({
      status: z.literal("erased").describe("The comment was archived and then taken down."),
      ...place,
      notAfter,
      position,
      author: displayName.describe("The display name, or the label that took its place."),
      reason: words("Why it was taken down."),
    }),
    z.strictObject({
      status: z.literal("hidden").describe("The source lists the comment and does not show it."),
      ...place,
      notAfter,
      position,
      author: displayName.optional(),
      authorLabel,
      reason: words("Why the source hides it.").optional(),
    }),
    z.strictObject({
      status: z.literal("missing").describe("The comment is known of and did not survive."),
      ...place,
      position: position.optional(),
      author: displayName.optional(),
      reason: words("Why it is not here.").optional(),
    }),
  ])
  .describe("A comment, or the place of one that is not there.");

export const threadCopyShape = z.strictObject({
  $schema: z.url().describe("The address of this schema."),
  version: z.literal(THREAD_COPY_VERSION).describe("The version of this format."),
  address: z.url().describe("The address of the article's page."),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .describe(
      "SHA-256 over the article's own files and its author's, in the order of their paths by UTF-16 code unit: for each its path, NUL, its size in bytes, NUL, its SHA-256 in hexadecimal, NUL.",
    ),
  archive,
  author: author.optional(),
  article,
  permalinks: words(
    "The lines of permalinks.txt, the list of all published addresses, that are this article's: to the letter.",
  ),
  completeness: z
    .strictObject({
      present: count("Comments with their text."),
      erased: count("Comments that were taken down."),
      missing: count("Comments that are known of and did not survive."),
      hidden: count("Comments that the source lists and does not show, where there are any.").optional(),
      announced: count("The count that the source stated.").optional(),
      gaps: z
        .array(z.int().min(1))
        .describe("Positions that no comment accounts for, nor the article, nor an event."),
    })
    .describe("How much of the source's thread is here."),
  vanished: z
    .array(z.url())
    .describe("Addresses of comments that were published and whose file is gone without a tombstone."),
  comments: z
    .array(comment)
    .describe("Every comment once, in the order of reading: each followed by its replies."),
});

export type CopiedPicture = z.infer<typeof picture>;

/** A thread with its article as `thread.json` holds it. */
export type ThreadCopy = z.infer<typeof threadCopyShape>;

/**
 * JSON Schema 2020-12 of `thread.json`.
 *
 * @param id the absolute address of the schema
 */
export function writeThreadSchema(id: string): string {
  const { $schema, ...schema } = z.toJSONSchema(threadCopyShape);
  const described = {
    $schema,
    $id: id,
    title: "An archived article with its comment thread",
    description:
      "Everything that the archive's content folder holds of an article, and the tree of its comments. What a field does not state is not known. To write the files again: each `file` with its text, each picture with its data, each of `files` from its address, `permalinks` as permalinks.txt.",
    ...schema,
  };
  return `${JSON.stringify(described, undefined, 2)}\n`;
}
