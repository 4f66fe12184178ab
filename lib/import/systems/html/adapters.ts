import { discourse } from "./adapters/discourse";
import type { ThreadAdapter } from "./thread-adapter";

/** In the order of trust: the system's own markup, then what pages say to machines. */
export const ADAPTERS: readonly ThreadAdapter[] = [discourse];
