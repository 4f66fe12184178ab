/** What `lib/share/reader/early-preferences.ts` declared before the page was painted; paper has its own (`base.css`). */
const { style } = document.documentElement;

/** Single keys disturb who speaks to their computer: they can be turned off (WCAG 2.2, 2.1.4). */
export const KEYS = "--keys";

/** What the reader chose for a property of the page's root; empty where they chose nothing. */
export function readPreference(property: string): string {
  return style.getPropertyValue(property);
}

/** Shows what the reader chose, here and, where a browser may remember it, on every page from now on. */
export function choosePreference(property: string, value: string): void {
  style.setProperty(property, value);
  try {
    localStorage.taste = style.cssText;
  } catch {}
}
