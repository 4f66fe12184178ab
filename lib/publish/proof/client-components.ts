import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { z } from "zod";
import { listFolder } from "../../archive/reading/list-files";

const manifestsSchema = z.record(z.string(), z.object({ clientModules: z.record(z.string(), z.unknown()) }));

/** The client modules that Next itself puts into every page and that do nothing without its runtime. */
const OF_NEXT =
  /^\[project\]\/node_modules\/next\/dist\/(esm\/)?(client\/components|lib\/framework|lib\/metadata)\//u;

/**
 * One line for each module marked "use client" that a page reaches, with the pages that reach it.
 * Its markup would be published without its script and silently do nothing.
 * @param nextFolder Next's build folder, `.next`
 */
export function findClientComponents(nextFolder: string): string[] {
  const routes = new Map<string, string[]>();
  for (const [route, modules] of readManifests(nextFolder)) {
    for (const name of modules) routes.set(name, [...(routes.get(name) ?? []), route]);
  }
  return [...routes]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([name, from]) =>
        `${name}: a client component, reached from ${from.join(", ")}; no script is published`,
    );
}

function readManifests(nextFolder: string): [route: string, modules: string[]][] {
  const folder = join(nextFolder, "server/app");
  const manifests = listFolder(folder).files.filter((path) => path.endsWith("_client-reference-manifest.js"));
  // No manifest at all: Next has moved them, and this check would never find anything again.
  if (manifests.length === 0) throw new Error(`no client reference manifest in ${folder}`);
  return manifests.flatMap((path) => readManifest(readFileSync(join(folder, path), "utf8")));
}

// The manifest is a script that fills `globalThis.__RSC_MANIFEST`.
function readManifest(script: string): [route: string, modules: string[]][] {
  const context = createContext({});
  runInContext(script, context);
  const manifests = manifestsSchema.parse(
    JSON.parse(runInContext("JSON.stringify(__RSC_MANIFEST)", context)),
  );
  return Object.entries(manifests).map(([route, { clientModules }]) => [
    route.replace(/\/page$/u, "/"),
    Object.keys(clientModules)
      .filter((name) => !OF_NEXT.test(name))
      .map(nameModule),
  ]);
}

/** `[project]/components/toggle.tsx <module evaluation>` -> `components/toggle.tsx`. */
function nameModule(name: string): string {
  return name.replace(/^\[project\]\//u, "").replace(/ <[^>]*>$/u, "");
}
