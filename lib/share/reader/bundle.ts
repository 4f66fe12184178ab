import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin, transform } from "esbuild";
import type { ReaderLanguage, ScriptName } from "./scripts";

/** The module that a script begins with, in a room of its own. */
const ENTRIES: Readonly<Record<ScriptName, string>> = {
  reader: "components/reader/reader.ts",
  search: "components/search/search.ts",
};

/** The files of words, of which modules import the French one: `lib/text/interface/reader/french.ts`. */
const WORDS: Readonly<Record<ReaderLanguage, string>> = { fr: "french.ts", en: "english.ts" };

/**
 * A script in one language: one classic script (ECMAScript, UTF-8) of its modules, its words and its
 * stylesheet, minified for the browsers that `package.json` lists. The same sources give the same text, in any folder.
 *
 * @param project the project's folder, absolute
 * @throws Error when a module cannot be read as what it is
 */
export async function bundleScript(
  project: string,
  script: ScriptName,
  language: ReaderLanguage,
): Promise<string> {
  const target = readTargets(project);
  const { outputFiles } = await build({
    absWorkingDir: project,
    entryPoints: [ENTRIES[script]],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    charset: "utf8",
    logLevel: "silent",
    target,
    plugins: [speak(WORDS[language]), inlineStyles(target)],
  });
  return outputFiles[0]?.text ?? "";
}

/** `chrome >= 125`, as the browserslist writes it, is `chrome125` for esbuild. */
function readTargets(project: string): string[] {
  const { browserslist } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  return browserslist.map((query: string) => query.replace(" >= ", ""));
}

/** A plain choice between two modules, not one at run time: names of words and words of other languages stay out. */
function speak(words: string): Plugin {
  return {
    name: "words",
    setup: ({ onResolve }) =>
      onResolve({ filter: /\/interface\/\w+\/french$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path, "..", words),
      })),
  };
}

/** `import text from "./x.css?inline"`: the stylesheet as a text, minified. */
function inlineStyles(target: string[]): Plugin {
  return {
    name: "inline styles",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path.replace("?inline", "")),
        namespace: "inline",
      }));
      onLoad({ filter: /.*/, namespace: "inline" }, async ({ path }) => {
        const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true, target });
        return { contents: code.trim(), loader: "text" };
      });
    },
  };
}
