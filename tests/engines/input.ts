import type { Device, KeyAction, PointerAction } from "./session";

/** The code points by which WebDriver knows keys that write nothing (WebDriver 2 §15.4.2). */
const KEYS: ReadonlyMap<string, string> = new Map([
  ["Tab", "\ue004"],
  ["Enter", "\ue006"],
  ["Control", "\ue009"],
  ["Alt", "\ue00a"],
  ["Escape", "\ue00c"],
]);

/** Keys one after the other; `Control+v` is held in this order, and let go in the other. */
export function pressKeys(keys: readonly string[]): Device {
  return { type: "key", id: "keyboard", actions: keys.flatMap(pressAtOnce) };
}

function pressAtOnce(keys: string): readonly KeyAction[] {
  const values = keys.split("+").map((key) => KEYS.get(key) ?? key);
  const down = values.map((value) => ({ type: "keyDown", value }) as const);
  const up = values.toReversed().map((value) => ({ type: "keyUp", value }) as const);
  return [...down, ...up];
}

/** Clicks at a place of the window (CSS pixels), so many times in a row. */
export function clickAt({ x, y }: { readonly x: number; readonly y: number }, times: number): Device {
  const click: readonly PointerAction[] = [
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ];
  const clicks = Array.from({ length: times }, () => click).flat();
  return { type: "pointer", id: "mouse", actions: [{ type: "pointerMove", x, y }, ...clicks] };
}
