import type { Element, ElementContent, Properties } from "hast";
import { versionDate } from "../../links/robust-links";
import { applySpacing } from "../../writing/typography";
import { findStrayControls, hasRightToLeft, spellControls } from "../../writing/unicode";
import { decorateText, type Passage } from "./decorate-text";
import { element, text, textOf } from "./nodes";
import type { Scene } from "./scene";

export type Content = { readonly children: ElementContent[]; readonly rightToLeft: boolean };

/** Text between two block boundaries, with its inline elements. */
export function decorateLine(line: readonly ElementContent[], scene: Scene, verbatim: boolean): Content {
  const passages = collectPassages(line, verbatim ? "verbatim" : "words");
  const whole = passages.map(({ value }) => value).join("");
  // Code and addresses keep their place, but are nothing to set spaces by.
  const words = passages.map(({ value, role }) =>
    role === "verbatim" ? "\uFFFC".repeat(value.length) : value,
  );
  const spaced = verbatim ? whole : applySpacing(words.join(""), scene.context.language);
  const stray = findStrayControls(whole);
  let next = 0;

  const rebuild = (node: ElementContent): ElementContent[] => {
    if (node.type === "element" && node.tagName !== "br") {
      return [decoratePhrasing(node, node.children.flatMap(rebuild), scene)];
    }
    const passage = passages[next++];
    if (node.type !== "text" || !passage) return [node];
    const { value, start, role } = passage;
    const shown = role === "verbatim" ? value : spaced.slice(start, start + value.length);
    return decorateText({ value: shown, start, role }, stray, scene);
  };
  return { children: line.flatMap(rebuild), rightToLeft: hasRightToLeft(whole) };
}

function collectPassages(line: readonly ElementContent[], outer: Passage["role"]): Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  const collect = (node: ElementContent, role: Passage["role"]) => {
    if (node.type === "element" && node.tagName !== "br") {
      const inner = role === "verbatim" ? role : roleWithin(node, role);
      for (const child of node.children) collect(child, inner);
      return;
    }
    const value = node.type === "text" ? node.value : "\n";
    passages.push({ value, start, role });
    start += value.length;
  };
  for (const node of line) collect(node, outer);
  return passages;
}

function roleWithin(node: Element, outer: Passage["role"]): Passage["role"] {
  if (node.tagName === "code") return "verbatim";
  if (node.tagName !== "a") return outer;
  return spellsAddress(node) || "dataCall" in node.properties ? "verbatim" : "link";
}

/** Whether a link's words are its address, but perhaps for the scheme. */
function spellsAddress(link: Element): boolean {
  const { href } = link.properties;
  const words = textOf(link);
  return (
    typeof href === "string" &&
    href.endsWith(words) &&
    /^(?:https?:\/\/|mailto:)?$/.test(href.slice(0, href.length - words.length))
  );
}

function decoratePhrasing(safe: Element, children: ElementContent[], scene: Scene): Element {
  if (safe.tagName === "img") return decoratePicture(safe, scene);
  if (safe.tagName !== "a") return element(safe.tagName, {}, children);
  const { href, title, dataPicture, dataCall, dataReturn } = safe.properties;
  const { scope, page = "", words } = scene.context;

  if (typeof dataCall === "string") {
    const [note = ""] = dataCall.split(".");
    return element("a", { id: `${scope}-call-${dataCall}`, href: `${page}#${scope}-fn-${note}` }, children);
  }
  if (typeof dataReturn === "string") {
    const [, call = "1"] = dataReturn.split(".");
    const which = call === "1" ? "" : ` ${call}`;
    const properties = { href: `${page}#${scope}-call-${dataReturn}`, ariaLabel: words.backToText + which };
    return element("a", properties, [text(`↩${which && `\u00A0${call}`}`)]);
  }
  // The wall took the address away: the words stay.
  if (typeof href !== "string") return element("span", {}, children);

  const properties = leadTo(href, scene);
  if (typeof title === "string") properties.title = spellControls(title);
  if (spellsAddress(safe)) properties.className = ["address"];
  if (dataPicture === undefined) return element("a", properties, children);
  const label = element("span", { className: ["label"] }, [text(words.picture)]);
  const alt = children.length > 0 ? [text(" "), ...children] : [];
  return element("a", { ...properties, className: ["picture"] }, [label, ...alt]);
}

/**
 * A file of the archive, whose address alone has no host here, is downloaded: the site's policy lets its pages play no
 * sound and no film, and nothing in a file is ever opened as a page of the site.
 *
 * Any other link leads to what it led to, or where that is in this archive, to its page here: the original address then stays
 * beside it, as Robust Links has it for a link to a copy.
 */
function leadTo(href: string, { context }: Scene): Properties {
  if (href.startsWith("/")) return { href, download: true };
  const { voice, linkDating, archived } = context;
  const dataVersiondate = versionDate(href, linkDating);
  const here = archived?.(href);
  if (here !== undefined) return { href: here, dataOriginalurl: href, dataVersiondate };
  return { href, rel: voice === "comment" ? ["nofollow", "noopener", "ugc"] : ["noopener"], dataVersiondate };
}

/** Laid out before it is loaded, and loaded when it comes near the screen. The wall may have taken its name away. */
function decoratePicture({ properties }: Element, { context }: Scene): Element {
  const { dataFile, alt, title } = properties;
  const shownAlt = typeof alt === "string" ? spellControls(alt) : "";
  const picture = typeof dataFile === "string" ? context.picture?.(dataFile) : undefined;
  if (picture === undefined) return element("span", {}, [text(shownAlt)]);
  const shownTitle = typeof title === "string" ? { title: spellControls(title) } : {};
  return element("img", { ...picture, alt: shownAlt, ...shownTitle, loading: "lazy" });
}
