import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "ws";
import { endProcess, readAnnouncement } from "./processes";
import type { Session } from "./session";

/** Sends a command and gives its result; throws what the browser answers instead. */
type Send = <Result>(method: string, params: object) => Promise<Result>;

/** What a function gave that was called in a page (WebDriver BiDi, `script.EvaluateResult`). */
type Called =
  | { readonly type: "success"; readonly result: { readonly value: string } }
  | { readonly type: "exception"; readonly exceptionDetails: { readonly text: string } };

/** Starts Firefox with a profile of its own; it speaks WebDriver BiDi itself, without a driver in between. */
export async function startFirefox(program: string): Promise<Session> {
  const profile = mkdtempSync(join(tmpdir(), "verbatim-firefox-"));
  const words = ["-headless", "-no-remote", "-profile", profile, "-remote-debugging-port", "0"];
  const browser = spawn(program, words, { stdio: ["ignore", "ignore", "pipe"] });
  const address = await readAnnouncement(browser.stderr, /WebDriver BiDi listening on (ws:\S+)/u);
  const socket = new WebSocket(`${address}/session`);
  await once(socket, "open");
  const send = speakTo(socket);
  await send("session.new", { capabilities: {} });
  const close = async () => {
    socket.close();
    await endProcess(browser);
    rmSync(profile, { recursive: true, force: true });
  };
  return { ...driveContext(send, await openContext(send)), close };
}

function speakTo(socket: WebSocket): Send {
  const answers = new EventEmitter();
  socket.on("message", (data) => {
    const answer = JSON.parse(data.toString());
    answers.emit(`${answer.id}`, answer);
  });
  let sent = 0;
  return async (method, params) => {
    const id = ++sent;
    const answered = once(answers, `${id}`);
    socket.send(JSON.stringify({ id, method, params }));
    const [{ type, result, error, message }] = await answered;
    if (type === "error") throw new Error(`${method}: ${error}, ${message}`);
    return result;
  };
}

/** A window of its own: the one that Firefox begins with never has the focus, and nothing in it. */
async function openContext(send: Send): Promise<string> {
  const { context } = await send<{ context: string }>("browsingContext.create", { type: "window" });
  return context;
}

function driveContext(send: Send, context: string): Omit<Session, "close"> {
  return {
    open: (url) => send("browsingContext.navigate", { context, url, wait: "complete" }),
    goBack: () => send("browsingContext.traverseHistory", { context, delta: -1 }),
    call: async (source, values) => {
      const called = await send<Called>("script.callFunction", {
        functionDeclaration: `(values) => (${source})(...JSON.parse(values))`,
        arguments: [{ type: "string", value: JSON.stringify(values) }],
        target: { context },
        awaitPromise: true,
      });
      if (called.type === "exception") throw new Error(called.exceptionDetails.text);
      return called.result.value;
    },
    act: (actions) => send("input.performActions", { context, actions }),
    resize: (width, height) => send("browsingContext.setViewport", { context, viewport: { width, height } }),
  };
}
