import { z } from "zod";
import type { TextInput } from "../containers/input";
import { readJsonParts } from "../containers/json";
import { Spool } from "../containers/spool";
import type { Capture, LooseItem, PostState, SourceEvent, SourcePost, SourceThread } from "../model";
import { readIso, readUnix } from "./local-time";
import type { System, SystemReader } from "./system";

/*
 * Hacker News: items of its own API (`/v0/item/8863.json`, one to a file, in a list, a line each or by id) and trees of
 * Algolia's (`/api/v1/items/8863`). Both become one kind of item, and the trees are grown from their parents' ids: `kids`
 * are ranked anew every minute, so comments stand in the order of their ids, which is that of their posting.
 */

const firebase = z.object({
  id: z.number().int(),
  type: z.string().optional(),
  by: z.string().optional(),
  time: z.number().int().optional(),
  text: z.string().optional(),
  parent: z.number().int().optional(),
  kids: z.array(z.number().int()).optional(),
  descendants: z.number().int().optional(),
  deleted: z.boolean().optional(),
  dead: z.boolean().optional(),
  title: z.string().optional(),
  url: z.string().optional(),
  score: z.number().int().optional(),
});

const algolia = z.object({
  id: z.number().int(),
  type: z.string().nullish(),
  author: z.string().nullish(),
  created_at: z.string().nullish(),
  created_at_i: z.number().int().nullish(),
  text: z.string().nullish(),
  title: z.string().nullish(),
  url: z.string().nullish(),
  points: z.number().int().nullish(),
  parent_id: z.number().int().nullish(),
  story_id: z.number().int().nullish(),
  children: z.array(z.unknown()),
});

type Item = {
  readonly id: number;
  readonly type: string;
  readonly by?: string;
  readonly published?: string;
  readonly text?: string;
  readonly parent?: number;
  readonly kids: readonly number[];
  readonly descendants?: number;
  readonly state: PostState;
  readonly title?: string;
  readonly url?: string;
  readonly score?: number;
  readonly capture: Capture;
};

export const hackernews: System = {
  name: "hackernews",
  recognises: (head) => isFirebase(head) || isAlgolia(head),
  open: () => openHackerNews(),
};

