/**
 * Prints a content folder and puts its site in its place, without Next and its proof:
 * `tsx tests/print-site.ts <project> <content> <out>`, called in the folder that the code is of. Says when it begins to
 * publish, and then how many articles it printed.
 */
import { prepareRuntime } from "../lib/print/runtime";

const [, , project = "", content = "", out = ""] = process.argv;
prepareRuntime(project);
const { formatProblem } = await import("../lib/archive/format/problem");
const { printArticles } = await import("../lib/print/print-articles");
const { printCatalogue } = await import("../lib/print/print-catalogue");
const { assembleSite } = await import("../lib/publish/site/assemble-site");
const { openAssembly, swapIn } = await import("../lib/publish/site/swap");

console.log("begin");
let printed = 0;
const result = await printArticles({
  ...{ project, content, url: process.env.ARCHIVE_URL || undefined, precompress: false },
  onRead: () => undefined,
  onPrint: (_, all) => {
    printed = all;
  },
});
if (!result.ok) throw new Error(result.problems.map(formatProblem).join("\n"));
assembleSite(openAssembly(out), result.value, await printCatalogue(result.value));
swapIn(out);
console.log(`printed ${printed}`);
