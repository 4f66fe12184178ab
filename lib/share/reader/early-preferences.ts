import { createHash } from "node:crypto";

/**
 * Runs in the head of every page, before its first paint: the page's root gets the light and the size of text that the
 * reader chose. The reader's script, which comes later, changes them and remembers them. The text is the same on every
 * page, so that one hash allows it; a policy rules over style attributes in markup, not over what a script that it
 * allows declares (CSSOM §6.6). It costs nobody anything where storage is forbidden; and what else may lie in storage
 * under this name can do no more than declare properties.
 */
export const EARLY_PREFERENCES =
  "try { document.documentElement.style.cssText = localStorage.taste } catch {}";

/** `sha256-…`, as a policy allows an inline script (CSP Level 3 §2.3.1). */
export const EARLY_PREFERENCES_HASH = `sha256-${createHash("sha256").update(EARLY_PREFERENCES).digest("base64")}`;
