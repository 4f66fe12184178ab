// These run in the page: each is sent there as a text and sees nothing of this file.

export function countElements(selector: string): number {
  return document.querySelectorAll(selector).length;
}

/** What an element says, its white space as one space each. */
export function findText(selector: string): string | undefined {
  return document.querySelector(selector)?.textContent?.replaceAll(/\s+/g, " ").trim();
}

export function findValue(selector: string): string | undefined {
  const field = document.querySelector(selector);
  const hasValue = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return hasValue ? field.value : undefined;
}

/** A property of an element, as the browser computes it. */
export function findStyle(selector: string, property: string): string | undefined {
  const element = document.querySelector(selector);
  return element ? getComputedStyle(element).getPropertyValue(property) : undefined;
}

/** Whether an element is shown, wherever one has scrolled to. */
export function isShown(selector: string): boolean {
  return document.querySelector(selector)?.checkVisibility() ?? false;
}

/** Whether an element is shown and begins within the window. */
export function isInView(selector: string): boolean {
  const element = document.querySelector(selector);
  const { top = -1, height = 0 } = element?.getBoundingClientRect() ?? {};
  return Boolean(element?.checkVisibility()) && height > 0 && top >= 0 && top < innerHeight;
}

export function focusElement(selector: string): void {
  const element = document.querySelector(selector);
  if (element instanceof HTMLElement) element.focus();
}

/**
 * Scrolls to an element and waits until it stands still: on a long page what comes near the screen takes the room that it
 * needs once it is painted.
 */
export async function scrollTo(selector: string): Promise<void> {
  const element = document.querySelector(selector);
  element?.scrollIntoView({ block: "center", behavior: "instant" });
  const findTop = () => element?.getBoundingClientRect().top;
  let last: number | undefined;
  do {
    last = findTop();
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  } while (last !== findTop());
}

/**
 * The middle of an element, in CSS pixels of the window.
 *
 * @throws Error when it is not shown there, or something lies over it
 */
export function findPlace(selector: string): { readonly x: number; readonly y: number } {
  const element = document.querySelector(selector);
  const [box] = element?.getClientRects() ?? [];
  if (!element || !box) throw new Error(`${selector} is not shown`);
  const place = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  const hit = document.elementFromPoint(place.x, place.y);
  if (!element.contains(hit)) throw new Error(`${selector} lies behind ${hit?.outerHTML.slice(0, 80)}`);
  return place;
}
