/**
 * How much Markdown is read as Markdown. The parser looks back at every bracket and delimiter of a
 * block, and its trees are walked recursively, so a few kilobytes of hostile text can stall or
 * overflow it. These limits depend on the text alone, never on a clock: the same text gives the
 * same page on every machine. What exceeds one of them is shown as plain text, complete.
 */
export const LIMITS = {
  /** UTF-16 code units of one text. */
  length: 250_000,
  /** Lines of one text. */
  lines: 10_000,
  /** Quotes, list items and footnotes inside one another. */
  containers: 32,
  /** Emphasis, strong, deletion and brackets inside one another. */
  inlines: 64,
  /** Levels of the parsed tree; a list and its item are two. */
  depth: 160,
  /** List items and footnotes of one text. */
  items: 3_000,
  /** Steps the parser may take to look back and ahead, see `surveyInlines`. */
  work: 6_000_000,
  /** Cells of all tables, those included that rows leave out. */
  cells: 10_000,
  /** Nodes of the parsed and of the finished tree. */
  nodes: 100_000,
  /** UTF-16 code units of text and attributes in the finished tree. */
  size: 1_500_000,
} as const;

/** The limit that a text exceeds; "syntax" where too much is opened and never closed, or the parser would drop words. */
export type Excess = "length" | "nesting" | "cells" | "size" | "syntax";

/**
 * Estimates in linear time, before any parser runs, whether a text is too much to be parsed.
 *
 * @param source lines end with LF
 */
export function findExcess(source: string): Excess | undefined {
  if (source.length > LIMITS.length) return "length";
  const lines = source.split("\n");
  if (lines.length > LIMITS.lines) return "length";
  const containers = surveyContainers(lines);
  if (containers.depth > LIMITS.containers) return "nesting";
  if (containers.items > LIMITS.items) return "size";
  if (countCells(lines) > LIMITS.cells) return "cells";

  let work = 0;
  for (const block of blocksOf(lines)) {
    const inlines = surveyInlines(block);
    if (inlines.depth > LIMITS.inlines) return "nesting";
    work += inlines.work;
    if (work > LIMITS.work) return "syntax";
  }
  return undefined;
}

type Walkable = { readonly type: string; readonly children?: readonly Walkable[] };

/** Measures a parsed tree without recursion: what the estimate missed is found here. */
export function findTreeExcess(tree: Walkable): Excess | undefined {
  let level: readonly Walkable[] = [tree];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth++) {
    nodes += level.length;
    if (depth > LIMITS.depth) return "nesting";
    if (nodes > LIMITS.nodes) return "size";
    level = level.flatMap((node) => node.children ?? []);
  }
  return undefined;
}

/** Runs of lines that are not blank: no inline construct reaches across a blank line. */
function* blocksOf(lines: readonly string[]): Generator<string> {
  let block: string[] = [];
  for (const line of lines) {
    if (line.trim() !== "") block.push(line);
    else if (block.length > 0) {
      yield block.join("\n");
      block = [];
    }
  }
  if (block.length > 0) yield block.join("\n");
}

// CommonMark 0.31 §5.1, §5.2 and GitHub's footnotes: what opens a quote, a list item, a footnote.
const CONTAINER = /([ \t]*)(>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|\[\^(?:\\.|[^\]\\\s]){1,999}\]:)/y;

/**
 * Follows the containers that are open from line to line by the columns of their markers.
 * An empty line closes nothing, a marker closes what began at its column or to its right.
 */
function surveyContainers(lines: readonly string[]): { depth: number; items: number } {
  const open: { column: number; quote: boolean }[] = [];
  let [depth, items] = [0, 0];
  for (const line of lines) {
    for (const marker of containerMarkers(line)) {
      const known = open.findIndex(({ column }) => column >= marker.column);
      const same = open[known];
      if (marker.quote && same?.quote && same.column === marker.column) continue;
      if (known >= 0) open.length = known;
      open.push(marker);
      depth = Math.max(depth, open.length);
      if (!marker.quote) items += 1;
      // Far beyond the limit: its exact depth is of no interest.
      if (depth > LIMITS.containers) return { depth, items };
    }
  }
  return { depth, items };
}

function* containerMarkers(line: string): Generator<{ column: number; quote: boolean }> {
  CONTAINER.lastIndex = 0;
  for (let found = CONTAINER.exec(line); found; found = CONTAINER.exec(line)) {
    const end = CONTAINER.lastIndex;
    const marker = found[2] ?? "";
    yield { column: end - marker.length, quote: marker === ">" };
    CONTAINER.lastIndex = end;
  }
}

// GFM §4.10: the row of hyphens below a table's head, in quotes and lists too.
const DELIMITER_ROW = /^[ \t>*+\d.)|:-]+$/;

