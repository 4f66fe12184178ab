/**
 * Runs one command of the command line. With `--help` it says how it is used; what is thrown is a line, or more, for
 * whoever called it, and the exit status is then 1.
 *
 * @param usage the call on its first line, then what the command does
 * @param run gets the words behind the command's name and gives its exit status
 */
export async function runCommand(
  usage: string,
  run: (words: string[]) => number | Promise<number>,
): Promise<void> {
  const words = process.argv.slice(2);
  try {
    if (words.includes("--help")) console.log(usage);
    else process.exitCode = await run(words);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
