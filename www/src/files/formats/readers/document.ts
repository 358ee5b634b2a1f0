import { documentText } from "../docx.ts";
import { bytesOf, serve } from "./serve.ts";

serve(async (job) => ({ text: await documentText(bytesOf(job)) }));
