import { test as base } from "@playwright/test";
import { attacks, firstContent, longThread, serveBuilt, situations } from "../sites";

type Served = {
  readonly first: string;
  readonly situations: string;
  readonly long: string;
  readonly attacks: string;
};

/** Playwright's `test` with the sites served under their production headers, once for each worker. */
export const test = base.extend<object, { served: Served }>({
  served: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const running = await Promise.all([firstContent, situations, longThread, attacks].map(serveBuilt));
      const [first = "", second = "", long = "", fourth = ""] = running.map(({ address }) => address);
      await use({ first, situations: second, long, attacks: fourth });
      await Promise.all(running.map(({ close }) => close()));
    },
    { scope: "worker" },
  ],
});

export { expect } from "@playwright/test";
