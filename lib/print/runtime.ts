import nextEnv from "@next/env";

/**
 * Makes the process one that prints: before React is loaded, which reads the environment once and else renders slower and
 * warns. Settings are read from `.env` files as Next reads them.
 *
 * @param project the folder of `package.json`, absolute
 */
export function prepareRuntime(project: string): void {
  Object.assign(process.env, { NODE_ENV: "production" });
  nextEnv.loadEnvConfig(project, false, { info: () => undefined, error: console.error });
}
