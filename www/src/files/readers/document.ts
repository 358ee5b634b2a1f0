import { documentText } from "../document.ts";
import { bytesOf, serve } from "./serve.ts";

serve(async (job) => ({ text: await documentText(bytesOf(job)) }));
