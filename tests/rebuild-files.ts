/** What a stranger needs of `thread.json` to write the files again; the names are those of its schema. */
type WrittenText = {
  readonly file: { readonly path: string; readonly head: string };
  readonly text?: string;
};
type WrittenPicture = { readonly path?: string; readonly data?: string };
type Copy = {
  readonly archive: WrittenText;
  readonly author?: WrittenText;
  readonly article: WrittenText & {
    readonly picture?: WrittenPicture;
    readonly pictures?: readonly WrittenPicture[];
  };
  readonly permalinks: string;
  readonly comments: readonly WrittenText[];
};

/** The files of `content/` that a copy holds, by path, from its JSON alone. */
export function rebuildFiles(json: string): Map<string, Buffer> {
  const { archive, author, article, comments, permalinks }: Copy = JSON.parse(json);
  const texts = [archive, ...(author ? [author] : []), article, ...comments].map(
    ({ file, text = "" }) => [file.path, Buffer.from(file.head + text)] as const,
  );
  const files = new Map(texts);
  if (permalinks !== "") files.set("permalinks.txt", Buffer.from(permalinks));
  for (const { path, data } of [article.picture ?? {}, ...(article.pictures ?? [])])
    if (path !== undefined && data !== undefined) files.set(path, Buffer.from(data, "base64"));
  return files;
}
