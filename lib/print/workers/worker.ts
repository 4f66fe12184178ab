import { parentPort, workerData } from "node:worker_threads";
import { loadRoutes } from "../page/routes";
import { ArticlePrinter, type PrintSetup } from "./article-printer";
import type { Answer, Task } from "./pool";

/** A worker of the pool: reads and prints articles as it is told to, one task after the other. */
const setup: PrintSetup = workerData;
const printer = new ArticlePrinter(setup, await loadRoutes(setup.project));

async function carryOut(task: Task): Promise<Answer> {
  if (task.kind === "read") return { kind: "read", results: task.slugs.map((slug) => printer.read(slug)) };
  for (const slug of task.drop) printer.drop(slug);
  const records = [];
  for (const job of task.jobs) records.push(await printer.print(job));
  return { kind: "print", records };
}

parentPort?.on("message", (task: Task) => {
  carryOut(task).then(
    (answer) => parentPort?.postMessage(answer),
    (error) => parentPort?.postMessage({ kind: "failed", message: explain(error) }),
  );
});

function explain(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
