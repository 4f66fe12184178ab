import { expect, it } from "vitest";
import { writePolicy } from "../../../lib/print/page/policy";

it("a page's policy allows nothing but what it is given, each hash once and in one order", () => {
  const none = writePolicy({ scripts: [], styles: [], fetches: [] });
  expect(none).toBe(
    "default-src 'none'; script-src 'none'; style-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'",
  );
  const styles = ["sha256-b", "sha256-a", "sha256-b"];
  const some = writePolicy({ scripts: ["sha256-c"], styles, fetches: ["connect-src"] });
  expect(some).toContain("script-src 'sha256-c'; style-src 'sha256-a' 'sha256-b'; ");
  expect(some).toContain("; connect-src 'self'; ");
});
