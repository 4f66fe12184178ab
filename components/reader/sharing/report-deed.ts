/**
 * Says at its place what became of a deed: that it is done, or what is left to do by hand where the browser does not let
 * us. A deed that its reader cancelled (Web Share API, AbortError) is none, and nothing is said of it.
 */
export async function reportDeed(
  deed: () => Promise<void>,
  answer: HTMLOutputElement,
  done: string,
  byHand: string,
): Promise<void> {
  try {
    await deed();
    answer.value = done;
  } catch (error) {
    const isCancelled = error instanceof Error && error.name === "AbortError";
    if (!isCancelled) answer.value = byHand;
  }
}
