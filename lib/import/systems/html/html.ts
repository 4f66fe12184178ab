import type { TextInput } from "../../containers/input";
import { refuseAfter, SourceRefusal } from "../../containers/refusal";
import { Spool } from "../../containers/spool";
import type { LeftOut, LooseItem, SourceEvent, SourceThread } from "../../model";
import type { ReadingSetting, System, SystemReader } from "../system";
import { ADAPTERS } from "./adapters";
import { teach } from "./adapters/markup/taught";
import { GAPS, joinPages } from "./join-pages";
import { readPage, type SavedPage } from "./page/saved-page";
import { suggestLesson } from "./suggest-lesson";
import type { Gap, ThreadAdapter } from "./thread-adapter";
import { describeLone, describePage, type ThreadPage } from "./thread-pages";

/**
 * Pages as somebody saved them: by a browser, SingleFile, wget or HTTrack, as crawlers and printers get them, or out of a web
 * archive. The pages of a thread are joined when all were read.
 */
export const html: System = {
  name: "html",
  recognises: isPage,
  passesOver: ({ name, head }) => !isPage(head) && !(/\.x?html?$/iu.test(name) && MARKUP.test(head)),
  open: (setting) => openPages(setting),
};

/** What a page without its own beginning holds all the same, and no picture that is called one. */
const MARKUP = /<(?:!doctype|html|head|title|meta|body|div|p|table|article|h[1-6]|a|span)[\s>]/iu;

function isPage(head: string): boolean {
  return /^[\s\ufeff]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/iu.test(
    head,
  );
}

/** What is told of articles on whose pages no thread is recognised. */
type Telling = {
  readonly adapters: readonly ThreadAdapter[];
  readonly articlesAlone: boolean;
  readonly said: Repeated;
};

function openPages(setting: ReadingSetting): SystemReader {
  const { lesson, articlesAlone = false } = setting;
  const adapters = lesson === undefined ? ADAPTERS : [teach(lesson), ...ADAPTERS];
  const pages = new PageGroups();
  const seen = new Map<string, string>();
  const unrecognised: LooseItem[] = [];
  let waiting = 0;
  return {
    async *read(input) {
      const earlier = seen.get(input.sha256);
      if (earlier !== undefined) return yield describeDuplicate(input.name, earlier);
      seen.set(input.sha256, input.name);
      const { found, item } = await readThread(input, setting, adapters);
      if (item) unrecognised.push(item);
      if (found === undefined) return;
      waiting += found.posts.length + 1;
      pages.add(found);
    },
    waiting: () => waiting,
    async *finish() {
      const said = new Repeated();
      for (const group of pages.take()) yield* finishThread(group, { adapters, articlesAlone, said });
      yield* said.tell();
      for (const item of unrecognised) yield { kind: "item", item } satisfies SourceEvent;
    },
    close: () => pages.close(),
  };
}

/** What a page does to the importer itself concerns that page alone. */
async function readThread(
  input: TextInput,
  setting: ReadingSetting,
  adapters: readonly ThreadAdapter[],
): Promise<{ readonly found?: ThreadPage; readonly item?: LooseItem }> {
  try {
    const page = await readPage(input, setting);
    const found = recogniseThread(page, adapters);
    return found === undefined ? { item: describeUnrecognised(page, adapters) } : { found };
  } catch (error) {
    throw refuseAfter(error, input.name, "a page that the importer can read");
  }
}

function describeDuplicate(source: string, earlier: string): SourceEvent {
  return { kind: "item", item: { source, outcome: "duplicate", reason: `the same page as ${earlier}` } };
}

/**
 * Which pages belong together. A frame that a browser saved beside its page (`page_files/frame.html`) belongs to that page,
 * whichever of the two is read first.
 */
class PageGroups {
  readonly #pages = new Spool<ThreadPage>();
  readonly #byFile = new Map<string, string>();
  readonly #frames = new Map<string, string>();

  add(page: ThreadPage): void {
    const { file } = page.capture;
    const [, around] = /^(.*)_(?:files|fichiers)\/[^/]+$/u.exec(file) ?? [];
    const key = around === undefined ? `${page.origin ?? ""} ${page.key}` : `frame ${around}`;
    if (around === undefined) this.#byFile.set(file.replace(/\.x?html?$/iu, ""), key);
    else this.#frames.set(around, key);
    this.#pages.add(key, page);
  }

