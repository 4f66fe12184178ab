import { test as base } from "vitest";
import { drivePage } from "./page";
import { serveSites } from "./served";
import type { Session } from "./session";

/** Vitest's `test` with the sites and a page, whose window and memory are new for each test. */
export type EngineTest = ReturnType<typeof extendTest>;

/** One browser and one server of each site for all tests of a file. */
export function extendTest(start: () => Promise<Session>) {
  return (
    base
      // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's needs from this pattern.
      .extend("served", { scope: "file" }, async ({}, { onCleanup }) => {
        const served = await serveSites();
        onCleanup(served.close);
        return served;
      })
      // biome-ignore lint/correctness/noEmptyPattern: as above
      .extend("session", { scope: "file" }, async ({}, { onCleanup }) => {
        const session = await start();
        onCleanup(session.close);
        return session;
      })
      .extend("page", async ({ session, served }, { onCleanup }) => {
        const page = drivePage(session);
        await page.resize(1280, 900);
        onCleanup(async () => {
          await page.ask(() => localStorage.clear());
          await page.open(served.elsewhere);
        });
        return page;
      })
  );
}
