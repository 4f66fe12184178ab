import type { XmlElement } from "../containers/xml";

/** The text of the first child of that name, trimmed; empty where there is none. */
export function childText(element: XmlElement, name: string): string {
  return child(element, name)?.text.trim() ?? "";
}

export function child({ children }: XmlElement, name: string): XmlElement | undefined {
  return children.find((each) => each.name === name);
}
