import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { writeFiles } from "../folders";
import { assumeProof, makeProject, READING } from "../made-project";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The script of the project, as it is called from another folder. */
const ownManifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const start = ownManifest.scripts.start
  .replace("--import tsx", `--import ${import.meta.resolve("tsx")}`)
  .replace("lib/", `${root}lib/`);

/** The project's own script is called there, from this project's folder. */
const manifest = { "package.json": JSON.stringify({ ...ownManifest, scripts: { start } }) };

const running: ChildProcess[] = [];
afterEach(() => {
  for (const { pid, exitCode } of running.splice(0)) if (pid && exitCode === null) process.kill(-pid);
});

/** Starts a site in a process group of its own; its output ends when the last process that writes to it has ended. */
function startSite(project: string, port: number) {
  const environment = { ...process.env, ARCHIVE_CONTENT: "", ARCHIVE_URL: "", ARCHIVE_OUT: "", ...READING };
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
    const project = makeProject(manifest);
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
    expect(existsSync(join(project, ".next"))).toBe(false);
  });

  it.each(["SIGTERM", "SIGINT", "SIGKILL"] as const)(
    "ends its server when npm is ended by %s",
    async (signal) => {
      const project = makeProject(manifest);
      writeFiles(project, await assumeProof(project));
      const { npm, says, ended } = startSite(project, 0);
      const [address = ""] = /http:\/\/localhost:\d+\/archive\//u.exec(await says("/archive/\n")) ?? [];
      const index = readFileSync(join(project, "out/index.html"), "utf8");
      expect(await fetch(address).then((answer) => answer.text())).toBe(index);
      npm.kill(signal);
      await ended;
      await expect(fetch(address)).rejects.toThrow();
    },
  );

  it("ends the build when npm is ended, and serves nothing", async () => {
    const next = 'require("fs").writeFileSync("began.txt", ""); setInterval(() => {}, 1000);';
    const project = makeProject(manifest, next);
    const { npm, ended } = startSite(project, 0);
    await vi.waitUntil(() => existsSync(join(project, "began.txt")), { timeout: 50_000 });
    npm.kill("SIGTERM");
    expect((await ended).output).not.toContain("localhost");
  });
});
