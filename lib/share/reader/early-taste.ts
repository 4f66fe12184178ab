import { createHash } from "node:crypto";

/**
 * Runs in the head of every page, before its first paint: a sheet of one rule with the light and the size of text that
 * the reader chose. The reader's script, which comes later, changes that rule and remembers it. The text is the same on
 * every page, so that one hash allows it. It costs nobody anything where storage is forbidden or a browser lacks
 * adopted sheets; and what else may lie in storage under this name can do no more than declare properties.
 */
export const EARLY_TASTE = `try {
  const taste = new CSSStyleSheet({ media: "screen" });
  taste.insertRule(":root{}");
  document.adoptedStyleSheets = [taste];
  taste.cssRules[0].style.cssText = localStorage.taste;
} catch {}`;

/** `sha256-…`, as a policy allows an inline script (CSP Level 3 §2.3.1). */
export const EARLY_TASTE_HASH = `sha256-${createHash("sha256").update(EARLY_TASTE).digest("base64")}`;
