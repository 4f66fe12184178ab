import { keyDialog, type ShortcutGroup } from "../key-dialog";
import { KEYS, readPreference } from "../preferences";
import { hidePreview } from "../preview";
import { copyQuotation, findSelection } from "../sharing/quotation";
import { shareLink } from "../sharing/sharing";
import * as words from "../words";
import {
  currentComment,
  goBack,
  step,
  toggleReplies,
  visitFirstReply,
  visitParent,
  visitSibling,
} from "./walk";

const CONVERSATION = ".thread > ol > li > .comment";

export const SHORTCUT_GROUPS: readonly ShortcutGroup[] = [
  {
    title: words.moving,
    shortcuts: [
      { key: "j", label: words.next, act: () => step(1) },
      { key: "k", label: words.previous, act: () => step(-1) },
      { key: "p", label: words.parent, act: visitParent },
      { key: "r", label: words.firstReply, act: visitFirstReply },
      { key: "s", label: words.sibling, act: visitSibling },
      { key: "t", label: words.nextConversation, act: () => step(1, CONVERSATION) },
      { key: "b", label: words.back, act: goBack },
    ],
  },
  {
    title: words.acting,
    shortcuts: [
      { key: "f", label: words.fold, act: toggleReplies },
      {
        key: "c",
        label: words.copyOrQuote,
        act: () => (findSelection() ? copyQuotation() : shareLink(currentComment())),
      },
      { key: "?", label: words.help, act: () => keyDialog.showModal() },
    ],
  },
];

export function listenToKeys(): void {
  const shortcuts = SHORTCUT_GROUPS.flatMap((group) => group.shortcuts);
  addEventListener("keydown", (event) => {
    hidePreview();
    if (isForUs(event)) shortcuts.find(({ key }) => key === event.key)?.act();
  });
}

/** Not with a modifier, nor where somebody types, nor behind the open dialog, nor where the keys are turned off. */
function isForUs({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isElsewhere = document.querySelector(":read-write:focus, dialog[open]");
  return !(ctrlKey || metaKey || altKey || isElsewhere || readPreference(KEYS));
}
