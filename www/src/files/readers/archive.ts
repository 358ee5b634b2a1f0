import { archiveFiles } from "../archive.ts";
import { bytesOf, serve } from "./serve.ts";

serve(async (job, progress) => ({ files: archiveFiles(bytesOf(job), progress) }));
