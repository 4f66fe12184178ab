import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatProblem, readArchive } from "../../archive/reading/read";

/*
 * An article's folder is put together beside the archive's own, in `.importing`, which readers of content folders pass over;
 * it comes into place by renaming:
 *
 *     content/x                  -> content/.importing/replaced/x     (where there is one)
 *     content/.importing/stage/x -> content/x
 *
 * Killed before, the archive is as it was. Killed between the two, `recoverContent` puts the earlier folder back. Nothing
 * is ever written inside a folder that is in place.
 */
const WORK = ".importing";

/** Puts back what an import that was killed had moved away, and clears away what it left. */
export function recoverContent(content: string): void {
  const replaced = join(content, WORK, "replaced");
  if (existsSync(replaced)) {
    for (const name of readdirSync(replaced)) {
      if (!existsSync(join(content, name))) renameSync(join(replaced, name), join(content, name));
    }
  }
  rmSync(join(content, WORK), { recursive: true, force: true });
}

/** Files by their path from the content folder. */
export type StagedFiles = ReadonlyMap<string, string | Uint8Array>;

/** An article that is being put together. */
export type Stage = {
  /** What the archive's own reader says against it, a line each. */
  readonly problems: readonly string[];
  /** Puts the article in its place, and its author's file where there is none yet. */
  readonly commit: () => void;
  readonly discard: () => void;
};

/**
 * Writes an article's folder beside the archive and has the archive's own reader check it.
 *
 * @param slug the article's folder; what lies there already is part of the new one
 * @param files what is new or changes: files of the article, of `authors/`, and an `archive.md` to be checked with
 */
export function stageArticle(content: string, slug: string, files: StagedFiles): Stage {
  const stage = join(content, WORK, "stage");
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  if (existsSync(join(content, slug))) cpSync(join(content, slug), join(stage, slug), { recursive: true });
  for (const [path, text] of files) writeBelow(stage, path, text);
  const read = readArchive(stage);
  return {
    problems: read.ok
      ? []
      : read.problems.map((problem) =>
          formatProblem({ ...problem, path: problem.path.slice(stage.length + 1) }),
        ),
    commit: () => {
      for (const path of files.keys()) if (path.startsWith("authors/")) placeFile(content, stage, path);
      swapFolder(content, stage, slug);
    },
    discard: () => rmSync(stage, { recursive: true, force: true }),
  };
}

function writeBelow(stage: string, path: string, text: string | Uint8Array): void {
  const file = join(stage, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function placeFile(content: string, stage: string, path: string): void {
  const file = join(content, path);
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  renameSync(join(stage, path), file);
}

function swapFolder(content: string, stage: string, slug: string): void {
  const [place, replaced] = [join(content, slug), join(content, WORK, "replaced", slug)];
  if (existsSync(place)) {
    mkdirSync(dirname(replaced), { recursive: true });
    renameSync(place, replaced);
  }
  renameSync(join(stage, slug), place);
  rmSync(replaced, { recursive: true, force: true });
}

/** A file at the top of the content folder, whole or not at all. */
export function writeTopFile(content: string, name: string, text: string): void {
  mkdirSync(join(content, WORK), { recursive: true });
  const beside = join(content, WORK, name);
  writeFileSync(beside, text);
  renameSync(beside, join(content, name));
}
