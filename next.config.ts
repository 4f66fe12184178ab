import { availableParallelism } from "node:os";
import type { NextConfig } from "next";
import { PHASE_PRODUCTION_BUILD } from "next/constants";

const isDevelopment = process.env.NODE_ENV === "development";

/**
 * Next develops the pages and proves them: `npm run build` prints the site and holds it against what Next exports. Called
 * by itself Next would export a site without its policy, its style and its seal, and put it nowhere.
 */
export default function configure(phase: string): NextConfig {
  // `next typegen` has the same phase, and makes no site.
  const isBuild = phase === PHASE_PRODUCTION_BUILD && process.argv.includes("build");
  if (isBuild && !process.env.ARCHIVE_PROOF_PLAN)
    throw new Error("next build makes no site by itself; call npm run build");
  return {
    output: "export",
    // Where the proof looks for the exported pages.
    distDir: isDevelopment ? ".next" : ".next/export",
    trailingSlash: true,
    // A random build id would make every export's bytes differ.
    generateBuildId: () => "verbatim",
    // Next leaves one core out, which on two cores is half; each worker reads the archive for itself.
    experimental: { cpus: Math.min(availableParallelism(), 8) },
    poweredByHeader: false,
    reactStrictMode: true,
    // Its program lies beside its module.
    serverExternalPackages: ["esbuild"],
    images: { unoptimized: true },
    pageExtensions: ["tsx", "ts"],
    turbopack: {
      // What `app/layout.tsx` imports in development.
      rules: { "*.md": { type: "raw" } },
      // Newer than Lightning CSS, which passes on what it does not know.
      ignoreIssue: [{ path: "**/*.css", description: /'target-current' is not recognized/ }],
    },
    // `npm run check` does it with the TypeScript that the project pins.
    typescript: { ignoreBuildErrors: true },
  };
}
