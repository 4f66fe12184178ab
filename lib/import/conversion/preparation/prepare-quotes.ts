import type { Element, ElementContent } from "hast";
import { element, text, textOf } from "../../../text/markdown/display/nodes";
import { attribute, findElements, hasClass } from "../hast";
import type { Preparation } from "./preparation";

/** What hides or sets off a part of the text: quotations that name whom they quote, details, spoilers. */
export const prepareQuote: Preparation = (node, { baseUrl }) => {
  if (node.tagName === "aside" && hasClass(node, "quote")) return [prepareAside(node, baseUrl)];
  if (node.tagName === "details") return [prepareDetails(node)];
  if (hasClass(node, "bbCodeSpoiler", "bbCodeSpoilerContainer")) return [prepareButton(node)];
  if (hasClass(node, "spoiler", "spoiled", "bbCodeInlineSpoiler")) return [prepareSpoiler(node)];
  return undefined;
};

function prepareAside(aside: Element, baseUrl: string | undefined): Element {
  const [title] = findElements(aside, (each) => hasClass(each, "title"));
  const [quotation] = findElements(aside, ({ tagName }) => tagName === "blockquote");
  const heading = title ? [element("p", {}, nameQuoted(aside, title, baseUrl))] : [];
  return element("blockquote", {}, [...heading, ...(quotation?.children ?? [])]);
}

/** The title's own words; where they are but the name, they lead to the post that is quoted. */
function nameQuoted(aside: Element, title: Element, baseUrl: string | undefined): ElementContent[] {
  const words = textOf(title).trim();
  const address = addressOfQuoted(aside, baseUrl);
  const hasLink = findElements(title, ({ tagName }) => tagName === "a").length > 0;
  if (address === undefined || hasLink || words === "") return title.children;
  const [, name = words, colon = ""] = /^(.*?)(\s?:)?$/su.exec(words) ?? [];
  return [element("a", { href: address }, [text(name)]), text(colon)];
}

/** `https://forum.example/t/slug/57/3`, as Discourse calls the third post of topic 57. */
function addressOfQuoted(aside: Element, baseUrl: string | undefined): string | undefined {
  const post = attribute(aside, "dataPost");
  const topic = attribute(aside, "dataTopic");
  if (baseUrl === undefined || !/^\d+$/u.test(post ?? "") || !/^\d+$/u.test(topic ?? "")) return undefined;
  const own = new RegExp(`/t/(?:[^/]+/)?${topic}$`, "u").test(baseUrl);
  return own ? `${baseUrl}/${post}` : new URL(`/t/${topic}/${post}`, baseUrl).href;
}

/** Unfolded: what is behind the summary is set off, so that its end can be seen. */
function prepareDetails({ children }: Element): Element {
  const summary = children.find((child) => child.type === "element" && child.tagName === "summary");
  const rest = children.filter((child) => child !== summary);
  const label = summary?.type === "element" ? summary.children : [];
  return element("blockquote", {}, [element("p", {}, [text("▸ "), element("strong", {}, label)]), ...rest]);
}

/** XenForo's: a button uncovers what follows it. */
function prepareButton({ children }: Element): Element {
  const isButton = (child: ElementContent) => child.type === "element" && child.tagName === "button";
  const label = children.filter(isButton).flatMap((child) => text(textOf(child).trim()));
  const rest = children.filter((child) => !isButton(child));
  return element("blockquote", {}, [element("p", {}, [text("▸ "), element("strong", {}, label)]), ...rest]);
}

/** Readers had to uncover it: two bars on either side say so, as in several forums. */
function prepareSpoiler({ tagName, children }: Element): Element {
  const [first] = children;
  const isBlock = children.some((child) => child.type === "element" && child.tagName === "p");
  const covered = (nodes: readonly ElementContent[]) => [text("||"), ...nodes, text("||")];
  if (!isBlock) return element(tagName, {}, covered(children));
  const only = children.filter((child) => child.type === "element" || textOf(child).trim() !== "");
  if (only.length === 1 && only[0]?.type === "element")
    return element("div", {}, [element("p", {}, covered(only[0].children))]);
  return element(
    "div",
    {},
    first ? [element("p", {}, [text("||")]), ...children, element("p", {}, [text("||")])] : [],
  );
}
