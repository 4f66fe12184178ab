import { Spool } from "../containers/spool";
import { readXmlElements, type XmlElement } from "../containers/xml";
import type { Capture, LooseItem, PostState, SourceEvent, SourcePost, SourceThread } from "../model";
import { readIso } from "./local-time";
import { withoutDuplicates, withoutSpam } from "./posts";
import type { System, SystemReader } from "./system";
import { child, childText } from "./xml-fields";
import { describeRepairs, noRepairs } from "./xml-repairs";

/**
 * Disqus: the XML that it exports, known by its root element; an RSS file of the same name is made for import there, and is
 * WordPress's kind. Threads come first, all posts in one list behind them. E-mail and IP addresses are not read.
 */
export const disqus: System = {
  name: "disqus",
  recognises: (head) => /<disqus[\s>]/u.test(head) && !/<rss[\s>]/u.test(head),
  open: () => openDisqus(),
};

type Thread = Omit<DisqusThread, "capture"> & { readonly capture: Capture };

type DisqusThread = {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly forum: string;
  readonly createdAt: string;
  readonly message: string;
  readonly isClosed: boolean;
  readonly isDeleted: boolean;
  readonly capture: Capture;
  readonly source: string;
};

/** As it lies in the spool: a post, or the reason why it is none. */
type SpooledPost = { readonly post?: SourcePost; readonly other?: LooseItem };

function openDisqus(): SystemReader {
  const threads = new Map<string, Thread>();
  const posts = new Spool<SpooledPost>();
  return {
    async *read(input) {
      const repairs = noRepairs();
      const capture = { file: input.name, sha256: input.sha256 };
      for await (const element of readXmlElements(input, new Set(["thread", "post"]), repairs)) {
        if (element.name === "post") posts.add(threadOf(element), readPost(element, input.name));
        else yield* addThread(threads, readThread(element, input.name, capture));
      }
      yield* describeRepairs(input.name, repairs);
    },
    waiting: () => posts.size,
    async *finish() {
      for (const thread of threads.values()) yield* finishThread(thread, posts.take(thread.id));
      for (const id of posts.keys()) if (!threads.has(id)) yield* refuseOrphans(id, posts.take(id));
    },
    close: () => posts.close(),
  };
}

/** The same thread in two files is one. */
function* addThread(threads: Map<string, Thread>, thread: Thread): Generator<SourceEvent> {
  if (!threads.has(thread.id)) threads.set(thread.id, thread);
  else
    yield {
      kind: "item",
      item: { source: thread.source, outcome: "duplicate", reason: "the same thread again" },
    };
}

function idOfElement({ attributes }: XmlElement): string {
  return attributes["dsq:id"] ?? attributes.id ?? "";
}

function threadOf(post: XmlElement): string {
  const thread = child(post, "thread");
  return thread ? idOfElement(thread) : "";
}

function readThread(element: XmlElement, file: string, capture: Capture): Thread {
  const id = idOfElement(element);
  return {
    id,
    source: `${file}#thread-${id}`,
    title: childText(element, "title"),
    link: childText(element, "link"),
    forum: childText(element, "forum"),
    createdAt: childText(element, "createdAt"),
    message: childText(element, "message"),
    isClosed: childText(element, "isClosed") === "true",
    isDeleted: childText(element, "isDeleted") === "true",
    capture,
  };
}

function readPost(element: XmlElement, file: string): SpooledPost {
  const id = idOfElement(element);
  const source = `${file}#${id}`;
  if (id === "") return { other: { source, outcome: "refused", reason: "a post without an id" } };
  const parent = child(element, "parent");
  const published = readIso(childText(element, "createdAt"));
  const state = stateOf(element);
  const author = state.kind === "present" ? personOf(element) : undefined;
  return {
    post: {
      ...{ source, id, sourceId: id, quotes: [], state },
      ...(author && { author }),
      ...(published && { published }),
      ...(parent && { parent: { kind: "post", id: idOfElement(parent), basis: "explicit" } }),
      ...(state.kind === "present" && { body: { format: "html", text: childText(element, "message") } }),
    },
  };
}

/** Who deleted a post did not mean to leave a name; of spam nobody saw one. */
function stateOf(element: XmlElement): PostState {
  if (childText(element, "isDeleted") === "true") return { kind: "hidden", reason: "deleted" };
  return childText(element, "isSpam") === "true" ? { kind: "hidden", reason: "spam" } : { kind: "present" };
}

/** What Disqus shows above a post of somebody who gave no name. */
const NAMELESS = "Guest";

function personOf(element: XmlElement) {
  const author = child(element, "author");
  const name = (author && childText(author, "name")) || NAMELESS;
  const id = author && childText(author, "username");
  return { name, ...(id && { id }) };
}

function* finishThread(thread: Thread, spooled: readonly SpooledPost[]): Generator<SourceEvent> {
  const others = spooled.flatMap(({ other }) => other ?? []);
  const { posts, duplicates } = withoutDuplicates(spooled.flatMap(({ post }) => post ?? []));
  const left = withoutSpam(posts);
  if (posts.length === 0 || thread.isDeleted) {
    const reason = thread.isDeleted ? "a deleted thread" : "a thread without posts";
    for (const source of [thread.source, ...posts.map((post) => post.source)])
      yield { kind: "item", item: { source, outcome: "skipped", reason } };
    for (const item of [...others, ...duplicates]) yield { kind: "item", item };
    return;
  }
  yield {
    kind: "thread",
    thread: describeThread(thread, left.posts, [...others, ...duplicates, ...left.others]),
  };
}

function describeThread(
  thread: Thread,
  posts: readonly SourcePost[],
  others: readonly LooseItem[],
): SourceThread {
  const { id, forum, link, title, message } = thread;
  const published = readIso(thread.createdAt);
  const url = URL.canParse(link) && /^https?:/u.test(link) ? link : undefined;
  return {
    identity: { system: "disqus", ...(forum && { origin: forum }), id },
    article: {
      source: thread.source,
      title: title || url || `${forum} ${id}`.trim(),
      ...(published && { published }),
      ...(message && { body: { format: "html", text: message } }),
      state: message ? { kind: "present" } : { kind: "hidden", reason: "not in this export" },
      ...(url && { url }),
      publisher: url ? new URL(url).host : forum,
    },
    ...{ posts, others, absent: [], remarks: [], captures: [thread.capture] },
    facts: thread.isClosed ? [{ what: "closed" }] : [],
  };
}

function* refuseOrphans(thread: string, spooled: readonly SpooledPost[]): Generator<SourceEvent> {
  for (const { post, other } of spooled) {
    const source = post?.source ?? other?.source ?? thread;
    const reason =
      other?.reason ?? `a post of thread ${thread || "without an id"}, which is not in this export`;
    yield { kind: "item", item: { source, outcome: "refused", reason } };
  }
}
