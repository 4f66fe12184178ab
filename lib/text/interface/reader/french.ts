/**
 * What the reader's script says in French. Named one by one and not in a table of `Words`: the script is sent to
 * browsers, and holds no word that it does not say.
 */

/** A comment by its number as the page writes it ("nº 2", "sans numéro"), and its author. */
export const nameComment = (number: string, author: string) => `Commentaire ${number} de ${author}`;
export const copyLink = "Copier le lien";
export const share = "Partager";
export const copied = "Copié";
export const shared = "Partagé";
export const quote = "Citer";
/** Words of a text, whose they are, and where they stand. */
export const writeQuotation = (text: string, author: string, url: string) => `« ${text} » ${author}, ${url}`;

export const display = "Affichage";
export const light = "Lumière";
export const automatic = "Automatique";
export const bright = "Claire";
export const dark = "Sombre";
export const size = "Taille du texte";
export const writePercent = (size: number) => `${size}\u00a0%`;

export const keys = "Touches";
export const on = "actives";
export const off = "inactives";
export const close = "Fermer";
export const moving = "Se déplacer";
export const next = "Commentaire suivant";
export const previous = "Commentaire précédent";
export const parent = "Commentaire parent";
export const firstReply = "Première réponse";
export const sibling = "Réponse voisine";
export const nextConversation = "Conversation suivante";
export const back = "Retour en arrière";
export const acting = "Agir";
export const fold = "Plier, déplier les réponses";
export const copyOrQuote = "Copier le lien, citer la sélection";
export const help = "Montrer les touches";
