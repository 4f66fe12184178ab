import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { loadRoutes } from "../page/routes";
import type { ArticleRecord } from "../store/record";
import { ArticlePrinter, type PrintJob, type PrintSetup, type ReadResult } from "./article-printer";

export type Task =
  | { readonly kind: "read"; readonly slugs: readonly string[] }
  | { readonly kind: "print"; readonly jobs: readonly PrintJob[]; readonly drop: readonly string[] };

export type Answer =
  | { readonly kind: "read"; readonly results: readonly ReadResult[] }
  | { readonly kind: "print"; readonly records: readonly ArticleRecord[] }
  | { readonly kind: "failed"; readonly message: string };

/** Called now and then with how many articles of how many are done. */
export type Progress = (done: number, all: number) => void;

/** Those who read and print the articles; whoever read an article prints it. */
export type PrinterPool = {
  read(slugs: readonly string[], progress: Progress): Promise<readonly ReadResult[]>;
  /** Prints articles that were read; every other one that was read is forgotten. */
  print(jobs: readonly PrintJob[], progress: Progress): Promise<readonly ArticleRecord[]>;
  close(): Promise<void>;
};

/** So few articles are printed sooner than a worker starts. */
const WORTH_WORKERS = 24;
/** Articles of one message: few enough that the last worker is not left alone for long. */
const BATCH = 8;

/** @param articles how many there are to read: few need no worker */
export async function openPool(setup: PrintSetup, articles: number): Promise<PrinterPool> {
  if (articles < WORTH_WORKERS) return poolOfOne(new ArticlePrinter(setup, await loadRoutes(setup.project)));
  const count = Math.min(availableParallelism(), Math.ceil(articles / BATCH));
  return poolOfWorkers(
    Array.from(
      { length: count },
      () => new Worker(new URL("./worker-entry.js", import.meta.url), { workerData: setup }),
    ),
  );
}

function poolOfOne(printer: ArticlePrinter): PrinterPool {
  return {
    async read(slugs, progress) {
      return slugs.map((slug, index) => {
        const result = printer.read(slug);
        progress(index + 1, slugs.length);
        return result;
      });
    },
    async print(jobs, progress) {
      const records = [];
      for (const job of jobs) {
        records.push(await printer.print(job));
        progress(records.length, jobs.length);
      }
      return records;
    },
    async close() {},
  };
}

function poolOfWorkers(workers: readonly Worker[]): PrinterPool {
  const readers = new Map<string, Worker>();
  return {
    async read(slugs, progress) {
      const results: ReadResult[] = [];
      const waiting = [...slugs];
      await Promise.all(
        workers.map(async (worker) => {
          for (let batch = waiting.splice(0, BATCH); batch.length > 0; batch = waiting.splice(0, BATCH)) {
            const answer = await ask(worker, { kind: "read", slugs: batch });
            if (answer.kind === "read") results.push(...answer.results);
            for (const slug of batch) readers.set(slug, worker);
            progress(results.length, slugs.length);
          }
        }),
      );
      return results;
    },
    async print(jobs, progress) {
      const records: ArticleRecord[] = [];
      const wanted = new Set(jobs.map(({ slug }) => slug));
      await Promise.all(
        workers.map(async (worker) => {
          const isOwn = (slug: string) => readers.get(slug) === worker;
          const own = jobs.filter(({ slug }) => isOwn(slug));
          const drop = [...readers.keys()].filter((slug) => isOwn(slug) && !wanted.has(slug));
          for (let at = 0; at < own.length; at += BATCH) {
            const task = {
              kind: "print",
              jobs: own.slice(at, at + BATCH),
              drop: at === 0 ? drop : [],
            } as const;
            const answer = await ask(worker, task);
            if (answer.kind === "print") records.push(...answer.records);
            progress(records.length, jobs.length);
          }
        }),
      );
      return records;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** @throws Error with what the worker said when it failed or ended */
function ask(worker: Worker, task: Task): Promise<Answer> {
  return new Promise((done, fail) => {
    const end = (settle: () => void) => {
      worker.off("message", hear);
      worker.off("error", fall);
      settle();
    };
    const hear = (answer: Answer) =>
      end(() => (answer.kind === "failed" ? fail(new Error(answer.message)) : done(answer)));
    const fall = (error: Error) => end(() => fail(error));
    worker.on("message", hear);
    worker.on("error", fall);
    worker.postMessage(task);
  });
}
