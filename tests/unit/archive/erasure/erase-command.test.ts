import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { readArchive } from "../../../../lib/archive/reading/read";
import { makeFolder } from "../../folders";
import { smallContent } from "../../small-content";

const picture = readFileSync(new URL("../../../fixtures/situations/a-kept-picture/map.png", import.meta.url));

it("erasing a comment removes the pictures that it alone showed, and says what else names the others", () => {
  const folder = makeFolder(smallContent(2));
  for (const name of ["me.png", "map.png", "unseen.png"])
    writeFileSync(join(folder, "content/art", name), picture);
  const write = (id: string, body: string) => {
    const path = join(folder, `content/art/comments/${id}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `---\nauthor: a\nposition: ${id}\n---\n${body}\n`);
  };
  write("1", "![Me](me.png) and ![a map](map.png)");
  write("2", "![The same map](map.png)");

  const command = fileURLToPath(new URL("../../../../lib/commands/erase.ts", import.meta.url));
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const words = ["--import", loader, command, "art", "1", "--reason", "At her request."];
  const env = { ...process.env, ARCHIVE_CONTENT: "content" };
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, env, encoding: "utf8" });

  expect(stderr).toBe("");
  const left = ["me.png", "map.png", "unseen.png"].filter((name) =>
    existsSync(join(folder, "content/art", name)),
  );
  expect(left).toEqual(["map.png", "unseen.png"]);
  expect(stdout).toContain("removed content/art/me.png");
  expect(stdout).toMatch(/^content\/art\/map\.png: .*decide/mu);
  expect(readArchive(join(folder, "content")).ok).toBe(true);
});
