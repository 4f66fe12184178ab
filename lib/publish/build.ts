import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { beforeBuild } from "./build-steps";

/**
 * Builds the site: checks the content, then runs `next build`, whose adapter publishes.
 * Ends the process with 1 and a line for each problem when the content does not allow a build.
 * @param project the project's folder, absolute
 * @returns the exit status of `next build`
 */
export async function buildSite(project: string): Promise<number> {
  beforeBuild(project);
  const next = createRequire(`${project}/package.json`).resolve("next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, [next, "build"], { cwd: project, env, stdio: "inherit" });
  return new Promise((end, fail) => {
    child.once("error", fail);
    child.once("exit", (status) => end(status ?? 1));
  });
}
