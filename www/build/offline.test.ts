import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { asData, icons } from "./icon.ts";
import { listed } from "./offline.ts";
import { policy } from "./policy.ts";

test("all that was built is on the list, with its hash, and neither the worker nor kanyan.html", () => {
  const folder = mkdtempSync(join(tmpdir(), "kanyan-"));
  const files: Record<string, string> = { "index.html": "page", "assets/a.js": "a()", "manifest.json": "{}", "sw.js": "old()", "kanyan.html": "alone" };
  try {
    mkdirSync(join(folder, "assets"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const hash = (name: string) => `sha256-${createHash("sha256").update(files[name]!).digest("base64")}`;
    expect(listed(folder)).toEqual({ "./": hash("index.html"), "assets/a.js": hash("assets/a.js"), "manifest.json": hash("manifest.json") });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("only a page with a manifest may have a service worker, and only of its own host", () => {
  const page = '<style>a{}</style><script type="module" src="a.js"></script>';
  const kept = policy(`<link rel="manifest" href="./manifest.json">${page}`);
  expect(kept).toMatch(/worker-src blob: 'self';/);
  expect(kept).toMatch(/manifest-src 'self';/);
  expect(kept).toMatch(/img-src data: 'self';/);
  expect(kept).toMatch(/trusted-types kanyan kanyan-offline$/);
  expect(kept).not.toMatch(/connect-src|https?:|\*/);
  const alone = policy("<style>a{}</style><script>a()</script>");
  expect(alone).not.toMatch(/'self'|manifest|offline/);
});

test("the icons are as large as they say", () => {
  const sizes = icons()
    .filter(({ type }) => type === "image/png")
    .map(({ content, sizes }) => {
      // A PNG begins with eight bytes of its own, then the header: length, name, width, height.
      const bytes = Buffer.from(content as Uint8Array);
      expect(bytes.subarray(1, 4).toString()).toBe("PNG");
      return [sizes, `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`];
    });
  expect(sizes).toEqual([
    ["192x192", "192x192"],
    ["512x512", "512x512"],
    ["512x512", "512x512"],
  ]);
});

test("a drawing as an address that can stand in an attribute", () => {
  const svg = '<svg fill="#1f5f8b">50%</svg>';
  expect(asData(svg)).toBe("data:image/svg+xml,%3Csvg fill='%231f5f8b'%3E50%25%3C/svg%3E");
});
