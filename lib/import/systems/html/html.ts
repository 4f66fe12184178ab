import { Spool } from "../../containers/spool";
import type { LooseItem, SourceEvent } from "../../model";
import type { System, SystemReader } from "../system";
import { ADAPTERS } from "./adapters";
import { joinPages } from "./join-pages";
import { readPage, type SavedPage } from "./saved-page";
import type { ThreadPage } from "./thread-pages";
import { describePage } from "./thread-pages";

/**
 * Pages as somebody saved them: by a browser, SingleFile, wget or HTTrack, as crawlers and printers get them, or out of a web
 * archive. The pages of a thread are joined when all were read.
 */
export const html: System = {
  name: "html",
  recognises: (head) =>
    /^[\s\ufeff]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/iu.test(head),
  open: ({ timeZone }) => openPages(timeZone),
};

function openPages(timeZone: string | undefined): SystemReader {
  const pages = new Spool<ThreadPage>();
  const seen = new Map<string, string>();
  const unrecognised: LooseItem[] = [];
  let waiting = 0;
  return {
    async *read(input) {
      const earlier = seen.get(input.sha256);
      if (earlier !== undefined) {
        yield {
          kind: "item",
          item: { source: input.name, outcome: "duplicate", reason: `the same page as ${earlier}` },
        };
        return;
      }
      seen.set(input.sha256, input.name);
      const page = await readPage(input, timeZone);
      const found = recogniseThread(page);
      if (found === undefined) unrecognised.push(describeUnrecognised(page));
      else {
        waiting += found.posts.length + 1;
        pages.add(`${found.origin ?? ""} ${found.key}`, found);
      }
    },
    waiting: () => waiting,
    async *finish() {
      for (const key of pages.keys()) {
        const thread = joinPages(pages.take(key));
        if (thread) yield { kind: "thread", thread };
      }
      for (const item of unrecognised) yield { kind: "item", item } satisfies SourceEvent;
    },
    close: () => pages.close(),
  };
}

function recogniseThread(page: SavedPage): ThreadPage | undefined {
  for (const adapter of ADAPTERS) {
    const thread = adapter.read(page);
    if (thread !== undefined) return describePage(page, adapter.name, thread);
  }
  return undefined;
}

function describeUnrecognised(page: SavedPage): LooseItem {
  const looked = ADAPTERS.map(({ name }) => name).join(", ");
  const reason = `no thread recognised: looked for ${looked}; --selector teaches one`;
  return { source: page.name, outcome: "skipped", reason };
}
