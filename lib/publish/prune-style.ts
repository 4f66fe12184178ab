import { compile, type Options } from "css-select";
import { parse, type Selector, SelectorType, stringify } from "css-what";
import postcss, { AtRule, type Rule } from "postcss";
import {
  attributeOf,
  childrenOf,
  type Document,
  type Element,
  isElementNode,
  listElements,
  type Node,
} from "./html-tree";

/**
 * A stylesheet without the selectors that match nothing on a page. States (`:target`, `:focus`) may come to hold of
 * anything; they are taken as given.
 *
 * @param css what `problemOfStyle` accepts
 */
export function pruneStyle(css: string, document: Document): string {
  const elements = listElements(document);
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    const alive = rule.selectors.filter((selector) => elements.some(matcherOf(selector)));
    if (alive.length === 0) removeWithEmpty(rule);
    else rule.selectors = alive;
  });
  return root.toString();
}

/** Removes a rule and the conditions that only it stood under. */
function removeWithEmpty(rule: Rule | AtRule): void {
  const { parent } = rule;
  rule.remove();
  if (parent instanceof AtRule && parent.nodes?.length === 0) removeWithEmpty(parent);
}

type Matcher = (element: Element) => boolean;

// Every page asks for the same selectors.
const matchers = new Map<string, Matcher>();

function matcherOf(selector: string): Matcher {
  const known = matchers.get(selector) ?? compile(onlyStructure(selector), options);
  matchers.set(selector, known);
  return known;
}

/** `p::before` stands and falls with `p`, and `p:not(:focus)` too. */
function onlyStructure(selector: string): string {
  return stringify(parse(selector).map((tokens) => tokens.filter((token) => !isPassing(token)))) || "*";
}

function isPassing(token: Selector): boolean {
  if (token.type === SelectorType.PseudoElement) return true;
  const isNegation = token.type === SelectorType.Pseudo && token.name === "not";
  return isNegation && Array.isArray(token.data) && token.data.flat().some(isState);
}

function isState(token: Selector): boolean {
  return token.type === SelectorType.Pseudo && STATES.includes(token.name);
}

/** Pseudo-classes that say nothing of the document; the first two are pseudo-elements, as minifiers write them. */
const STATES = "before after target target-current focus focus-visible focus-within hover active".split(" ");

const options: Options<Node, Element> = {
  pseudos: Object.fromEntries(STATES.map((state) => [state, () => true])),
  adapter: {
    isTag: isElementNode,
    existsOne: (test, nodes) => nodes.some((node) => listElements(node).some(test)),
    getAttributeValue: attributeOf,
    getChildren: (node) => [...childrenOf(node)],
    getName: ({ tagName }) => tagName,
    getParent: ({ parentNode }) => parentNode,
    getSiblings: (node) =>
      "parentNode" in node && node.parentNode ? [...childrenOf(node.parentNode)] : [node],
    getText: () => "",
    hasAttrib: (element, name) => attributeOf(element, name) !== undefined,
    removeSubsets: (nodes) => nodes,
    findAll: (test, nodes) => nodes.flatMap((node) => listElements(node).filter(test)),
    findOne: (test, nodes) => nodes.flatMap(listElements).find(test) ?? null,
  },
};
