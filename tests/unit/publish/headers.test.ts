import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { describe, expect, it } from "vitest";
import { createDress } from "../../../lib/print/page/create-dress";
import { writeCaddySnippet } from "../../../lib/publish/hosts/caddy";
import { headersFor, parseHeaderRules } from "../../../lib/publish/hosts/header-rules";
import {
  ASSET_CACHE,
  contentSecurityPolicy,
  PAGE_CACHE,
  type SitePolicy,
  securityHeaders,
} from "../../../lib/publish/hosts/headers";
import { writeHeadersFile } from "../../../lib/publish/hosts/netlify-cloudflare";
import { writeNginxSnippet } from "../../../lib/publish/hosts/nginx";
import { settings } from "../share/small-archive";

const policy: SitePolicy = {
  base: "/archive/",
  scripts: ["sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="],
  styles: ["sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="],
  fetches: ["connect-src", "manifest-src"],
};

describe("the content security policy", () => {
  it.each([
    ["with a script", policy],
    ["without one", { ...policy, scripts: [] }],
  ])("%s gives csp_evaluator nothing to say", (_, given) => {
    const findings = new CspEvaluator(new CspParser(contentSecurityPolicy(given)).csp).evaluate();
    expect(findings.filter(({ severity }) => severity < Severity.INFO)).toEqual([]);
  });

  it("allows by hash only, and nothing inline, evaluated or from elsewhere", () => {
    const csp = contentSecurityPolicy(policy);
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain(`script-src '${policy.scripts[0]}';`);
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).not.toMatch(/unsafe|https?:|\*|data:/u);
  });

  it("has its hashes in one order, however they were found", () => {
    const styles = ["sha256-b", "sha256-a"];
    expect(contentSecurityPolicy({ ...policy, styles })).toContain("style-src 'sha256-a' 'sha256-b'");
  });

  it("has room in a host's line for every stylesheet and script of the site", async () => {
    const { stylesheets, scripts } = await createDress(process.cwd(), settings);
    const styles = [...stylesheets.values()].map(({ hash }) => hash);
    const hashes = [...scripts.values()].map(({ integrity }) => integrity);
    const csp = contentSecurityPolicy({ ...policy, styles, scripts: hashes });
    for (const hash of [...styles, ...hashes]) expect(csp).toContain(`'${hash}'`);
    expect(csp.length).toBeLessThan(2000 - "  Content-Security-Policy: ".length);
  });
});

describe("the headers for hosts", () => {
  it("are the same in all three forms", () => {
    const forms = [
      writeHeadersFile(policy),
      writeNginxSnippet(policy, false),
      writeCaddySnippet(policy, false),
    ];
    for (const [name, value] of securityHeaders(policy)) {
      for (const form of forms) expect(form).toMatch(new RegExp(`${name}:? "?${escapeText(value)}`, "u"));
    }
    expect(forms.map((form) => form.includes(ASSET_CACHE))).toEqual([true, true, true]);
    expect(forms.map((form) => form.includes(PAGE_CACHE))).toEqual([true, true, true]);
  });

  it("have a published capture downloaded and never opened, under the policy of everything else", () => {
    const rules = parseHeaderRules(writeHeadersFile(policy));
    const sent = headersFor(`/archive/art/${"0".repeat(64)}.capture.txt`, rules);
    expect(sent).toContainEqual(["Content-Type", "application/octet-stream"]);
    expect(sent).toContainEqual(["Content-Disposition", "attachment"]);
    expect(sent).toContainEqual(["X-Content-Type-Options", "nosniff"]);
    const [, nginx = ""] =
      /location ~ \\\.capture\\\.txt\$ \{(.*?)\n {2}\}/su.exec(writeNginxSnippet(policy, false)) ?? [];
    expect(nginx).toContain("default_type application/octet-stream;");
    for (const [name, value] of [...securityHeaders(policy), ["Content-Disposition", "attachment"] as const])
      expect(nginx).toContain(`add_header ${name} "${value}" always;`);
    expect(writeCaddySnippet(policy, false)).toContain("@capture-txt path /archive/*/*.capture.txt\n");
    expect(writeCaddySnippet(policy, false)).toContain("@capture-txt path /archive/*/*.capture.txt\n");
    expect(writeCaddySnippet(policy, false)).toContain(
      'header @capture-txt Content-Disposition "attachment"',
    );
  });

  it("ask search engines to list nothing, whatever the file, in an archive that refuses to be indexed", () => {
    const refused: SitePolicy = { ...policy, indexing: "refused" };
    expect(
      writeNginxSnippet(refused, false).match(/add_header X-Robots-Tag "noindex" always;/gu),
    ).toHaveLength(3);
    expect(writeCaddySnippet(refused, false)).toContain('X-Robots-Tag "noindex"');
    const rules = parseHeaderRules(writeHeadersFile(refused));
    for (const path of ["/archive/", "/archive/art/oembed.json", "/archive/_assets/x.0.js"])
      expect(headersFor(path, rules)).toContainEqual(["X-Robots-Tag", "noindex"]);
  });

  it.each([policy, { ...policy, indexing: "allowed" } as const])(
    "say nothing of robots elsewhere",
    (open) => {
      for (const write of [writeHeadersFile, writeNginxSnippet, writeCaddySnippet])
        expect(write(open, false)).not.toContain("X-Robots-Tag");
    },
  );

  it("in _headers keep within Cloudflare's 100 rules of 2,000 characters", () => {
    const text = writeHeadersFile(policy);
    expect(parseHeaderRules(text).length).toBeLessThan(100);
    expect(Math.max(...text.split("\n").map(({ length }) => length))).toBeLessThan(2000);
  });

  it("in _headers apply below the base path, without two rules for one header", () => {
    const rules = parseHeaderRules(writeHeadersFile(policy));
    const names = (path: string) => headersFor(path, rules).map(([name]) => name);
    expect(headersFor("/", rules)).toEqual([]);
    expect(names("/archive/art/")).toContain("Content-Security-Policy");
    expect(names("/archive/art/")).not.toContain("Cache-Control");
    expect(headersFor("/archive/_assets/reader.js", rules)).toContainEqual(["Cache-Control", ASSET_CACHE]);
    const asset = names("/archive/_assets/reader.js");
    expect(new Set(asset).size).toBe(asset.length);
  });
});

function escapeText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
}
