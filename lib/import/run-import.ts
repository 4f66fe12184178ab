import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Applied, applyThread } from "./accounting/apply-thread";
import { Report } from "./accounting/report";
import type { Input, TextInput } from "./containers/input";
import { openInputs } from "./containers/open-inputs";
import { SourceRefusal } from "./containers/refusal";
import { surveyInput } from "./containers/survey";
import { indexContent } from "./files/content-index";
import { CaptureShelf } from "./files/kept-captures";
import type { MediaShelf } from "./files/media";
import { SavedPictures } from "./files/saved-pictures";
import { recoverContent, writeTopFile } from "./files/stage";
import type { SourceEvent, SourceThread } from "./model";
import { ArchiveSettingsDraft } from "./new-archive";
import { sampleComments } from "./sample-comments";
import { html } from "./systems/html/html";
import type { Lesson } from "./systems/html/lesson";
import { recogniseSystem } from "./systems/recognise";
import type { System, SystemReader } from "./systems/system";

export type ImportSetting = {
  /** A file or folder. */
  readonly source: string;
  /** Where the archive lies. */
  readonly content: string;
  /** Absent: recognised from the content of the first file that any system knows. */
  readonly system?: System;
  readonly dryRun: boolean;
  readonly inference: boolean;
  /** IANA. */
  readonly timeZone?: string;
  /** Pictures and files at hand. */
  readonly media?: MediaShelf;
  /** What a comment looks like on pages that no adapter knows. */
  readonly lesson?: Lesson;
  /** Whether articles come without comments that are known to be elsewhere. */
  readonly articlesAlone?: boolean;
  /** Whether saved pages are kept beside the articles that they became. */
  readonly keep?: boolean;
  readonly onProgress?: (progress: Progress) => void;
};

export type Progress = {
  readonly bytes: number;
  readonly items: number;
  readonly threads: number;
  /** How many items there will be, once every file was read. */
  readonly expected?: number;
};

/** What was read and what became of it; the report is to be closed. */
export type Imported = {
  readonly system?: System;
  readonly report: Report;
  /** What the archivist should know, a line each. */
  readonly remarks: readonly string[];
  readonly threads: number;
  /** Of the first threads the first and the last comment, to be held against the page. */
  readonly samples: readonly string[];
  /** How many files no system knew. */
  readonly unknownFiles: number;
};

/**
 * Brings everything of a source into a content folder, thread by thread. A fault in one file or thread is reported and keeps
 * nothing else back.
 */
export async function runImport(setting: ImportSetting): Promise<Imported> {
  const { content } = setting;
  if (!setting.dryRun || existsSync(content)) recoverContent(content);
  mkdirSync(content, { recursive: true });
  const session = new Session(setting);
  try {
    await session.readAll();
    await session.finish();
  } finally {
    session.close();
    recoverContent(content);
  }
  return session.result();
}

