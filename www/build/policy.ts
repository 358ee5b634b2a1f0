import { createHash } from "node:crypto";

/**
 * The page's content security policy (内容安全策略), made from the page as it stands: nothing but the scripts and styles
 * that are in it, WebAssembly, the readers' workers, and the icon. No `connect-src`, no `form-action`: nothing can be sent anywhere.
 */
export function policy(html: string): string {
  const elements = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
  // Data is never run: no policy has to allow it.
  const scripts = elements.filter(([, attributes = ""]) => !/\btype="text\/plain"/.test(attributes));
  const styles = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)];
  const linked = /<link\b[^>]*rel="stylesheet"/.test(html);
  if (scripts.length === 0 || (styles.length === 0 && !linked)) throw new Error("the page has no script or no styles");
  const scriptSources = scripts.map(([, attributes = "", code = ""]) => (/\bsrc=/.test(attributes) ? "'self'" : hash(code)));
  const styleSources = [...(linked ? ["'self'"] : []), ...styles.map(([, code = ""]) => hash(code))];
  // A site that can be kept for use without a network (offline.ts): its worker, its manifest, the manifest's icons.
  const kept = /<link\b[^>]*rel="manifest"/.test(html);
  return [
    "default-src 'none'",
    `script-src ${[...new Set(scriptSources), "'wasm-unsafe-eval'"].join(" ")}`,
    `style-src ${[...new Set(styleSources)].join(" ")}`,
    `img-src data:${kept ? " 'self'" : ""}`,
    ...(kept ? ["manifest-src 'self'"] : []),
    // Large texts are checked in a worker, whose script is made of what is in the page; it inherits this policy.
    `worker-src blob:${kept ? " 'self'" : ""}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // Only for the addresses of these scripts (src/engine/own-script.ts, src/shell/update.ts).
    `trusted-types kanyan${kept ? " kanyan-offline" : ""}`,
  ].join("; ");
}

/** Puts the policy in as early as it can stand: right after the encoding. */
export function withPolicy(html: string): string {
  const [charset] = /<meta charset="utf-8">/.exec(html) ?? [];
  if (charset === undefined) throw new Error("index.html names no encoding");
  return html.replace(charset, () => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy(html)}">`);
}

function hash(code: string): string {
  return `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
}
