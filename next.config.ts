import { createRequire } from "node:module";
import type { NextConfig } from "next";

const config: NextConfig = {
  output: "export",
  // Next exports here; the adapter assembles the site from it beside `out/` and swaps it in.
  distDir: process.env.NODE_ENV === "development" ? ".next" : ".next/export",
  adapterPath: createRequire(import.meta.url).resolve("./lib/publish/adapter.js"),
  trailingSlash: true,
  // A random build id would make every build's bytes differ.
  generateBuildId: () => "verbatim",
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm run check` does it with the TypeScript that the project pins.
  typescript: { ignoreBuildErrors: true },
};

export default config;
