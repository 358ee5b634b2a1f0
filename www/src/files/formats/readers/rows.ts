import { csvTable, workbookTable } from "../tables.ts";
import { serve } from "./serve.ts";

serve(async (job) => {
  const { text, digitsLost } = typeof job === "string" ? csvTable(job) : await workbookTable(job);
  return { text, notes: digitsLost ? [{ code: "digits" }] : [] };
});
