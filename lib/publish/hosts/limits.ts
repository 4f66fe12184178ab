/** What a host publishes of its limits, as of 2026. Bytes are counted before compression. */
type HostLimit = {
  readonly host: string;
  readonly files?: number;
  readonly fileBytes?: number;
  readonly siteBytes?: number;
};

const MEBIBYTE = 1024 ** 2;

/**
 * https://developers.cloudflare.com/pages/platform/limits/,
 * https://docs.netlify.com/build/configure-builds/overview/ (a deployment's folder may hold 54,000 files),
 * https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
 */
const LIMITS: readonly HostLimit[] = [
  { host: "Cloudflare Pages, free", files: 20_000, fileBytes: 25 * MEBIBYTE },
  { host: "Cloudflare Pages, paid", files: 100_000 },
  { host: "Netlify, for the files of one folder", files: 54_000 },
  { host: "GitHub Pages", fileBytes: 100 * MEBIBYTE, siteBytes: 1024 * MEBIBYTE },
];

/** From this share of a limit on its host is named. */
const NEAR = 0.9;

/** A line for each published limit of a host that a site has crossed, or is about to. */
export function warnOfLimits(files: readonly { readonly size: number }[]): string[] {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const largest = files.reduce((size, file) => Math.max(size, file.size), 0);
  return LIMITS.flatMap((limit) => [
    ...warn(limit.host, "files", files.length, limit.files),
    ...warn(limit.host, "bytes in the largest file", largest, limit.fileBytes),
    ...warn(limit.host, "bytes", bytes, limit.siteBytes),
  ]);
}

function warn(host: string, what: string, found: number, limit: number | undefined): string[] {
  if (limit === undefined || found < limit * NEAR) return [];
  const relation = found > limit ? "more than" : "near";
  return [`${count(found)} ${what}: ${relation} the ${count(limit)} of ${host}`];
}

function count(number: number): string {
  return number.toLocaleString("en");
}
