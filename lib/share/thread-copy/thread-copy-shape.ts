import { z } from "zod";

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
    `${of}, in Markdown (CommonMark with GFM): every character of the file behind its front matter. HTML in it is text.`,
  );

const address = words("An absolute address, as written in the file.");
const instant = (of: string) => words(`${of}: ISO 8601 with offset, as written in the file.`);
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
    keeper: words("Who keeps it."),
    contact: words("Where to ask for a take-down: an https: or mailto: address."),
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

const article = z
  .strictObject({
    file,
    slug: words("The name of the article's folder, and its address."),
    formerSlugs: z.array(z.string()).describe("Slugs it had before, the oldest first."),
    title: words("The title as printed."),
    language,
    published: instant("When it was published"),
    timeZone: words("The zone in which its dates are shown (IANA)."),
    summary: words("The standfirst, in Markdown.").optional(),
    source: z
      .strictObject({ name: words("Who published it."), url: address })
      .describe("Where it was published."),
    citedSources: z
      .array(z.strictObject({ name: words("Whom it names."), url: address.optional() }))
      .describe("The sources that the article names."),
    picture: picture.optional(),
    pictures: z
      .array(z.strictObject(pictureFile))
      .optional()
      .describe(
        "The other pictures beside the article, which its text and its comments name by their file names.",
      ),
    commentsAnnounced: count("The number of comments that the source stated.").optional(),
    captured: words("When it was captured: a day or an instant, ISO 8601.").optional(),
    leftOut: words("What of the captured page was left out on purpose.").optional(),
    text: markdown("The article's text"),
  })
  .describe("The article.");

const reply = z
  .strictObject({
    parent: words("The id of the comment that is answered."),
    basis: z
      .enum(["explicit", "quote", "mention", "editor"])
      .describe("What that is known from: the source's own structure, or a deduction."),
    isDeduced: z.boolean().describe("Whether it is a deduction: true for every basis but explicit."),
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
  published: instant("When it was posted, where the source says so").optional(),
  source: sourceAddress.optional(),
};
const position = z.int().min(1).describe("Its place in the source, from 1.");
const displayName = words("The display name as written.");

const comment = z
  .discriminatedUnion("status", [
    z.strictObject({
      status: z.literal("present").describe("The comment is here."),
      ...place,
      position,
      author: displayName,
      edited: instant("When it was changed, where the source says so").optional(),
      text: markdown("The comment's text"),
    }),
    z.strictObject({
      status: z.literal("erased").describe("The comment was archived and then taken down."),
      ...place,
      position,
      author: displayName.describe("The display name, or the label that took its place."),
      reason: words("Why it was taken down."),
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
  author,
  article,
  permalinks: words(
    "The lines of permalinks.txt, the list of all published addresses, that are this article's: to the letter.",
  ),
  completeness: z
    .strictObject({
      present: count("Comments with their text."),
      erased: count("Comments that were taken down."),
      missing: count("Comments that are known of and did not survive."),
      announced: count("The count that the source stated.").optional(),
      gaps: z.array(z.int().min(1)).describe("Positions that no comment accounts for."),
    })
    .describe("How much of the source's thread is here."),
  vanished: z
    .array(z.url())
    .describe("Addresses of comments that were published and whose file is gone without a tombstone."),
  comments: z
    .array(comment)
    .describe("Every comment once, in the order of reading: each followed by its replies."),
});

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
      "Everything that the archive's content folder holds of an article, and the tree of its comments. What a field does not state is not known. To write the files again: each `file` with its text, each picture with its data, `permalinks` as permalinks.txt.",
    ...schema,
  };
  return `${JSON.stringify(described, undefined, 2)}\n`;
}
