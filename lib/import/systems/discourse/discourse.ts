import type { TextInput } from "../../containers/input";
import { readJsonParts } from "../../containers/json";
import { Spool } from "../../containers/spool";
import type { Capture, LooseItem, SourceEvent } from "../../model";
import type { System, SystemReader } from "../system";
import {
  type DiscoursePost,
  type DiscourseTopic,
  exportedTopicShape,
  exportedUserShape,
  postShape,
  topicShape,
} from "./shapes";
import { type GatheredTopic, readTopic } from "./topic";

/**
 * Discourse: the JSON of topics (`/t/57.json`), of their further posts in the same shape, of single posts, lists or lines of
 * these, and the owner's export of a category. A topic's files may come in any number and order.
 */
export const discourse: System = {
  name: "discourse",
  recognises: (head) =>
    /^\s*[[{]/u.test(head) &&
    (/"post_stream"\s*:/u.test(head) ||
      (/"post_number"\s*:/u.test(head) && /"(?:cooked|raw)"\s*:/u.test(head))),
  open: () => openDiscourse(),
};

/** What a file holds of a topic. */
type TopicPart = {
  readonly facts?: Omit<DiscourseTopic, "post_stream">;
  readonly posts: readonly DiscoursePost[];
  readonly stream: readonly number[];
  readonly refused: readonly LooseItem[];
  readonly capture: Capture;
};

function openDiscourse(): SystemReader {
  const parts = new Spool<TopicPart>();
  const users = new Map<number, string>();
  let posts = 0;
  return {
    async *read(input) {
      for await (const document of readDocuments(input, users)) {
        const part = readPart(document, input);
        if (part === undefined)
          yield { kind: "remark", text: `${input.name}: a part that is no topic, left out` };
        else {
          posts += part.part.posts.length;
          parts.add(String(part.id), part.part);
        }
      }
    },
    waiting: () => posts,
    async *finish() {
      for (const id of parts.keys()) yield* readGathered(gather(Number(id), parts.take(id), users));
    },
    close: () => parts.close(),
  };
}

/** A topic is put together again from its keys; the topics of a category come one by one. */
async function* readDocuments(input: TextInput, users: Map<number, string>): AsyncGenerator<unknown> {
  const whole: Record<string, unknown> = {};
  for await (const { key, value } of readJsonParts(input)) {
    if (key === undefined) yield value;
    else if (key === "topics") yield value;
    else if (key === "users") addUser(users, value);
    else whole[key] = value;
  }
  if ("post_stream" in whole || "post_number" in whole) yield whole;
}

function addUser(users: Map<number, string>, value: unknown): void {
  const { data } = exportedUserShape.safeParse(value);
  if (data?.username) users.set(data.id, data.username);
}

function readPart(document: unknown, input: TextInput): { id: number; part: TopicPart } | undefined {
  const capture = { file: input.name, sha256: input.sha256 };
  const exported = exportedTopicShape.safeParse(document);
  if (exported.success) {
    const { posts, ...facts } = exported.data;
    return { id: facts.id, part: { facts, ...readPosts(posts, input, facts.id), stream: [], capture } };
  }
  const topic = topicShape.safeParse(document);
  if (topic.success && topic.data.post_stream) {
    const { post_stream: stream, ...facts } = topic.data;
    const read = readPosts(stream.posts, input, facts.id);
    return {
      id: facts.id,
      part: { ...(facts.title && { facts }), ...read, stream: stream.stream ?? [], capture },
    };
  }
  const post = postShape.safeParse(document);
  if (!post.success || typeof post.data.topic_id !== "number") return undefined;
  return { id: post.data.topic_id, part: { posts: [post.data], stream: [], refused: [], capture } };
}

function readPosts(posts: readonly unknown[], input: TextInput, topicId: number) {
  const read: DiscoursePost[] = [];
  const refused: LooseItem[] = [];
  for (const [index, unsafe] of posts.entries()) {
    const post = postShape.safeParse(unsafe);
    if (post.success) read.push(post.data);
    else {
      const [issue] = post.error.issues;
      const reason = `${issue?.path.join(".")}: ${issue?.message}`;
      refused.push({ source: `${input.name}#${topicId}[${index}]`, outcome: "refused", reason });
    }
  }
  return { posts: read, refused };
}

function gather(id: number, parts: readonly TopicPart[], users: ReadonlyMap<number, string>): GatheredTopic {
  const byNumber = new Map<number, DiscoursePost>();
  const others = parts.flatMap(({ refused }) => refused);
  const described = parts.findLast(({ facts }) => facts) ?? parts[0];
  const source = described?.capture.file ?? String(id);
  for (const { posts, capture } of parts) {
    for (const post of posts) {
      const known = byNumber.get(post.post_number);
      if (known === undefined) byNumber.set(post.post_number, post);
      else {
        others.push({
          source: `${capture.file}#${post.post_number}`,
          outcome: "duplicate",
          reason: "the same post again",
        });
        if ((post.version ?? 1) > (known.version ?? 1)) byNumber.set(post.post_number, post);
      }
    }
  }
  const captures = new Map(parts.map(({ capture }) => [capture.sha256, capture]));
  return {
    id,
    ...(described?.facts && { facts: described.facts }),
    posts: [...byNumber.values()].sort((one, other) => one.post_number - other.post_number),
    stream: [...new Set(parts.flatMap(({ stream }) => stream))],
    others,
    captures: [...captures.values()],
    source: parts.length > 1 ? `${source} (topic ${id})` : source,
    users,
  };
}

function* readGathered(topic: GatheredTopic): Generator<SourceEvent> {
  if (topic.facts?.archetype === "private_message") {
    const reason = "a private message";
    for (const post of topic.posts)
      yield {
        kind: "item",
        item: { source: `${topic.source}#${post.post_number}`, outcome: "refused", reason },
      };
    for (const item of topic.others) yield { kind: "item", item };
    return;
  }
  if (topic.posts.length > 0) yield { kind: "thread", thread: readTopic(topic) };
  else {
    yield {
      kind: "item",
      item: { source: topic.source, outcome: "refused", reason: "a topic without any post" },
    };
    for (const item of topic.others) yield { kind: "item", item };
  }
}
