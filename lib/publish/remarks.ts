import type { ArticleRemarks } from "../print/store/record";

/** What a keeper should know of the articles' texts and pictures, a line each. */
export function describeRemarks(remarks: readonly ArticleRemarks[]): string[] {
  const linked = remarks.reduce((sum, { linkedPictures }) => sum + linkedPictures, 0);
  return [
    ...remarks
      .flatMap(({ plainTexts }) => plainTexts)
      .map((text) => `${text}: beyond a limit, shown as plain text`),
    ...remarks
      .flatMap(({ unshownPictures }) => unshownPictures)
      .map((picture) => `${picture}: published, but no text shows it`),
    ...countLinked(linked),
  ];
}

function countLinked(count: number): string[] {
  if (count === 0) return [];
  const are =
    count === 1
      ? "picture in a text is a link to another site"
      : "pictures in texts are links to other sites";
  return [`${count} ${are}: save each beside its article.md and name it there to keep it`];
}