class Session {
  readonly #setting: ImportSetting;
  readonly #index;
  readonly #report = new Report();
  readonly #remarks: string[] = [];
  readonly #draft = new ArchiveSettingsDraft();
  #system: System | undefined;
  #reader: SystemReader | undefined;
  #progress: { bytes: number; items: number; threads: number; expected?: number } = {
    ...{ bytes: 0, items: 0, threads: 0 },
  };
  readonly #captures: CaptureShelf | undefined;
  readonly #pictures = new SavedPictures();
  readonly #samples: string[] = [];
  #unknown = 0;

  constructor(setting: ImportSetting) {
    const { media } = setting;
    this.#setting = {
      ...setting,
      media: { find: (address) => this.#pictures.find(address) ?? media?.find(address) },
    };
    this.#system = setting.system;
    this.#index = indexContent(setting.content);
    this.#captures = setting.keep && !setting.dryRun ? new CaptureShelf() : undefined;
  }

  async readAll(): Promise<void> {
    const { source } = this.#setting;
    try {
      for await (const input of openInputs(source, (refusal) => this.#refuse(source, refusal)))
        await this.#survey(input);
    } catch (error) {
      this.#refuse(source, error);
    }
  }

  async #survey(input: Input): Promise<void> {
    try {
      const surveyed = await surveyInput(input);
      if (this.#isPage(surveyed)) await this.#captures?.take(input, surveyed.sha256);
      await this.#read(surveyed);
    } catch (error) {
      this.#refuse(input.name, error);
    }
  }

  #isPage(input: TextInput): boolean {
    return (this.#setting.system ?? recogniseSystem(input.head)) === html;
  }

  async #read(input: TextInput): Promise<void> {
    const system = this.#setting.system ?? recogniseSystem(input.head);
    this.#system ??= system;
    if (system === undefined || system !== this.#system) return this.#passOver(input, system);
    if (system.passesOver?.(input)) return this.#passOver(input, undefined);
    if (input.encodingRemark !== undefined) this.#remark(`${input.name}: ${input.encodingRemark}`);
    const { timeZone, lesson, articlesAlone } = this.#setting;
    this.#reader ??= system.open({
      ...(timeZone && { timeZone }),
      ...(lesson && { lesson }),
      ...(articlesAlone && { articlesAlone }),
      pictures: this.#pictures,
    });
    this.#progress.bytes += input.size;
    this.#setting.onProgress?.(this.#progress);
    for await (const event of this.#reader.read(input)) this.#take(event);
  }

  #passOver(input: TextInput, system: System | undefined): void {
    this.#unknown += 1;
    if (system !== undefined) this.#remark(`${input.name}: is of ${system.name}; import it by itself`);
  }

  async finish(): Promise<void> {
    if (this.#reader === undefined) return;
    this.#progress.expected = this.#progress.items + this.#reader.waiting();
    for await (const event of this.#reader.finish()) this.#take(event);
    const { content, dryRun } = this.#setting;
    const isNew = !dryRun && this.#draft.articles > 0 && !existsSync(join(content, "archive.md"));
    if (isNew) for (const [name, text] of this.#draft.write()) writeTopFile(content, name, text);
    this.#report.check();
  }

  /** A file that is not whole is an item of its own: what was whole of it stands beside it in the report. */
  #refuse(source: string, error: unknown): void {
    if (!(error instanceof SourceRefusal)) throw error;
    this.#report.add([{ source, outcome: "refused", change: "kept", reason: error.message }]);
  }

  #take(event: SourceEvent): void {
    if (event.kind === "remark") this.#remark(event.text);
    else if (event.kind === "item") this.#report.add([{ ...event.item, change: "kept" }]);
    else if (event.kind === "archive") this.#draft.adopt(event);
    else {
      this.#apply(event.thread);
    }
    this.#progress.items = this.#report.totals().items;
    this.#setting.onProgress?.(this.#progress);
  }

  /** A thread that makes the importer itself fail keeps no other one back. */
  #apply(thread: SourceThread): void {
    try {
      const applied = applyThread(thread, this.#index, this.#setting);
      this.#account(applied);
      this.#draft.add(thread, applied);
      this.#captures?.place(join(this.#setting.content, applied.slug), thread.captures);
      if (this.#system === html && this.#samples.length < SAMPLES)
        this.#samples.push(...sampleComments(thread));
    } catch (error) {
      if (isSystemError(error)) throw error;
      const reason = `the importer failed: ${error instanceof Error ? error.message : "of an unknown cause"}`;
      const all = [...(thread.article.isAbsent ? [] : [thread.article]), ...thread.posts];
      this.#report.add(all.map(({ source }) => ({ source, outcome: "refused", change: "kept", reason })));
      this.#report.add(thread.others.map((item) => ({ ...item, change: "kept" })));
    }
  }

  #account({ items, placeholders, remarks }: Applied): void {
    this.#report.add(items);
    this.#report.addPlaceholders(placeholders);
    for (const remark of remarks) this.#remark(remark);
    this.#progress.threads += 1;
  }

  /** Ten thousand lines are more than anybody reads; the report has every item. */
  #remark(text: string): void {
    if (this.#remarks.length < 10_000) this.#remarks.push(text);
  }

  result(): Imported {
    return {
      ...(this.#system && { system: this.#system }),
      report: this.#report,
      remarks: this.#remarks,
      samples: this.#samples,
      threads: this.#progress.threads,
      unknownFiles: this.#unknown,
    };
  }

  close(): void {
    this.#reader?.close();
    this.#captures?.close();
    this.#pictures.close();
  }
}

/** Lines: of five threads two. */
const SAMPLES = 10;

/** A full disk, or a folder that may not be written to, concerns every thread. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
