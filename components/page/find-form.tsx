import type { Words } from "../../lib/text/interface/words";

/**
 * Asks for an original address. Hidden until `public/find.js` shows it: without script it could do nothing, and the
 * policy of the site lets no form be sent. Not validated by the browser, which would ask for a scheme.
 *
 * @param shards how many files the index has
 */
export function FindForm({ words: { find }, shards }: { words: Words; shards: number }) {
  const answers = {
    "data-invalid": find.invalid,
    "data-unknown": find.unknown,
    "data-unread": find.unread,
  };
  return (
    <form hidden noValidate data-shards={shards} {...answers}>
      <label htmlFor="address">{find.label}</label>
      <input id="address" type="url" autoComplete="off" />
      <button type="submit">{find.button}</button>
      <p role="status" />
    </form>
  );
}
