import cmaps from "kanyan:cmaps";
import { pdfText } from "../pdf.ts";
import { Stop } from "../results.ts";
import { bytesOf, serve } from "./serve.ts";

const bytes = (name: string) => {
  const base64 = cmaps[name];
  if (base64 === undefined) throw new Error(`no table ${name}`);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
};

serve(async (job, progress) => {
  const { text, without } = await pdfText(bytesOf(job), bytes, progress);
  if (text === "") throw new Stop("scanned");
  return { text, notes: without.length > 0 ? [{ code: "pages", pages: without }] : [] };
});
