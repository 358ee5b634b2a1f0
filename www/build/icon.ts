import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import type { Plugin } from "vite";

/** The picture that all icons are made from. */
const SOURCE = new URL("../icon.svg", import.meta.url);

/** A file of the site, and what the manifest says of it. */
export interface Icon {
  src: string;
  sizes: string;
  type: string;
  purpose: "any" | "maskable";
  content: string | Uint8Array;
}

/** The page's own icon (图标), in the page itself: nothing to fetch, from disk or from a site. */
export function icon(): Plugin {
  return {
    name: "kanyan:icon",
    transformIndexHtml: (html) => html.replace("</title>", () => `</title>\n    <link rel="icon" href="${asData(picture())}">`),
  };
}

/** What an installed page is shown by: the drawing, and pictures of it for systems that want points. */
export function icons(): Icon[] {
  const points = (size: number, svg = picture()) => new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng();
  const png = { type: "image/png", purpose: "any" } as const;
  return [
    { src: "icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any", content: picture() },
    { src: "icon-192.png", sizes: "192x192", ...png, content: points(192) },
    { src: "icon-512.png", sizes: "512x512", ...png, content: points(512) },
    // The system cuts its own shape out of this one: no corners of ours.
    { src: "icon-whole.png", sizes: "512x512", type: "image/png", purpose: "maskable", content: points(512, picture().replace(' rx="3"', "")) },
  ];
}

function picture(): string {
  return readFileSync(SOURCE, "utf8").trim();
}

/** An address that holds the drawing itself, for an attribute in double quotes. */
export function asData(svg: string): string {
  return `data:image/svg+xml,${svg.replace(/"/g, "'").replace(/[#<>%]/g, encodeURIComponent)}`;
}
