import type { System } from "./system";
import { discourse } from "./discourse/discourse";

/** In the order in which they are asked. */
export const SYSTEMS: readonly System[] = [discourse];

/** The system whose file begins like this. */
export function recogniseSystem(head: string): System | undefined {
  return SYSTEMS.find(({ recognises }) => recognises(head));
}
