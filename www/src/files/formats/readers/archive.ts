import { archiveFiles } from "../zip.ts";
import { bytesOf, serve } from "./serve.ts";

serve(async (job, progress) => ({ files: archiveFiles(bytesOf(job), progress) }));
