import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs that some tests need beside Node and Chromium: by the names of their packages in Debian, the commands of each. */
const COMMANDS = {
  nginx: ["nginx"],
  caddy: ["caddy"],
  faketime: ["faketime"],
  epubcheck: ["epubcheck"],
  "firefox-esr": ["firefox-esr", "firefox"],
  "webkit2gtk-driver": ["WebKitWebDriver"],
  xvfb: ["Xvfb"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ProgramName = keyof typeof COMMANDS;

/** Where servers lie that are not on everybody's PATH. */
const FOLDERS = ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"];

/** The path of a program, where the machine has it. */
export function findProgram(name: ProgramName): string | undefined {
  return findCommand(COMMANDS[name]);
}

/** The path of the first of these commands that the machine has. */
function findCommand(commands: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const places = [...folders, ...FOLDERS];
  return commands
    .flatMap((command) => places.map((folder) => join(folder, command)))
    .find((path) => existsSync(path));
}

/**
 * Installs those of these programs that the machine lacks, where it has apt, and says in a line each which tests do
 * without.
 *
 * @returns the programs that are not there even so
 */
export function providePrograms(names: readonly ProgramName[]): readonly ProgramName[] {
  const absent = names.filter((name) => !findProgram(name));
  if (absent.length > 0) installPackages(absent);
  const missing = absent.filter((name) => !findProgram(name));
  for (const name of missing)
    console.log(`${name} is not here and cannot be installed: its tests are skipped`);
  return missing;
}

/** By Debian's package manager, where there is one; whether it succeeded is asked of the programs afterwards. */
export function installPackages(names: readonly string[]): void {
  if (!findCommand(["apt-get"])) return;
  console.log(`Installing the system's ${names.length === 1 ? "package" : "packages"} ${names.join(", ")}.`);
  apt("update", "--quiet");
  // One by one: a package that is not there keeps no other away.
  for (const name of names) apt("install", "--quiet", "--yes", "--no-install-recommends", name);
}

function apt(...words: readonly string[]): void {
  // Offline, systemd starts no server that was just installed: a test's own is enough.
  const settings = ["DEBIAN_FRONTEND=noninteractive", "SYSTEMD_OFFLINE=1"];
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const [command = "", ...rest] = [...asRoot, "env", ...settings, "apt-get", ...words];
  spawnSync(command, rest, { stdio: "ignore", timeout: 300_000 });
}
