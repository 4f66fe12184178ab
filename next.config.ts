import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import type { NextConfig } from "next";

const isDevelopment = process.env.NODE_ENV === "development";

const config: NextConfig = {
  output: "export",
  // Next exports here; the adapter assembles the site from it beside `out/` and swaps it in.
  distDir: isDevelopment ? ".next" : ".next/export",
  adapterPath: createRequire(import.meta.url).resolve("./lib/publish/adapter.js"),
  trailingSlash: true,
  // A random build id would make every build's bytes differ.
  generateBuildId: () => "verbatim",
  // Next leaves one core out, which on two cores is half; each worker reads the archive for itself.
  experimental: { cpus: Math.min(availableParallelism(), 8) },
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Addresses that only `next dev` has to answer, such as a picture's, which publishing places: `route.dev.ts`.
  pageExtensions: isDevelopment ? ["dev.ts", "tsx", "ts"] : ["tsx", "ts"],
  turbopack: {
    // What `app/layout.tsx` imports in development.
    rules: { "*.md": { type: "raw" } },
    // Newer than Lightning CSS, which passes on what it does not know.
    ignoreIssue: [{ path: "**/*.css", description: /'target-current' is not recognized/ }],
  },
  // `npm run check` does it with the TypeScript that the project pins.
  typescript: { ignoreBuildErrors: true },
};

export default config;
