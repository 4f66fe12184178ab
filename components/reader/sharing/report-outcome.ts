/**
 * Says at its place what became of an action: that it is done, or what is left to do by hand where the browser does not let
 * us. An action that its reader cancelled (Web Share API, AbortError) has no outcome, and nothing is said of it.
 */
export async function reportOutcome(
  act: () => Promise<void>,
  answer: HTMLOutputElement,
  done: string,
  byHand: string,
): Promise<void> {
  try {
    await act();
    answer.value = done;
  } catch (error) {
    const isCancelled = error instanceof Error && error.name === "AbortError";
    if (!isCancelled) answer.value = byHand;
  }
}
