import type { Element, ElementContent } from "hast";

/** What became of the pictures in a text. */
export type TextPictures = {
  /** Addresses of those that are shown. */
  readonly shown: readonly string[];
  /** How many are links to other sites, which may go dark. */
  readonly linked: number;
};

/** @param children a decorated text */
export function listTextPictures(children: readonly ElementContent[]): TextPictures {
  const shown: string[] = [];
  let linked = 0;
  for (let level = children.filter(isElement); level.length > 0; ) {
    for (const { tagName, properties } of level) {
      if (tagName === "img") shown.push(String(properties.src));
      if (tagName === "a" && isPicture(properties)) linked += 1;
    }
    level = level.flatMap((node) => node.children.filter(isElement));
  }
  return { shown, linked };
}

/** As `decorate-line.ts` marks the link that stands for a remote picture. */
function isPicture({ className }: Element["properties"]): boolean {
  return Array.isArray(className) && className.includes("picture");
}

function isElement(node: ElementContent): node is Element {
  return node.type === "element";
}
