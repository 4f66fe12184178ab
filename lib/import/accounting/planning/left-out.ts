import { primarySubtag } from "../../../text/writing/language-tag";
import type { LeftOut } from "../../model";

/** Ends of the sentence "Left out: …", of the thread's language where the interface speaks it. */
const WORDS: Readonly<Record<"fr" | "en", Readonly<Record<LeftOut, string>>>> = {
  en: {
    extracted:
      "whatever of the saved page was not taken for the article; its text was extracted by a program (Readability)",
    frame: "the comments of a frame that was not captured",
    button: "comments that waited behind a button when the page was saved",
    collapsed: "comments that were folded away when the page was saved",
    pages: "further pages of the thread, which were not captured",
    pictures: "pictures of its texts that were not saved with the page",
    unrecognised: "whatever comments the page may have had: none were recognised",
  },
  fr: {
    extracted:
      "ce qui, de la page enregistrée, n’a pas été tenu pour l’article ; son texte a été extrait par un programme (Readability)",
    frame: "les commentaires d’un cadre qui n’a pas été capturé",
    button: "des commentaires qui attendaient derrière un bouton quand la page a été enregistrée",
    collapsed: "des commentaires qui étaient repliés quand la page a été enregistrée",
    pages: "d’autres pages du fil, qui n’ont pas été capturées",
    pictures: "des images de ses textes qui n’ont pas été enregistrées avec la page",
    unrecognised: "les commentaires que la page pouvait avoir : aucun n’a été reconnu",
  },
};

/** In the order in which they are listed, each once. */
export function describeLeftOut(parts: readonly LeftOut[], language: string): string {
  const tongue = primarySubtag(language) === "fr" ? "fr" : "en";
  const listed = [...new Set(parts)].map((part) => WORDS[tongue][part]);
  return `${listed.join(tongue === "fr" ? " ; " : "; ")}.`;
}
