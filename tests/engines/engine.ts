import { describe } from "vitest";
import { extendTest } from "./fixtures";
import type { Session } from "./session";
import { describeDress } from "./specs/dress";
import { describeKeys } from "./specs/keys";
import { describeReading } from "./specs/reading";
import { describeSearch } from "./specs/search";
import { describeSharing } from "./specs/sharing";
import { describeThread } from "./specs/thread";

/**
 * What a reader must be able to do in any browser.
 *
 * @param start starts the browser; missing where the machine has none, and then everything is skipped
 */
export function describeEngine(name: string, start: (() => Promise<Session>) | undefined): void {
  const test = extendTest(start ?? (() => Promise.reject(new Error(`no ${name}`))));
  describe.skipIf(!start)(name, () => {
    describeReading(test);
    describeThread(test);
    describeSearch(test);
    describeSharing(test);
    describeKeys(test);
    describeDress(test);
  });
}
