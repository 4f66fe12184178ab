import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { makeFolder, readyBuild } from "./exported";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The script of the project, as it is called from another folder. */
const start = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  .scripts.start.replace("--import tsx", `--import ${import.meta.resolve("tsx")}`)
  .replace("lib/", `${root}lib/`);

const finished = { "index.html": "the index", "404.html": "", _headers: "", SHA256SUMS: "" };

/** A project with a site that was finished before, and with a program in the place of `next build`. */
function makeProject(next: string): string {
  const site = Object.entries(finished).map(([path, text]) => [`out/${path}`, text]);
  return makeFolder({
    ...readyBuild(1),
    ...Object.fromEntries(site),
    "package.json": JSON.stringify({ scripts: { start } }),
    "node_modules/next/package.json": "{}",
    "node_modules/next/dist/bin/next": next,
  });
}

const running: ChildProcess[] = [];
afterEach(() => {
  for (const { pid, exitCode } of running.splice(0)) if (pid && exitCode === null) process.kill(-pid);
});

/** Starts a site in a process group of its own; its output ends when the last process that writes to it has ended. */
function startSite(project: string, port: number) {
  const environment = { ...process.env, ARCHIVE_CONTENT: "", ARCHIVE_URL: "", ARCHIVE_OUT: "" };
  const npm = spawn("npm", ["start"], {
    cwd: project,
    env: { ...environment, PORT: String(port) },
    detached: true,
  });
  running.push(npm);
  let output = "";
  const waiting: { words: string; done: (output: string) => void }[] = [];
  const hear = (text: Buffer) => {
    output += text;
    for (const { words, done } of waiting) if (output.includes(words)) done(output);
  };
  npm.stdout.on("data", hear);
  npm.stderr.on("data", hear);
  const ended = new Promise<{ status: number | null; output: string }>((done) => {
    npm.once("close", (status) => done({ status, output }));
  });
  const says = (words: string) => new Promise<string>((done) => waiting.push({ words, done }));
  return { npm, says, ended };
}

describe("npm start", () => {
  it("says that its port is taken before it builds", async () => {
    const project = makeProject('require("fs").writeFileSync("built.txt", "");');
    const other = createServer();
    const port = await new Promise<number>((done) =>
      other.listen(0, () => {
        const place = other.address();
        done(typeof place === "object" && place ? place.port : 0);
      }),
    );
    const { status, output } = await startSite(project, port).ended;
    other.close();
    expect(status).toBe(1);
    expect(output).toContain(`port ${port} is in use; set PORT to another one`);
    expect(existsSync(join(project, "built.txt"))).toBe(false);
  });

  it.each(["SIGTERM", "SIGINT", "SIGKILL"] as const)(
    "ends its server when npm is ended by %s",
    async (signal) => {
      const { npm, says, ended } = startSite(makeProject(""), 0);
      const [address = ""] = /http:\/\/localhost:\d+\/archive\//u.exec(await says("/archive/\n")) ?? [];
      expect(await fetch(address).then((answer) => answer.text())).toBe(finished["index.html"]);
      npm.kill(signal);
      await ended;
      await expect(fetch(address)).rejects.toThrow();
    },
  );

  it("ends the build when npm is ended, and serves nothing", async () => {
    const project = makeProject('console.log("building"); setInterval(() => {}, 1000);');
    const { npm, says, ended } = startSite(project, 0);
    await says("building");
    npm.kill("SIGTERM");
    expect((await ended).output).not.toContain("localhost");
  });
});
