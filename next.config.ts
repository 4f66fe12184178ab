import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import type { NextConfig } from "next";

const config: NextConfig = {
  output: "export",
  // Next exports here; the adapter assembles the site from it beside `out/` and swaps it in.
  distDir: process.env.NODE_ENV === "development" ? ".next" : ".next/export",
  adapterPath: createRequire(import.meta.url).resolve("./lib/publish/adapter.js"),
  trailingSlash: true,
  // A random build id would make every build's bytes differ.
  generateBuildId: () => "verbatim",
  // Next leaves one core out, which on two cores is half; each worker reads the archive for itself.
  experimental: { cpus: Math.min(availableParallelism(), 8) },
  poweredByHeader: false,
  reactStrictMode: true,
  // Its program lies beside its module.
  serverExternalPackages: ["esbuild"],
  images: { unoptimized: true },
  // `npm run check` does it with the TypeScript that the project pins.
  typescript: { ignoreBuildErrors: true },
};

export default config;
