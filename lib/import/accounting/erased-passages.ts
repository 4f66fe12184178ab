import { removePassages } from "../../archive/erasure/passages";
import { parseFrontMatter } from "../../archive/format/front-matter";
import { type DecisionScene, isErased } from "./decide";
import type { PlannedFile } from "./planning/planned-file";

/**
 * The source may still hold what was erased here, and so may its other posts, which quote it: there the passages give way
 * to a label, as they did when it was erased.
 */
export function withoutErased(
  files: readonly PlannedFile[],
  scene: DecisionScene,
  label: string,
): readonly PlannedFile[] {
  const gone = files.filter((file) => isErased(file, scene)).map((file) => bodyOf(file.text).body);
  const texts = gone.filter((text) => text.trim() !== "");
  if (texts.length === 0) return files;
  return files.map((file) => {
    if (file.path === "article.md" || isErased(file, scene)) return file;
    const { head, body } = bodyOf(file.text);
    const cleared = texts.reduce((rest, text) => removePassages(rest, text, label), body);
    return cleared === body ? file : { ...file, text: head + cleared };
  });
}

function bodyOf(text: string): { readonly head: string; readonly body: string } {
  const parsed = parseFrontMatter(Buffer.from(text));
  return parsed.ok ? { head: parsed.head, body: parsed.value.body } : { head: text, body: "" };
}
