import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

/** What one run of a command cost. */
export type Cost = {
  /** Seconds from its start to its end. */
  readonly wall: number;
  /** Seconds of processor time, in user and system mode, of the command and of all processes that it waited for. */
  readonly cpu: number;
  /** Bytes: the most that all its processes held in memory at one moment. */
  readonly memory: number;
};

export type Command = {
  readonly words: readonly [string, ...string[]];
  /** Where it runs, absolute. */
  readonly folder: string;
  /** Beside the environment of this process. */
  readonly environment?: Readonly<Record<string, string>>;
};

/** Milliseconds between two looks at the memory: what lives shorter may be missed. */
const INTERVAL = 50;

/**
 * Runs a command and measures it with everything that it starts. The memory is the sum of the resident sets (RSS) in
 * `/proc`, so pages that two processes share count twice, and it is 0 where there is no `/proc`. Processes that leave the
 * command's session, as daemons do, are not seen.
 * @throws Error with what the command printed when it does not end with 0
 */
export async function measureCommand(command: Command): Promise<Cost> {
  const began = performance.now();
  const child = startTimed(command);
  const watch = watchSession(child.pid ?? 0);
  const forget = passSignalsTo(child);
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => output.push(chunk));
  const status = await new Promise<number | null>((end, fail) => {
    child.once("error", fail);
    child.once("close", end);
  }).finally(() => {
    watch.stop();
    forget();
  });
  const printed = Buffer.concat(output).toString();
  if (status !== 0) throw new Error(`${command.words.join(" ")} ended with ${status}:\n${printed}`);
  return { wall: (performance.now() - began) / 1000, cpu: readTimes(printed), memory: watch.peak() };
}

/** The shell that runs the command says at the end what it and its children took (POSIX `times`). */
function startTimed({ words, folder, environment }: Command) {
  return spawn("sh", ["-c", '"$@"; status=$?; times >&2; exit $status', "sh", ...words], {
    cwd: folder,
    env: { ...process.env, ...environment },
    // Its own session, by which its processes are known.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** In a session of its own the command does not hear the terminal: whoever stops this process means both. */
function passSignalsTo({ pid }: ChildProcess): () => void {
  const pass = (signal: NodeJS.Signals) => pid !== undefined && process.kill(-pid, signal);
  for (const signal of SIGNALS) process.on(signal, pass);
  return () => {
    for (const signal of SIGNALS) process.off(signal, pass);
  };
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

const TIMES = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/u;

/** The last line is what the children took: user, then system, `1m2.34s 0m5.67s`. */
function readTimes(printed: string): number {
  const [, ...numbers] = TIMES.exec(printed) ?? [];
  const [userMinutes = 0, user = 0, systemMinutes = 0, system = 0] = numbers.map(Number);
  return 60 * (userMinutes + systemMinutes) + user + system;
}

function watchSession(session: number) {
  let peak = 0;
  let sessions: ReadonlyMap<string, number> = new Map();
  const look = () => {
    sessions = listSessions(sessions);
    const members = [...sessions.keys()].filter((pid) => sessions.get(pid) === session);
    peak = Math.max(peak, sum(members.map(readResidentSet)));
  };
  const timer = setInterval(look, INTERVAL);
  return { peak: () => peak, stop: () => clearInterval(timer) };
}

/** The session of each process of the machine; of those that are known already it is not asked again. */
function listSessions(known: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const pids = listFolder("/proc").filter((name) => /^\d/u.test(name));
  return new Map(pids.map((pid) => [pid, known.get(pid) ?? readSession(pid)]));
}

/** proc(5): the fourth field behind the command's name, which is in brackets and may hold any character. */
function readSession(pid: string): number {
  const text = readText(`/proc/${pid}/stat`);
  return Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[3] ?? Number.NaN);
}

function readResidentSet(pid: string): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/mu.exec(readText(`/proc/${pid}/status`))?.[1] ?? 0;
  return Number(kilobytes) * 1024;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function listFolder(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** Nothing when the process has ended in the meantime. */
function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
