import type { ReadableIndex } from "../../lib/share/search/find-matches";

const opened = new Map<string, Promise<unknown>>();

/**
 * The JSON of a file of the index; each is fetched once, one that failed again when it is next asked for.
 *
 * @throws Error where it cannot be read
 */
export async function openFile<File>(name: string): Promise<File> {
  const opening = opened.get(name) ?? fetchJson(name);
  opened.set(name, opening);
  try {
    return await opening;
  } catch (error) {
    opened.delete(name);
    throw error;
  }
}

async function fetchJson(name: string) {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

/** The index that a form says it searches. */
export function describeIndex({ dataset }: HTMLFormElement): ReadableIndex {
  return { shards: Number(dataset.shards), texts: Number(dataset.texts), open: openFile };
}
