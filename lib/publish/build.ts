import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { contentFolder, openArchive } from "../archive/read";
import { beforeBuild } from "./build-steps";
import { whenEnded } from "./ending";
import { recordPermalinks } from "./permalinks";

/**
 * Builds the site: checks the content, then runs `next build`, whose adapter publishes.
 * Ends the process with 1 and a line for each problem when the content does not allow a build.
 * @param project the project's folder, absolute
 * @returns the exit status of `next build`; 1 when it was ended by a signal
 */
export async function buildSite(project: string): Promise<number> {
  beforeBuild(project);
  return runNext(project);
}

/**
 * The same, with every address recorded in `permalinks.txt` before anything is made of it: the copies of a thread hold
 * its lines, and the next build of the same content gives the same bytes. A build that fails has published nothing,
 * and nothing stays recorded.
 */
export async function recordAndBuildSite(project: string): Promise<number> {
  beforeBuild(project);
  const { added, takeBack } = recordPermalinks(contentFolder(), openArchive());
  const status = await runNext(project);
  if (status === 0) console.log(`${added} addresses added to permalinks.txt`);
  else takeBack();
  return status;
}

async function runNext(project: string): Promise<number> {
  const next = createRequire(`${project}/package.json`).resolve("next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, [next, "build"], { cwd: project, env, stdio: "inherit" });
  const stopWaiting = whenEnded(() => child.kill());
  return new Promise<number>((end, fail) => {
    child.once("error", fail);
    child.once("exit", (status) => end(status ?? 1));
  }).finally(stopWaiting);
}
