/** What the script says. In the English script the English words take the place of these: `lib/share/reader/bundle.ts`. */
export * from "../../lib/text/interface/search/french";
