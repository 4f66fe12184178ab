import { primarySubtag } from "../../../text/writing/language-tag";
import type { HiddenReason } from "../../model";

/** Why a place is empty, in words for its readers: of the thread's language where the interface speaks it. */
const WORDS: Readonly<Record<"fr" | "en", Readonly<Record<HiddenReason, string>>>> = {
  en: {
    "deleted by its author": "Deleted by its author at the source.",
    deleted: "Deleted at the source.",
    hidden: "Hidden by the moderation of the source.",
    spam: "Taken for spam by the source.",
    empty: "The source shows no text.",
    "not in this export": "The text is not in what was imported.",
  },
  fr: {
    "deleted by its author": "Supprimé par son auteur à la source.",
    deleted: "Supprimé à la source.",
    hidden: "Masqué par la modération de la source.",
    spam: "Tenu pour du pourriel par la source.",
    empty: "La source ne montre aucun texte.",
    "not in this export": "Le texte n’est pas dans ce qui a été importé.",
  },
};

export function describeHidden(reason: HiddenReason, language: string): string {
  return WORDS[primarySubtag(language) === "fr" ? "fr" : "en"][reason];
}
