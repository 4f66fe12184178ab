import { posix } from "node:path";
import { digestOf, integrityOf } from "../bytes";

/** Files here have their content's hash in their name, so a browser may keep them for ever. */
export const ASSETS = "_assets";

/** A file whose name changes with its content. */
export type HashedFile = {
  /** Its path in the site: `_assets/reader.fr.0123456789abcdef.js`. */
  readonly path: string;
  readonly content: Uint8Array;
  /** `sha256-…`, as `integrity` and CSP write it. */
  readonly integrity: string;
};

export function assetOf(name: string, content: Uint8Array): HashedFile {
  const { name: stem, ext } = posix.parse(name);
  const path = `${ASSETS}/${stem}.${digestOf(content).slice(0, 10)}${ext}`;
  return { path, content, integrity: integrityOf(content) };
}
