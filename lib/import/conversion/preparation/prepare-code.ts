import type { Element, ElementContent } from "hast";
import { element, text, textOf } from "../../../text/markdown/display/nodes";
import { attribute, findElements } from "../hast";
import type { Preparation } from "./preparation";

/** Code keeps its language, and its lines where they were the items of a numbered list. */
export const prepareCode: Preparation = (node) => {
  if (node.tagName !== "pre") return undefined;
  const [code] = findElements(node, ({ tagName }) => tagName === "code");
  const language = languageOf(code ?? node) ?? languageOf(node);
  const className = language === undefined ? [] : [`language-${language}`];
  const lines = textOfLines(code ?? node);
  return [
    element("pre", {}, [element("code", { className }, [text(lines.endsWith("\n") ? lines : `${lines}\n`)])]),
  ];
};

const UNNAMED: ReadonlySet<string> = new Set(["auto", "nohighlight", "plaintext", "none"]);

/** `lang-ruby` (Discourse), `language-ruby` (HTML's advice), `data-code-wrap="ruby"`. */
function languageOf(node: Element): string | undefined {
  const { className } = node.properties;
  const names = Array.isArray(className) ? className.map(String) : [];
  const [, named] =
    /^lang(?:uage)?-([\w+#.-]+)$/u.exec(names.find((name) => /^lang(?:uage)?-/u.test(name)) ?? "") ?? [];
  const language = named ?? attribute(node, "dataCodeWrap");
  return language === undefined || UNNAMED.has(language) ? undefined : language;
}

function textOfLines(node: ElementContent): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  if (node.tagName === "br") return "\n";
  if (node.tagName === "li") return `${textOf(node).replace(/\n$/u, "")}\n`;
  // What stands between the items of a list is nothing that anybody saw.
  const children =
    node.tagName === "ol" ? node.children.filter(({ type }) => type === "element") : node.children;
  return children.map(textOfLines).join("");
}
