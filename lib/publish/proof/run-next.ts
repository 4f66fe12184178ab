import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PROOF_PLAN } from "../../archive/static-params";
import { whenEnded } from "../ending";

/** Where `next.config.ts` lets Next export to, and where it builds, below the project. */
const EXPORTED = ".next/export";
const SERVER = ".next/server";

export type NextExport = {
  /** Absolute. */
  readonly exported: string;
  /** Next's build folder, absolute. */
  readonly built: string;
};

export type NextOrder = {
  /** The project's folder, absolute. */
  readonly project: string;
  /** The content folder, absolute. */
  readonly content: string;
  /** The archive's public address. */
  readonly url: string;
  /** The file of the plan, absolute. */
  readonly plan: string;
};

/**
 * Lets Next export the pages of a plan, in a process of its own. What it says is of use only when it fails.
 *
 * @throws Error with everything that it said
 */
export async function runNext({ project, content, url, plan }: NextOrder): Promise<NextExport> {
  const next = createRequire(join(project, "package.json")).resolve("next/dist/bin/next");
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
    ARCHIVE_CONTENT: content,
    ARCHIVE_URL: url,
    [PROOF_PLAN]: plan,
  };
  const child = spawn(process.execPath, [next, "build"], {
    cwd: project,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => said.push(part));
  const stopWaiting = whenEnded(() => child.kill());
  const status = await new Promise<number | null>((end, fail) => {
    child.once("error", fail);
    child.once("close", end);
  }).finally(stopWaiting);
  if (status !== 0) throw new Error(`next build ended with ${status}:\n${Buffer.concat(said)}`);
  return { exported: join(project, EXPORTED), built: join(project, ".next") };
}

/** Removes what Next made of the texts: nothing that is erased later may live on in it. */
export function removeExport(project: string): void {
  for (const folder of [EXPORTED, SERVER]) rmSync(join(project, folder), { recursive: true, force: true });
}
