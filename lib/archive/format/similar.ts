/**
 * The candidate that `word` is most likely a misspelling of: case, `_` and `-` aside, at most two signs are wrong, or one
 * in a word of up to four.
 */
export function findSimilar(word: string, candidates: Iterable<string>): string | undefined {
  const folded = foldWord(word.slice(0, 100));
  let best: string | undefined;
  let bestDistance = folded.length > 4 ? 3 : 2;
  for (const candidate of candidates) {
    const distance = measureDistance(folded, foldWord(candidate), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

function foldWord(word: string): string {
  return word.toLowerCase().replace(/[_-]/g, "");
}

/** How many signs were added, left out, replaced or swapped with their neighbour (optimal string alignment). */
function measureDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    [beforeLast, last] = [last, measureRow(a, b, i, last, beforeLast)];
  }
  return last[b.length] ?? limit;
}

function measureRow(a: string, b: string, i: number, last: readonly number[], beforeLast: readonly number[]) {
  const row = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(beforeLast, j - 2) + 1 : Infinity;
    row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced, swapped));
  }
  return row;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
