import type { Plugin } from "vite";

const TAGS_ONLY_IN_SHADOW = "!root.head && root.adoptedStyleSheets";

/**
 * CodeMirror's styles as an adopted style sheet.
 *
 * The library writes its rules into a `<style>` element, which a policy can only allow by `'unsafe-inline'` or by a nonce
 * that a static page cannot keep fresh. Inside a shadow root it adopts a constructed sheet instead, which no policy needs
 * to allow; every browser of our floor can do that for the document too. So its question "am I in a shadow root?" is
 * taken out.
 */
export function adoptedStyles(): Plugin {
  return {
    name: "kanyan:adopted-styles",
    transform(code, id) {
      if (!/\/style-mod\/src\/style-mod\.js$/.test(id)) return null;
      if (!code.includes(TAGS_ONLY_IN_SHADOW)) this.error("style-mod has changed: see build/styles.ts");
      return { code: code.replace(TAGS_ONLY_IN_SHADOW, "root.adoptedStyleSheets"), map: null };
    },
  };
}
