/**
 * What the reader's script begins with. It is comfort only: a page is whole without it. It comes when it comes, hence it
 * moves nothing that is already painted; `components/style/base.css` leaves the room that its controls take.
 */
import { offerDisplay } from "./display-panel";
import dress from "./dress.css?inline";
import { fillKeyDialog } from "./key-dialog";
import { offerPreviews } from "./preview";
import { offerQuotations } from "./sharing/quotation";
import { offerSharing } from "./sharing/sharing";
import { listenToKeys, SHORTCUT_GROUPS } from "./walking/keys";
import { startWalking } from "./walking/walk";

const sheet = new CSSStyleSheet();
sheet.replaceSync(dress);
document.adoptedStyleSheets.push(sheet);

startWalking();
offerDisplay();
offerSharing();
offerQuotations();
offerPreviews();
fillKeyDialog(SHORTCUT_GROUPS);
listenToKeys();
