/**
 * Words of grammar that stand in nearly every text of French or English and tell none from another. Each is written with
 * its accents: `thé` is a word to search for, `the` is none. A word that means a thing in the other language, such as
 * `car`, `or`, `but` and `son`, is not among them.
 */
const FRENCH = `à au aux avec ce ces cet cette ceux comme dans de des du elle elles en est et eu il ils je la le les leur leurs lui
ma mes mon ne nos notre nous on ont ou où par pas pour qu que quel quelle qui sa se ses si sont sur ta te tes toi tu
un une vos votre vous y été être ai as avait avez avons`;
const ENGLISH = `an and are at be been by did do does for from had has have he her him his how i if in is it its me my no not of
our she so than that the their them then there these they this those to us was we were what when which who will with
would you your`;

const COMMON: ReadonlySet<string> = new Set(`${FRENCH} ${ENGLISH}`.split(/\s+/u));

/** @param word as `findWords` gives it */
export function isCommon(word: string): boolean {
  return /^[a-z]$/u.test(word) || COMMON.has(word);
}
