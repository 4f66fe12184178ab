/** What the reader's script says in English: the same names as in `french.ts`. */

export const nameComment = (number: string, author: string) => `Comment ${number} by ${author}`;
export const copyLink = "Copy the link";
export const share = "Share";
export const copied = "Copied";
export const shared = "Shared";
export const quote = "Quote";
export const writeQuotation = (text: string, author: string, url: string) => `“${text}” ${author}, ${url}`;

export const display = "Display";
export const light = "Light";
export const automatic = "Automatic";
export const bright = "Bright";
export const dark = "Dark";
export const size = "Size of text";
export const writePercent = (size: number) => `${size}%`;

export const keys = "Keys";
export const on = "on";
export const off = "off";
export const close = "Close";
export const moving = "Move";
export const next = "Next comment";
export const previous = "Previous comment";
export const parent = "Parent comment";
export const firstReply = "First reply";
export const sibling = "Next reply beside it";
export const nextConversation = "Next conversation";
export const back = "Back";
export const acting = "Act";
export const fold = "Fold, unfold the replies";
export const copyOrQuote = "Copy the link, quote the selection";
export const help = "Show the keys";