  *take(): Generator<readonly ThreadPage[]> {
    const owners = new Map<string, string[]>();
    const owned = new Set<string>();
    for (const [around, frame] of this.#frames) {
      const owner = this.#byFile.get(around);
      if (owner === undefined) continue;
      owners.set(owner, [...(owners.get(owner) ?? []), frame]);
      owned.add(frame);
    }
    for (const key of this.#pages.keys()) {
      if (owned.has(key)) continue;
      yield [key, ...(owners.get(key) ?? [])].flatMap((each) => this.#pages.take(each));
    }
  }

  close(): void {
    this.#pages.close();
  }
}

function recogniseThread(page: SavedPage, adapters: readonly ThreadAdapter[]): ThreadPage | undefined {
  for (const adapter of adapters) {
    const thread = adapter.read(page);
    if (thread !== undefined) return describePage(page, adapter.name, thread);
  }
  const lone = describeLone(page);
  return lone.facts.isArticle ? lone : undefined;
}

function describeUnrecognised({ name, tree }: SavedPage, adapters: readonly ThreadAdapter[]): LooseItem {
  return { source: name, outcome: "skipped", reason: lookedFor(adapters, suggestLesson(tree)) };
}

function lookedFor(adapters: readonly ThreadAdapter[], suggested: string | undefined): string {
  const names = adapters.map(({ name }) => name).join(", ");
  const example = suggested === undefined ? "" : `; on this page perhaps: --selector "${suggested}"`;
  return `no thread recognised: looked for ${names}; --selector teaches what a comment of this page looks like${example}`;
}

function* finishThread(pages: readonly ThreadPage[], telling: Telling): Generator<SourceEvent> {
  const thread = joinSafely(pages);
  if (thread instanceof SourceRefusal)
    for (const { capture } of pages)
      yield { kind: "item", item: { source: capture.file, outcome: "refused", reason: thread.message } };
  if (thread === undefined || thread instanceof SourceRefusal) return;
  if (thread.posts.length > 0 || pages.some(({ adapter }) => adapter !== ""))
    yield { kind: "thread", thread };
  else yield finishLone(thread, pages, telling);
}

function joinSafely(pages: readonly ThreadPage[]): SourceThread | SourceRefusal | undefined {
  try {
    return joinPages(pages);
  } catch (error) {
    return refuseAfter(error, pages[0]?.capture.file ?? "", "pages that the importer can join");
  }
}

/**
 * An article whose comments are known to be elsewhere would be shown as one without any: it is not written, unless the
 * archivist wants it even so.
 */
function finishLone(
  thread: SourceThread,
  pages: readonly ThreadPage[],
  { adapters, articlesAlone, said }: Telling,
): SourceEvent {
  const { source, isAbsent } = thread.article;
  const looked = lookedFor(adapters, pages.flatMap(({ lesson }) => lesson ?? [])[0]);
  const [gap] = pages.flatMap(({ gaps }) => gaps);
  const known = listKnown(gap, thread.announced ?? 0).join("; ");
  if (known !== "" && articlesAlone && !isAbsent)
    return leaveOut(thread, gap === undefined ? ["unrecognised"] : [], gap === undefined ? [known] : []);
  if (known !== "")
    return { kind: "item", item: { source, outcome: "refused", reason: `${known}; ${ALONE}; ${looked}` } };
  if (isAbsent) return { kind: "item", item: { source, outcome: "skipped", reason: looked } };
  return leaveOut(thread, ["unrecognised"], said.first(looked));
}

const ALONE = "--articles-alone takes the article without them";

function listKnown(gap: Gap | undefined, announced: number): string[] {
  return [
    ...(gap ? [GAPS[gap]] : []),
    ...(announced > 0 ? [`the page states ${announced} comments and holds none`] : []),
  ];
}

function leaveOut(thread: SourceThread, parts: readonly LeftOut[], remarks: readonly string[]): SourceEvent {
  const { article } = thread;
  return {
    kind: "thread",
    thread: {
      ...thread,
      article: { ...article, leftOut: [...(article.leftOut ?? []), ...parts] },
      remarks: [...thread.remarks, ...remarks],
    },
  };
}

/** What is to be said of each of many pages is said of the first; how many more there are, at the end. */
class Repeated {
  readonly #counts = new Map<string, number>();

  first(remark: string): string[] {
    const count = (this.#counts.get(remark) ?? 0) + 1;
    this.#counts.set(remark, count);
    return count === 1 ? [remark] : [];
  }

  *tell(): Generator<SourceEvent> {
    for (const [remark, count] of this.#counts)
      if (count > 1) yield { kind: "remark", text: `${count - 1} other pages: ${remark}` };
  }
}