function isFirebase(head: string): boolean {
  return (
    /^\s*[[{]/u.test(head) &&
    /"type"\s*:\s*"(?:story|comment|job|poll|pollopt)"/u.test(head) &&
    /"id"\s*:\s*\d/u.test(head) &&
    /"(?:by|time|deleted)"\s*:/u.test(head)
  );
}

function isAlgolia(head: string): boolean {
  return (
    /^\s*[[{]/u.test(head) &&
    /"children"\s*:\s*\[/u.test(head) &&
    /"(?:created_at_i|story_id)"\s*:/u.test(head)
  );
}

/** Kinds of items that have comments below them. */
const ROOTS: ReadonlySet<string> = new Set(["story", "job", "poll"]);

function openHackerNews(): SystemReader {
  const items = new Spool<Item>();
  const parents = new Map<number, number | undefined>();
  const duplicates: LooseItem[] = [];
  const others: LooseItem[] = [];
  return {
    async *read(input) {
      const capture = { file: input.name, sha256: input.sha256 };
      for await (const read of readItems(input, capture)) {
        if ("outcome" in read) others.push(read);
        else if (parents.has(read.id))
          duplicates.push({ source: nameItem(read), outcome: "duplicate", reason: "the same item again" });
        else {
          parents.set(read.id, read.parent);
          items.add(String(read.id), read);
        }
      }
      for (const item of [...duplicates.splice(0), ...others.splice(0)]) yield { kind: "item", item };
    },
    waiting: () => items.size,
    async *finish() {
      for (const [root, ids] of groupByRoot(parents))
        yield describeThread(
          root,
          ids.flatMap((id) => items.take(String(id))),
        );
    },
    close: () => items.close(),
  };
}

/** An item a value; Algolia's with everything below it; an object may hold items by their ids. */
async function* readItems(input: TextInput, capture: Capture): AsyncGenerator<Item | LooseItem> {
  const whole: Record<string, unknown> = {};
  let index = 0;
  for await (const { key, value } of readJsonParts(input)) {
    index += 1;
    if (key === undefined) yield* readValue(value, capture, `[${index}]`);
    else if (/^\d+$/u.test(key) && typeof value === "object") yield* readValue(value, capture, key);
    else if (key === "children" || key === "kids") whole[key] = [...listOf(whole[key]), value];
    else whole[key] = value;
  }
  if ("id" in whole)
    yield* readValue(isAlgolia(input.head) ? { children: [], ...whole } : whole, capture, "");
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Without recursion: chains of a thousand replies were seen. */
function* readValue(value: unknown, capture: Capture, place: string): Generator<Item | LooseItem> {
  // The API answers null for an item that it does not give.
  if (value === null)
    return yield {
      source: `${capture.file}#${place}`,
      outcome: "skipped",
      reason: "an item that the API did not give",
    };
  const waiting: { readonly value: unknown; readonly parent?: number }[] = [{ value }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const tree = algolia.safeParse(next.value);
    const item = tree.success
      ? fromAlgolia(tree.data, next.parent, capture)
      : fromFirebase(next.value, capture);
    if (item === undefined)
      yield { source: `${capture.file}#${place}`, outcome: "refused", reason: "no item of Hacker News" };
    else yield item;
    if (!tree.success) continue;
    for (const child of tree.data.children.toReversed()) waiting.push({ value: child, parent: tree.data.id });
  }
}

function fromFirebase(value: unknown, capture: Capture): Item | undefined {
  const parsed = firebase.safeParse(value);
  if (!parsed.success) return undefined;
  const { type = "comment", time, kids = [], deleted, dead, ...rest } = parsed.data;
  const published = time === undefined ? undefined : readUnix(time);
  return { ...rest, type, kids, ...(published && { published }), state: stateOf(deleted, dead), capture };
}

function stateOf(deleted: boolean | undefined, dead: boolean | undefined): PostState {
  if (deleted) return { kind: "hidden", reason: "deleted" };
  return dead ? { kind: "hidden", reason: "hidden" } : { kind: "present" };
}

/** Algolia says of a deleted item only that it has no author. */
function fromAlgolia(item: z.output<typeof algolia>, parent: number | undefined, capture: Capture): Item {
  const above = item.parent_id ?? parent;
  const published =
    typeof item.created_at_i === "number" ? readUnix(item.created_at_i) : readIso(item.created_at ?? "");
  const isDeleted = !item.author;
  return {
    id: item.id,
    type: item.type ?? (above === undefined ? "story" : "comment"),
    kids: [],
    state: isDeleted ? { kind: "hidden", reason: "deleted" } : { kind: "present" },
    capture,
    ...(item.author && { by: item.author }),
    ...(published && { published }),
    ...(item.text && { text: item.text }),
    ...(above !== undefined && { parent: above }),
    ...(item.title && { title: item.title }),
    ...(item.url && { url: item.url }),
    ...(typeof item.points === "number" && { score: item.points }),
  };
}

/** The uppermost item above each, which may itself not be there. */
function groupByRoot(parents: ReadonlyMap<number, number | undefined>): Map<number, number[]> {
  const roots = new Map<number, number>();
  const groups = new Map<number, number[]>();
  for (const start of [...parents.keys()].sort((one, other) => one - other)) {
    const chain = new Set<number>();
    let id = start;
    while (!roots.has(id) && !chain.has(id)) {
      chain.add(id);
      const above = parents.get(id);
      if (above === undefined) break;
      id = above;
    }
    const root = roots.get(id) ?? id;
    for (const each of chain) roots.set(each, root);
    const group = groups.get(root);
    if (group) group.push(start);
    else groups.set(root, [start]);
  }
  return groups;
}

function nameItem({ id, capture }: Item): string {
  return `${capture.file}#${id}`;
}

const SITE = "news.ycombinator.com";

function addressOf(id: number): string {
  return `https://${SITE}/item?id=${id}`;
}

function describeThread(rootId: number, items: readonly Item[]): SourceEvent {
  const root = items.find(({ id }) => id === rootId);
  const isStory = root !== undefined && ROOTS.has(root.type);
  const comments = items.filter((item) => item !== root || !isStory);
  const announced = isStory ? root.descendants : undefined;
  const captures = new Map(items.map(({ capture }) => [capture.sha256, capture]));
  const first = root ?? items[0];
  const thread: SourceThread = {
    identity: { system: "hackernews", origin: SITE, id: String(rootId) },
    article: {
      source: isStory && root ? nameItem(root) : `${first?.capture.file}#${rootId} (absent)`,
      ...(!isStory && { isAbsent: true }),
      title: (isStory && root?.title) || `Hacker News ${rootId}`,
      ...(isStory &&
        root?.by && { author: { name: root.by, id: root.by, url: `https://${SITE}/user?id=${root.by}` } }),
      ...(isStory && root?.published && { published: root.published }),
      ...bodyOfStory(isStory ? root : undefined),
      url: addressOf(rootId),
      publisher: "Hacker News",
    },
    posts: comments.map((item) => readComment(item, rootId)),
    others: [],
    absent: listAbsent(items, rootId),
    ...(announced !== undefined && { announced }),
    ...{ facts: [], remarks: isStory ? [] : [`the story ${rootId} is not in this source`] },
    captures: [...captures.values()],
  };
  return { kind: "thread", thread };
}

/** A story has a text, or the address of the page that it is about, or both. */
function bodyOfStory(story: Item | undefined): Pick<SourceThread["article"], "body" | "state"> {
  if (story === undefined) return { state: { kind: "hidden", reason: "not in this export" } };
  if (story.state.kind === "hidden") return { state: story.state };
  const link =
    story.url && /^https?:\/\//u.test(story.url)
      ? `<p><a href="${escapeAttribute(story.url)}">${escapeAttribute(story.url)}</a></p>`
      : "";
  const text = `${link}${story.text ? `<p>${story.text}</p>` : ""}`;
  if (text === "") return { state: { kind: "hidden", reason: "empty" } };
  return { state: { kind: "present" }, body: { format: "html", text, baseUrl: `https://${SITE}/` } };
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function readComment(item: Item, rootId: number): SourcePost {
  const isPresent = item.state.kind === "present";
  const parent = item.parent === undefined || item.id === rootId ? undefined : item.parent;
  return {
    source: nameItem(item),
    id: String(item.id),
    sourceId: String(item.id),
    quotes: [],
    ...(item.by && { author: { name: item.by, id: item.by } }),
    ...(item.published && { published: item.published }),
    ...(parent === undefined || parent === rootId
      ? { parent: { kind: "article" } }
      : { parent: { kind: "post", id: String(parent), basis: "explicit" } }),
    // Its HTML opens without a paragraph.
    ...(isPresent && {
      body: { format: "html", text: `<p>${item.text ?? ""}`, baseUrl: `https://${SITE}/` },
    }),
    state: item.state,
    url: addressOf(item.id),
  };
}

/** Children that an item lists and the source does not hold. */
function listAbsent(items: readonly Item[], rootId: number) {
  const known = new Set(items.map(({ id }) => id));
  const listed = new Set(items.flatMap(({ kids }) => kids));
  return [...listed]
    .filter((id) => !known.has(id) && id !== rootId)
    .map((id) => ({
      source: String(id),
      id: String(id),
      reason: "listed by the source and not in this export",
    }));
}
