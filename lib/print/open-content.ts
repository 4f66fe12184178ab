import { parsePublicAddress } from "../archive/format/schema";
import type { ArchiveSettings, Problem } from "../archive/model";
import { ContentReader } from "../archive/reading/content-reader";
import { type Frame, readArchive, readFrame } from "../archive/reading/read";
import { createDress } from "./page/create-dress";
import { digestEngine } from "./store/engine";
import { placeOfStore } from "./store/store";
import type { PrintSetup } from "./workers/article-printer";

/** Which content is printed, and for where. */
export type ContentOrder = {
  /** The folder of `package.json`, absolute. */
  readonly project: string;
  /** The content folder, as problems shall name it. */
  readonly content: string;
  /** The public address, where it is not the one of `archive.md`; not checked yet. */
  readonly url?: string;
  readonly precompress: boolean;
};

/** A content folder of which everything but the articles and the ledgers was read and is sound. */
export type OpenedContent = {
  readonly setup: PrintSetup;
  readonly frame: Frame;
  readonly reading: ContentReader;
};

export type OpenResult =
  | { readonly ok: true; readonly value: OpenedContent }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export async function openContent(order: ContentOrder): Promise<OpenResult> {
  const reading = new ContentReader(order.content);
  const frame = readFrame(reading);
  const address = readAddress(order.url);
  if (frame.settings === undefined || reading.problems.length > 0 || address.problems.length > 0) {
    return listProblems(order.content, address.problems);
  }
  const settings = { ...frame.settings, ...(address.url !== undefined && { url: address.url }) };
  const setup = await prepare(order, settings, reading, frame.authors);
  return { ok: true, value: { setup, frame, reading } };
}

/** Where anything beside the articles is at fault, they are read as well: all problems are told in one run. */
function listProblems(content: string, problems: readonly Problem[]): OpenResult {
  const read = readArchive(content);
  return { ok: false, problems: [...problems, ...(read.ok ? [] : read.problems)] };
}

function readAddress(unsafe: string | undefined): { url?: string; problems: readonly Problem[] } {
  const reading = new ContentReader("ARCHIVE_URL");
  const url = unsafe === undefined ? undefined : reading.accept("", parsePublicAddress(unsafe));
  return { url, problems: reading.problems };
}

async function prepare(
  { project, content, precompress }: ContentOrder,
  settings: ArchiveSettings,
  { heads, files }: ContentReader,
  authors: PrintSetup["authors"],
): Promise<PrintSetup> {
  const store = placeOfStore(project, { content, url: settings.url, precompress });
  const engine = digestEngine(project);
  const dress = await createDress(project, settings);
  return { project, content, settings, authors, heads, files, dress, engine, store, precompress };
}
