import type { WriteStream } from "node:tty";
import type { Progress } from "../print/workers/pool";

/** What a person is told while a site is built. */
export type Log = {
  say(line: string): void;
  /** A phase whose counts are told: on a terminal as it goes, elsewhere once. */
  follow(what: string, things: string): Progress;
  /** Every problem, and what follows from them; gives the exit status. */
  fail(problems: readonly string[], consequence: string): 1;
};

type Terminal = Pick<WriteStream, "write"> & Partial<Pick<WriteStream, "isTTY">>;

/** Milliseconds between two looks at a terminal's line. */
const REFRESH = 100;

export function createLog(out: Terminal, errors: Terminal): Log {
  return {
    say: (line) => out.write(`${line}\n`),
    follow: (what, things) => followOn(out, what, things),
    fail(problems, consequence) {
      errors.write(`${problems.join("\n")}\n\n${consequence}\n`);
      return 1;
    },
  };
}

function followOn(out: Terminal, what: string, things: string): Progress {
  const began = performance.now();
  let shown = 0;
  return (done, all) => {
    if (all === 0) return;
    const now = performance.now();
    const isLast = done >= all;
    const line = `${what}: ${count(done)} of ${count(all)} ${things}`;
    if (!out.isTTY) {
      if (isLast) out.write(`${line}\n`);
      return;
    }
    if (!isLast && now - shown < REFRESH) return;
    shown = now;
    const left = isLast ? "" : `, ${describeLeft(now - began, done, all)}`;
    out.write(`\r\u001b[K${line}${left}${isLast ? "\n" : ""}`);
  };
}

function describeLeft(spent: number, done: number, all: number): string {
  if (done === 0) return "…";
  return `about ${Math.ceil(((spent / done) * (all - done)) / 1000)} s left`;
}

function count(number: number): string {
  return number.toLocaleString("en");
}
