import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";

/** Debian's Chromium; another by `CHROMIUM=/path/to/chrome`. */
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
if (!existsSync(executablePath)) throw new Error(`no browser at ${executablePath}: install Chromium or set CHROMIUM`);

/** Every test runs on both builds, as they will be used: the site from a server, the one file from disk. */
export default defineConfig({
  testDir: ".",
  outputDir: "artefacts/results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  // A computer that does much else at the same time is slow, not wrong: what never comes is told late, all else as ever.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  // A test that needs a second try is a bug report.
  retries: 0,
  workers: 2,
  reporter: [["list"]],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    launchOptions: {
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    },
  },
  // Only the site is kept for use without a network, and only it is made of modules.
  projects: [{ name: "site" }, { name: "one-file", testIgnore: "offline.spec.ts", grepInvert: /@site/ }],
});
