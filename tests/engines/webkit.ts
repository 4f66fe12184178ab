import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { endProcess, readAnnouncement } from "./processes";
import type { Session } from "./session";

/** Sends a command and gives its result; throws what the driver answers instead. */
type Send = <Result>(method: string, path: string, body?: object) => Promise<Result>;

/**
 * Starts WebKitGTK's MiniBrowser by its driver, which speaks WebDriver (W3C, over HTTP), on a screen of its own: it knows
 * no window without one.
 */
export async function startWebKit(programs: { driver: string; screen: string }): Promise<Session> {
  const words = ["-displayfd", "1", "-screen", "0", "1400x1000x24"];
  const screen = spawn(programs.screen, words, { stdio: ["ignore", "pipe", "ignore"] });
  const display = await readAnnouncement(screen.stdout, /(\d+)\n/u);
  const port = await findFreePort();
  const env = { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: "x11" };
  const driver = spawn(programs.driver, [`--port=${port}`], { stdio: "ignore", env });
  const send = speakTo(`http://127.0.0.1:${port}`);
  await waitUntilReady(send);
  const { sessionId } = await send<{ sessionId: string }>("POST", "/session", { capabilities: {} });
  const close = async () => {
    await send("DELETE", `/session/${sessionId}`);
    await endProcess(driver);
    await endProcess(screen);
  };
  return { ...driveWindow(send, `/session/${sessionId}`), close };
}

/** The driver does not say which port it took, so that it is told one. */
async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const place = server.address();
  await new Promise((done) => server.close(done));
  return typeof place === "object" && place ? place.port : 0;
}

function speakTo(origin: string): Send {
  return async (method, path, body) => {
    const answer = await fetch(origin + path, { method, body: body && JSON.stringify(body) });
    const { value } = JSON.parse(await answer.text());
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}, ${value.message}`);
    return value;
  };
}

async function waitUntilReady(send: Send): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await send("GET", "/status");
    } catch (error) {
      if (tries === 100) throw new Error("WebKitWebDriver does not answer", { cause: error });
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

function driveWindow(send: Send, session: string): Omit<Session, "close"> {
  const post = <Result>(path: string, body: object) => send<Result>("POST", session + path, body);
  return {
    open: (url) => post("/url", { url }),
    goBack: () => post("/back", {}),
    call: (source, args) => post("/execute/sync", { script: `return (${source})(...arguments)`, args }),
    act: (actions) => post("/actions", { actions }),
    resize: (width, height) => post("/window/rect", { width, height }),
  };
}
