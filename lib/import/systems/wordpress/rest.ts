import { z } from "zod";
import type { TextInput } from "../../containers/input";
import { readJsonParts } from "../../containers/json";
import { Spool } from "../../containers/spool";
import type { Capture, SourceEvent, SourceThread } from "../../model";
import { readIso, readUtc } from "../local-time";
import { withoutDuplicates } from "../posts";
import type { ReadingSetting } from "../system";
import { sortComments, type WordPressComment } from "./comments";

/** A comment as `/wp/v2/comments` gives it to anybody: approved ones, without addresses of people. */
const shape = z.object({
  id: z.number().int(),
  post: z.number().int(),
  parent: z.number().int().default(0),
  author: z.number().int().default(0),
  author_name: z.string().default(""),
  author_url: z.string().default(""),
  date: z.string().default(""),
  date_gmt: z.string().default(""),
  content: z.object({ rendered: z.string() }),
  link: z.string().default(""),
  status: z.string().default("approved"),
  type: z.string().default("comment"),
});

type Spooled = { readonly comment: WordPressComment; readonly capture: Capture };

/** The comments of REST answers, gathered by the article that they belong to, which is not among them. */
export class RestComments {
  readonly #spool = new Spool<Spooled>();

  async *read(input: TextInput, setting: ReadingSetting): AsyncGenerator<SourceEvent> {
    const capture = { file: input.name, sha256: input.sha256 };
    let index = 0;
    for await (const { value } of readJsonParts(input)) {
      index += 1;
      const parsed = shape.safeParse(value);
      if (parsed.success)
        this.#spool.add(String(parsed.data.post), {
          comment: read(parsed.data, input.name, setting),
          capture,
        });
      else yield { kind: "item", item: refuse(`${input.name}#[${index}]`, parsed.error.issues[0]) };
    }
  }

  *finish(): Generator<SourceEvent> {
    for (const id of this.#spool.keys())
      yield { kind: "thread", thread: describeThread(id, this.#spool.take(id)) };
  }

  waiting(): number {
    return this.#spool.size;
  }

  close(): void {
    this.#spool.close();
  }
}

function refuse(source: string, issue: z.core.$ZodIssue | undefined) {
  return { source, outcome: "refused" as const, reason: `${issue?.path.join(".")}: ${issue?.message}` };
}

function read(comment: z.output<typeof shape>, file: string, { timeZone }: ReadingSetting): WordPressComment {
  const published = readUtc(comment.date_gmt) ?? readIso(comment.date, timeZone);
  return {
    source: `${file}#comment-${comment.id}`,
    id: String(comment.id),
    parent: String(comment.parent),
    author: comment.author_name,
    authorUrl: comment.author_url,
    userId: String(comment.author),
    ...(published && { published }),
    html: comment.content.rendered,
    type: comment.type,
    status:
      comment.status === "approved"
        ? "approved"
        : comment.status === "trash"
          ? "trash"
          : comment.status === "spam"
            ? "spam"
            : "pending",
    ...(URL.canParse(comment.link) && { url: comment.link }),
  };
}

function describeThread(id: string, spooled: readonly Spooled[]): SourceThread {
  const comments = spooled
    .map(({ comment }) => comment)
    .toSorted((one, other) => Number(one.id) - Number(other.id));
  const url = comments.find((comment) => comment.url)?.url?.replace(/#.*$/u, "");
  const sorted = sortComments(comments, url);
  const { posts, duplicates } = withoutDuplicates(sorted.posts);
  const host = url === undefined ? undefined : new URL(url).host;
  const slug = url === undefined ? undefined : new URL(url).pathname.split("/").filter(Boolean).at(-1);
  const captures = new Map(spooled.map(({ capture }) => [capture.sha256, capture]));
  return {
    identity: { system: "wordpress", ...(host && { origin: host }), id },
    article: {
      source: `${spooled[0]?.capture.file}#post-${id}`,
      isAbsent: true,
      title: slug ?? id,
      ...(slug && { slug }),
      state: { kind: "hidden", reason: "not in this export" },
      ...(url && { url }),
      publisher: host ?? "WordPress",
    },
    posts,
    others: [...sorted.others, ...duplicates],
    ...{ absent: [], facts: [] },
    remarks: ["this answer holds comments only: the article's title is made from its address"],
    captures: [...captures.values()],
  };
}
