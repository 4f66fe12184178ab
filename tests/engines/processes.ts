import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";

/**
 * What a program says first that fits a pattern with one group: that group.
 *
 * @throws Error with all that it said, when it ends before
 */
export async function readAnnouncement(output: Readable, pattern: RegExp): Promise<string> {
  let said = "";
  for await (const part of output.iterator({ destroyOnReturn: false })) {
    said += part;
    const [, found] = pattern.exec(said) ?? [];
    // From here on nobody listens, and a full pipe would make it wait.
    if (found !== undefined) {
      output.resume();
      return found;
    }
  }
  throw new Error(`it ended without ${pattern}: ${said}`);
}

/** Ends a program and waits until it has ended. */
export async function endProcess(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = once(program, "exit");
  program.kill();
  await ended;
}
