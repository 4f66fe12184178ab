import { FILE_LIMIT, type FrontMatter, parseFrontMatter } from "../format/front-matter";
import { foldName, ID_EXPECTED, isId } from "../format/names";
import { type FieldProblem, quote } from "../format/problem";
import type { Problem } from "../model";
import { type Fingerprint, fingerprint } from "./digest";
import { type Entry, readBytes, readEntries } from "./disk";

/** A file `<id>.md`; without a document where it is misnamed or holds a problem. */
export type IdentifiedFile = { readonly id: string; readonly path: string; readonly document?: FrontMatter };

/**
 * One reading of a content folder: gives what is sound, and keeps what is not as a problem. Paths are relative to that
 * folder, POSIX; the folder itself is "".
 */
export class ContentReader {
  readonly problems: Problem[];
  /** The files that were read, by path. */
  readonly files = new Map<string, Fingerprint>();
  /** What stands before the text of every Markdown file that was read, by path; one map for all forks. */
  readonly heads: Map<string, string>;
  readonly #folder: string;

  /** @param folder as it shall stand in problems; a final slash is dropped */
  constructor(folder: string, problems: Problem[] = [], heads = new Map<string, string>()) {
    this.#folder = folder.replace(/(?<=.)\/+$/, "");
    this.problems = problems;
    this.heads = heads;
  }

  /** Reads on into the same problems, with files of its own. */
  fork(): ContentReader {
    return new ContentReader(this.#folder, this.problems, this.heads);
  }

  /** The path of a file for whoever reads a problem. */
  nameOf(path: string): string {
    return joinPath(this.#folder, path);
  }

  report(path: string, problem: FieldProblem): undefined {
    this.problems.push({ path: this.nameOf(path), ...problem });
  }

  /** A file or folder that should not be there, or not under that name. */
  reportName(folder: string, name: string, expected: string): void {
    this.report(joinPath(folder, name), { field: "name", found: quote(name), expected });
  }

  /** The value, or `undefined` and its problems reported. */
  accept<Value>(
    path: string,
    parsed: { ok: true; value: Value } | { ok: false; problems: readonly FieldProblem[] },
  ): Value | undefined {
    if (parsed.ok) return parsed.value;
    for (const problem of parsed.problems) this.report(path, problem);
    return undefined;
  }

  /** What lies in a folder; what is neither file nor folder is reported, and stays in the list. */
  list(path: string): readonly Entry[] | undefined {
    const entries = readEntries(this.nameOf(path));
    if ("found" in entries) return this.report(path, entries);
    for (const entry of entries) {
      if (entry.kind === "refused") this.report(joinPath(path, entry.name), entry.problem);
    }
    return entries;
  }

  /** @param limit in bytes */
  bytes(path: string, limit: number): Uint8Array | undefined {
    const bytes = readBytes(this.nameOf(path), limit);
    if ("found" in bytes) return this.report(path, bytes);
    this.files.set(path, fingerprint(path, bytes));
    return bytes;
  }

  /**
   * A file that need not be there, and that is no part of what an article says: no digest of an article counts it.
   *
   * @param limit in bytes
   */
  evidence(path: string, limit: number): Fingerprint | undefined {
    const bytes = readBytes(this.nameOf(path), limit);
    if (!("found" in bytes)) return fingerprint(path, bytes);
    return bytes.found === "nothing" ? undefined : this.report(path, bytes);
  }

  document(path: string): FrontMatter | undefined {
    const bytes = this.bytes(path, FILE_LIMIT);
    if (bytes === undefined) return undefined;
    const parsed = parseFrontMatter(bytes);
    if (parsed.ok) this.heads.set(path, parsed.head);
    return this.accept(path, parsed);
  }

  /** Counts the blanks behind a file's front matter to what stands before its text: it has none. */
  keepWhole(path: string, { body }: FrontMatter): void {
    this.heads.set(path, (this.heads.get(path) ?? "") + body);
  }

  /**
   * The file of a fixed name in a listed folder. Where none is there under any spelling, that is reported; where its name
   * differs by case, or a folder bears it, whoever goes through the list does so.
   */
  namedDocument(
    folder: string,
    entries: readonly Entry[],
    name: string,
    what: string,
  ): FrontMatter | undefined {
    const path = joinPath(folder, name);
    const entry = entries.find((candidate) => foldName(candidate.name) === name);
    if (entry === undefined) return this.report(path, { field: "file", found: "nothing", expected: what });
    return entry.name === name && entry.kind === "file" ? this.document(path) : undefined;
  }

  /** Every entry of a folder that holds nothing but files `<id>.md`. */
  identified(folder: string): readonly IdentifiedFile[] | undefined {
    return this.list(folder)?.map((entry) => this.#identify(folder, entry));
  }

  #identify(folder: string, { name, kind }: Entry): IdentifiedFile {
    const path = joinPath(folder, name);
    const id = name.replace(/\.md$/i, "");
    if (kind === "file" && name.endsWith(".md") && isId(id))
      return { id, path, document: this.document(path) };
    if (kind !== "refused") this.reportName(folder, name, `a file <id>.md, with ${ID_EXPECTED}`);
    // Whoever refers to it under the right name has made no mistake.
    return { id: foldName(id), path };
  }
}

export function joinPath(folder: string, name: string): string {
  return [folder, name].filter((part) => part !== "").join("/");
}