/** Every row of a table has at least as many cells as its head, whatever the source wrote. */
function countCells(lines: readonly string[]): number {
  let cells = 0;
  let columns = 0;
  let rows = 0;
  for (const line of lines) {
    if (line.trim() === "") columns = 0;
    else if (line.includes("|") && line.includes("-") && DELIMITER_ROW.test(line)) {
      columns = countPipes(line) + 1;
      rows = 1;
    }
    if (columns > 0) {
      rows += 1;
      // A row may also be wider than the head; the table is then widened for all rows.
      const width = countPipes(line) + 1;
      if (width > columns) {
        cells += (width - columns) * rows;
        columns = width;
      }
      cells += columns;
    }
  }
  return cells;
}

function countPipes(line: string): number {
  let count = 0;
  for (let at = line.indexOf("|"); at >= 0; at = line.indexOf("|", at + 1)) count++;
  return count;
}

type Survey = {
  /** How deep emphasis and brackets may come to lie inside one another. */
  readonly depth: number;
  /** The parser's steps, from above. */
  readonly work: number;
};

const TOKEN = /\\.|`+|<[!?]?|([*_~])\1*|[[\]&!]/gsu;

/**
 * What may be opened and closed in a block; a backslash takes the next character out of account.
 * Each of these may look back at all that the parser told apart before; code spans (one attempt for each
 * length of fence) and declarations may be read to the end of the block in vain.
 */
function surveyInlines(block: string): Survey {
  const depths = { "*": new Nesting(), _: new Nesting(), "~": new Nesting(), "[": new Nesting() };
  const fences = new Set<number>();
  let [tokens, specials, endless] = [0, 0, 0];

  for (const { 0: run, 1: delimiter, index } of block.matchAll(TOKEN)) {
    tokens += 1;
    // A backslash shortens the run of backticks behind it, which may then have no counterpart.
    if (run === "\\`") endless += 1;
    if (/^[\\&!]|^<$/.test(run)) continue;
    specials += 1;
    if (run.startsWith("`")) fences.add(run.length);
    else if (run.startsWith("<")) endless += 1;
    else if (run === "[") depths["["].open(1);
    else if (run === "]") depths["["].close(1);
    else if (delimiter === "*" || delimiter === "_" || delimiter === "~") {
      const { opens, closes } = flanking(delimiter, before(block, index), after(block, index + run.length));
      if (!opens && !closes) specials -= 1;
      const unmatched = closes ? depths[delimiter].close(run.length) : run.length;
      if (opens) depths[delimiter].open(unmatched);
    }
  }
  const depth = Object.values(depths).reduce((sum, nesting) => sum + nesting.depth(), 0);
  const work = specials * tokens + (fences.size + endless) * block.length + addressWork(block);
  return { depth, work };
}

const ADDRESS = /(?:https?:\/\/|www\.)\S*/gi;
const ADDRESS_MARK = /[!"&'()*,.:;<?\]_~]/g;

/** At each mark in a bare address the parser reads ahead to learn whether the address ends there. */
function addressWork(block: string): number {
  let work = 0;
  for (const [address] of block.matchAll(ADDRESS)) {
    work += address.length * (address.match(ADDRESS_MARK)?.length ?? 0);
  }
  return work;
}

/** Openers that wait for a closer; as deep as both the openers before a place and the closers after it allow. */
class Nesting {
  #waiting = 0;
  #closers = 0;
  readonly #places: { readonly waiting: number; readonly closersBefore: number }[] = [];

  open(count: number): void {
    if (count === 0) return;
    this.#waiting += count;
    this.#places.push({ waiting: this.#waiting, closersBefore: this.#closers });
  }

  /** @returns how many of `count` found no opener */
  close(count: number): number {
    const matched = Math.min(this.#waiting, count);
    this.#waiting -= matched;
    this.#closers += count;
    return count - matched;
  }

  depth(): number {
    return this.#places.reduce(
      (deepest, { waiting, closersBefore }) =>
        Math.max(deepest, Math.min(waiting, this.#closers - closersBefore)),
      0,
    );
  }
}

const SPACE = /^$|\s/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** CommonMark 0.31 §6.2: whether a delimiter run can open, and whether it can close, emphasis. */
function flanking(delimiter: string, previous: string, next: string): { opens: boolean; closes: boolean } {
  const [spaceBefore, spaceAfter] = [SPACE.test(previous), SPACE.test(next)];
  const [markBefore, markAfter] = [PUNCTUATION.test(previous), PUNCTUATION.test(next)];
  const left = !spaceAfter && (!markAfter || spaceBefore || markBefore);
  const right = !spaceBefore && (!markBefore || spaceAfter || markAfter);
  if (delimiter !== "_") return { opens: left, closes: right };
  return { opens: left && (!right || markBefore), closes: right && (!left || markAfter) };
}

function before(text: string, index: number): string {
  return text.slice(Math.max(0, index - 1), index);
}

function after(text: string, index: number): string {
  return text.slice(index, index + 1);
}
