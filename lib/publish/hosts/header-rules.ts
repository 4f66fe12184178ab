import type { Header } from "./headers";

/** One block of a `_headers` file. */
export type HeaderRule = { readonly pattern: string; readonly headers: readonly Header[] };

/**
 * Reads a `_headers` file as Netlify and Cloudflare Pages do: a line that is not indented is a path, in which `*`
 * stands for anything; the indented lines below it are its headers; `#` begins a comment.
 */
export function parseHeaderRules(text: string): HeaderRule[] {
  const rules: { pattern: string; headers: Header[] }[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    const colon = line.indexOf(":");
    if (!/^\s/u.test(line)) rules.push({ pattern: line.trim(), headers: [] });
    else rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return rules;
}

/** The headers of every rule that fits a path, the path of a request: `/archive/some-article/`. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Header[] {
  return rules.filter(({ pattern }) => fits(path, pattern)).flatMap(({ headers }) => headers);
}

function fits(path: string, pattern: string): boolean {
  const [start = "", ...rest] = pattern.split("*");
  const end = rest.at(-1);
  if (end === undefined) return path === pattern;
  return path.startsWith(start) && path.endsWith(end) && path.length >= start.length + end.length;
}
