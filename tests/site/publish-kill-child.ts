import { join } from "node:path";
import { openArchive } from "../../lib/archive/reading/read";
import { publishSite } from "../../lib/publish/publish";

// Publishes a ready export: `tsx publish-kill-child.ts <folder>`. Says when it begins.
const [, , folder = ""] = process.argv;
const archive = openArchive();
console.log("begin");
const problems = publishSite({
  archive,
  content: join(folder, "content"),
  publicFolder: join(folder, "public"),
  exported: join(folder, "exported"),
  nextFolder: join(folder, "next"),
  out: join(folder, "out"),
  precompress: false,
});
if (problems.length > 0) throw new Error(problems.join("\n"));
