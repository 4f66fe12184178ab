/**
 * How a browser bears a thread of 10,000 comments, beside the same text as one plain `<pre>` page from the same server:
 * `npx tsx tests/bench/thread.ts [comments]`. First paint, and a jump to the last comment's anchor until it has been
 * painted; medians of five, in milliseconds. Uses the project's `.next`, and a temporary folder for the rest.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { load } from "cheerio";
import { serveSite } from "../../lib/publish/serve";
import { provideChromium } from "../chromium";
import { writeLongThread } from "../generate/long-thread";
import { runBuild } from "../sites";

const RUNS = 5;

type Times = { readonly paint: number; readonly jump: number };

async function measure(comments: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  const out = join(folder, "out");
  writeLongThread(join(folder, "content"), { comments, depth: 47, people: 300 });
  const { status, output } = runBuild({ ARCHIVE_CONTENT: join(folder, "content"), ARCHIVE_OUT: out });
  if (status !== 0) throw new Error(output);
  writePlainPage(out);
  const site = await serveSite(out, { port: 0, basePath: "/" });
  const browser = await chromium.launch({ executablePath: provideChromium(), args: ["--no-sandbox"] });
  const thread = await timePage(browser, `${site.address}long-thread/`, comments);
  const plain = await timePage(browser, `${site.address}plain/`, comments);
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
  report("first paint", thread.paint, plain.paint);
  report("jump to the last comment", thread.jump, plain.jump);
}

/** The same words, an anchor for each comment, nothing else. */
function writePlainPage(out: string): void {
  const document = load(readFileSync(join(out, "long-thread/index.html")));
  const texts = document(".comment > .own")
    .toArray()
    .map((own) => `<a id="${document(own).parent().attr("id")}"></a>${document(own).text()}`);
  mkdirSync(join(out, "plain"));
  writeFileSync(
    join(out, "plain/index.html"),
    `<!DOCTYPE html><title>Plain</title><pre>${texts.join("\n\n")}</pre>`,
  );
}

async function timePage(browser: Browser, address: string, comments: number): Promise<Times> {
  const times: Times[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(address);
    const paint = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    );
    const jump = await page.evaluate(async (id) => {
      const began = performance.now();
      location.hash = id;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return performance.now() - began;
    }, `c-${comments}`);
    times.push({ paint: paint ?? Number.NaN, jump });
    await page.close();
  }
  return { paint: median(times.map(({ paint }) => paint)), jump: median(times.map(({ jump }) => jump)) };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function report(what: string, thread: number, plain: number): void {
  console.log(
    `${what}: thread ${thread.toFixed(0)} ms, plain ${plain.toFixed(0)} ms, ratio ${(thread / plain).toFixed(2)}`,
  );
}

void measure(Number(process.argv[2] ?? 10_000));
