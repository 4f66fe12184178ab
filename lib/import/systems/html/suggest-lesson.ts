import type { Element } from "hast";
import { classesOf, findFirst, lineOf, type PageTree } from "./page/page-tree";

/** Classes that systems give to comments, however they write them. */
const COMMENT = /(?:comment|reply|replies|message|post|answer|opinion|avis|r[eé]action)/iu;
/** What is around them, or a part of one. */
const PART =
  /(?:list|area|section|form|count|number|wrap|container|body|text|content|header|footer|meta|author|user|date|time|avatar|link|button|actions?|menu|thread|stream|s$)/iu;

/** Comments that are looked into: what the first have, the others have too. */
const LOOKED_INTO = 5;

/**
 * What might teach the importer a page that no adapter knows, as `--selector` takes it: the class that recurs and is called a
 * comment, and what in it looks like its parts.
 *
 * @returns `undefined` where nothing on the page recurs in this way
 */
export function suggestLesson(tree: PageTree): string | undefined {
  const names = new Set(
    tree.elements.flatMap(classesOf).filter((name) => COMMENT.test(name) && isPlain(name)),
  );
  const candidates = [...names].flatMap((name) => {
    const all = tree.withClass(name);
    const text = findCommon(all, /(?:content|text|body|message|cooked|entry)/iu);
    return all.length > 1 && text !== undefined ? [{ name, all, text, doubt: doubtOf(name) }] : [];
  });
  candidates.sort((one, other) => one.doubt - other.doubt || other.all.length - one.all.length);
  const [best] = candidates;
  if (best === undefined) return undefined;
  const author = findCommon(best.all, /(?:author|auteur|user|nick|name|pseudo)/iu);
  const date = best.all.slice(0, LOOKED_INTO).every((each) => findFirst(each, isTime))
    ? "time"
    : findCommon(best.all, /(?:date|time|when|posted)/iu);
  return [
    `comment=.${best.name}`,
    ...(author ? [`author=.${author}`] : []),
    ...(date ? [`date=${date === "time" ? date : `.${date}`}`] : []),
    `text=.${best.text}`,
  ].join("; ");
}

/** The less, the surer that a class is a comment's and not that of a part of one, or of what is around it. */
function doubtOf(name: string): number {
  return (PART.test(name) ? 2 : 0) + (/comment/iu.test(name) ? 0 : 1);
}

function isPlain(name: string): boolean {
  return /^[a-z][\w-]*$/iu.test(name) && !/\d/u.test(name);
}

function isTime({ tagName }: Element): boolean {
  return tagName === "time";
}

/** The first class of such a name, with words in it, that the comments have in common. */
function findCommon(comments: readonly Element[], name: RegExp): string | undefined {
  const looked = comments.slice(0, LOOKED_INTO);
  const inFirst = looked[0] ? listClasses(looked[0]) : [];
  return inFirst.find(
    (each) =>
      name.test(each) &&
      isPlain(each) &&
      looked.every((comment) =>
        findFirst(comment, (inner) => classesOf(inner).includes(each) && lineOf(inner) !== ""),
      ),
  );
}

function listClasses(element: Element): string[] {
  return element.children.flatMap((child) =>
    child.type === "element" ? [...classesOf(child), ...listClasses(child)] : [],
  );
}
