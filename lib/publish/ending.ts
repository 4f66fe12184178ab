/** Milliseconds; asking for the parent costs microseconds. */
const ASKED_EVERY = 250;

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Asked at once: it may be gone before anybody waits for its end. */
const parent = process.ppid;

/**
 * Calls a function once, when the process is told to end: by a signal, or because npm, or the shell in which npm had
 * started it, is gone. Neither passes on every signal; what they ran would go on alone, and hold its port.
 *
 * @param end ends what keeps the process running; the process ends when nothing does
 * @returns a function that stops waiting for it
 */
export function whenEnded(end: () => void): () => void {
  // Started otherwise than by npm, it may be meant to outlive its parent.
  const isWatched = process.env.npm_lifecycle_event !== undefined;
  const watch = setInterval(() => isWatched && process.ppid !== parent && endOnce(), ASKED_EVERY).unref();
  const stopWaiting = () => {
    clearInterval(watch);
    for (const signal of SIGNALS) process.off(signal, endOnce);
  };
  const endOnce = () => {
    stopWaiting();
    end();
  };
  for (const signal of SIGNALS) process.on(signal, endOnce);
  return stopWaiting;
}
