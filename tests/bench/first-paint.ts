/**
 * First paint of an article's page on a throttled phone (150 ms a round trip, 200 KB/s, CPU ÷ 4; brotli 11), beside the
 * same page with all its scripts taken out and the same text as a bare `<pre>`: `npx tsx tests/bench/first-paint.ts
 * [finished site] [address of the page in it]`. In turn, medians of nine, in milliseconds; each with a browser's empty
 * cache. What stands between is measured too: the page without its style, and the page without its script file.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { load } from "cheerio";
import { brotli } from "../../lib/print/bytes";
import { provideChromium } from "../chromium";

const ROUNDS = 9;
const LATENCY = 150;
const BYTES_A_SECOND = 200_000;
const SLOWER = 4;

/** What is measured, by name: the HTML of a page. */
type Variants = Readonly<Record<string, string>>;

function listVariants(html: string): Variants {
  return {
    page: html,
    "without all scripts": html.replaceAll(/<script.*?<\/script>/gsu, ""),
    "without the script file": html.replaceAll(/<script src.*?<\/script>/gsu, ""),
    "without style and scripts": html.replaceAll(/<(script|style).*?<\/\1>/gsu, ""),
    pre: writePlainPage(html),
  };
}

/** The same words and nothing else. */
function writePlainPage(html: string): string {
  const document = load(html);
  document("script, style").remove();
  const text = document("body").text().replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<!DOCTYPE html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title><pre>${text}</pre>`;
}

/** Each variant at its place in the list, everything else from the site. */
function serve(site: string, pages: readonly string[]): Promise<Server> {
  const bodies = pages.map((html) => brotli(Buffer.from(html)));
  const server = createServer(({ url = "/" }, response) => {
    const file = join(site, url);
    const body = bodies[Number(url.slice(1))] ?? (existsSync(file) ? brotli(readFileSync(file)) : undefined);
    const type = url.endsWith(".js")
      ? "text/javascript"
      : url.endsWith(".svg")
        ? "image/svg+xml"
        : "text/html";
    response.writeHead(body ? 200 : 404, {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Encoding": "br",
    });
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

async function timePaint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: LATENCY,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(address);
  const paint = await page.waitForFunction(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  );
  const time = await paint.jsonValue();
  await context.close();
  return time ?? Number.NaN;
}

async function measure(site: string, path: string): Promise<void> {
  const variants = listVariants(readFileSync(join(site, path, "index.html"), "utf8"));
  const names = Object.keys(variants);
  const server = await serve(site, Object.values(variants));
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const browser = await chromium.launch({ executablePath: provideChromium(), args: ["--no-sandbox"] });
  const times = names.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [place, list] of times.entries())
      list.push(await timePaint(browser, `http://127.0.0.1:${port}/${place}`));
  await browser.close();
  server.close();
  report(names, times.map(median));
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function report(names: readonly string[], medians: readonly number[]): void {
  const [page = Number.NaN] = medians;
  for (const [place, name] of names.entries()) {
    const time = medians[place] ?? Number.NaN;
    console.log(
      `${name.padEnd(26)}${time.toFixed(0).padStart(5)} ms   page ÷ this ${(page / time).toFixed(2)}`,
    );
  }
}

/** The first article of a site: the only folders with a second order of comments. */
function findArticle(site: string): string {
  const article = readdirSync(site).find((name) => existsSync(join(site, name, "as-posted/index.html")));
  if (!article) throw new Error(`${site}: no article, expected a finished site`);
  return article;
}

const [site = "out", path = findArticle(site)] = process.argv.slice(2);
void measure(site, path);
