import type { Plugin } from "vite";
import { withPolicy } from "./policy.ts";

/** The site (`dist/index.html` and its files): only the policy is added. */
export function site(): Plugin {
  return {
    name: "kanyan:site",
    apply: "build",
    transformIndexHtml: { order: "post", handler: withPolicy },
  };
}

/**
 * The one file (`dist/kanyan.html`) that opens from disk by a double click: from `file://` browsers refuse module scripts
 * and linked files, so the script is classic and stands in the page, the styles too.
 */
export function oneFile(): Plugin {
  return {
    name: "kanyan:one-file",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") return this.error("no page was built");
      let html = String(page.source);
      for (const [name, item] of Object.entries(bundle)) {
        if (item === page) continue;
        const tag = item.type === "chunk" ? script(name) : link(name);
        if (!tag.test(html)) this.error(`${name} is not in the page`);
        html = html.replace(tag, "");
        // At the end of the body, where the classic script finds the page complete.
        if (item.type === "chunk") html = html.replace("</body>", () => `<script>${harmless(item.code)}</script>\n  </body>`);
        else html = html.replace("</head>", () => `<style>${String(item.source).trim()}</style>\n  </head>`);
        delete bundle[name];
      }
      delete bundle["index.html"];
      this.emitFile({ type: "asset", fileName: "kanyan.html", source: withPolicy(html) });
    },
  };
}

const script = (name: string) => new RegExp(`\\s*<script type="module"[^>]*src="[^"]*${literally(name)}"></script>`);
const link = (name: string) => new RegExp(`\\s*<link rel="stylesheet"[^>]*href="[^"]*${literally(name)}">`);
const literally = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Code that cannot end the element it stands in. A line end written as CR would change the hash: there must be none. */
function harmless(code: string): string {
  return code.trim().replace(/\r\n?/g, "\n").replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
}
