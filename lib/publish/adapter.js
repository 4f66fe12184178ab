import { tsImport } from "tsx/esm/api";

// Next loads its adapter with import(), which on Node 20 does not read TypeScript.
/** @returns {Promise<typeof import("./build-steps")>} */
const loadSteps = () => tsImport("./build-steps.ts", import.meta.url);

/** @type {import("next").NextAdapter} */
const adapter = {
  name: "verbatim",

  async modifyConfig(config, { phase, projectDir }) {
    if (phase === "phase-production-build") (await loadSteps()).beforeBuild(projectDir);
    return config;
  },

  async onBuildComplete({ projectDir, distDir, config }) {
    (await loadSteps()).afterBuild({ project: projectDir, nextFolder: distDir, exported: config.distDir });
  },
};

export default adapter;
