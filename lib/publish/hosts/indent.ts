/** Lines as the block of a snippet that they stand in. */
export function indent(width: number, lines: readonly string[]): string {
  return lines.map((line) => " ".repeat(width) + line).join("\n");
}
