import type { Answer, Job, Message } from "../reader-jobs.ts";
import { Stop } from "../results.ts";

/** A reader's worker (后台): answers one job after the other. Whatever a reader throws means that the file is broken. */
export function serve(work: (job: Job, progress: (done: number, total: number) => void) => Promise<Answer>): void {
  const say = (message: Message, transfer: Transferable[] = []) => (postMessage as (message: Message, transfer: Transferable[]) => void)(message, transfer);
  addEventListener("message", async ({ data }: MessageEvent<Job>) => {
    try {
      const answer = await work(data, (done, total) => say({ progress: [done, total] }));
      say({ answer }, (answer.files ?? []).map(({ bytes }) => bytes.buffer));
    } catch (error) {
      say({ trouble: error instanceof Stop ? error.trouble : "broken" });
    }
  });
}

/** The bytes of a job that is no text. */
export function bytesOf(job: Job): Uint8Array<ArrayBuffer> {
  if (typeof job === "string") throw new TypeError("this reader takes bytes");
  return job;
}
