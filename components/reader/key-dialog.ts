import { buildElement } from "./build-element";
import * as words from "./words";

type Shortcut = { readonly key: string; readonly label: string; readonly act: () => void };
export type ShortcutGroup = { readonly title: string; readonly shortcuts: readonly Shortcut[] };

/** Lies on the page for as long as it is asked for. */
export const keyDialog = buildElement("dialog", { className: "box keys", ariaLabel: words.keys });

/** The keys as a table. */
export function fillKeyDialog(groups: readonly ShortcutGroup[]): void {
  const close = buildElement("button", { className: "word", onclick: () => keyDialog.close() }, words.close);
  keyDialog.append(close, buildElement("table", { innerHTML: groups.map(writeGroup).join("") }));
  document.body.append(keyDialog);
}

function writeGroup({ title, shortcuts }: ShortcutGroup): string {
  const rows = shortcuts.map(({ key, label }) => `<tr><td><kbd>${key}</kbd><td>${label}`);
  return `<tbody><tr><th colspan=2 scope=rowgroup>${title}${rows.join("")}`;
}
