import { childrenOf, type Document, type Element, isElementNode, isTextNode, type Node } from "./html-tree";

/**
 * The first place at which two documents differ, in the order of reading: `html > body > p: printed "x", exported "y"`;
 * undefined where they are the same tree. The order of attributes is nobody's business.
 */
export function compareTrees(printed: Document, exported: Document): string | undefined {
  const [one, other] = [listEvents(printed), listEvents(exported)];
  const length = Math.max(one.length, other.length);
  for (let index = 0; index < length; index++) {
    const [found, expected] = [one[index], other[index]];
    if (found?.what === expected?.what) continue;
    const place = (found ?? expected)?.place ?? "";
    return `${place}: printed ${quote(found)}, exported ${quote(expected)}`;
  }
  return undefined;
}

/** What a reader of the document meets one after the other: a tag that opens or closes, or a text. */
type Event = { readonly what: string; readonly place: string };

/** Long enough to recognise a text by. */
const SHOWN = 80;

function listEvents(document: Document): Event[] {
  const events: Event[] = [];
  const open: string[] = [];
  let text = "";
  const meet = (what: string) => events.push({ what, place: open.join(" > ") || "document" });
  const endText = () => {
    if (text) meet(JSON.stringify(text));
    text = "";
  };
  // No recursion: a thread may be nested deeper than the stack. A string closes the element of that name.
  const waiting: (Node | string)[] = [document];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== "string" && isTextNode(node)) {
      text += node.value;
      continue;
    }
    endText();
    if (typeof node === "string") {
      meet(`</${node}>`);
      open.pop();
    } else {
      if (isElementNode(node)) {
        meet(describeTag(node));
        open.push(node.tagName);
        waiting.push(node.tagName);
      }
      waiting.push(...childrenOf(node).toReversed());
    }
  }
  endText();
  return events;
}

function describeTag({ tagName, attrs }: Element): string {
  const attributes = attrs.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort();
  return `<${tagName}${attributes.join("")}>`;
}

function quote(event: Event | undefined): string {
  if (!event) return "nothing more";
  return event.what.length > SHOWN ? `${event.what.slice(0, SHOWN)}…` : event.what;
}
