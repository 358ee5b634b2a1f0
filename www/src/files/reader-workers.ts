import readers from "kanyan:readers";
import { ownScript } from "../engine/own-script.ts";
import type { Answer, Job, Message, ReaderName } from "./formats/reader-jobs.ts";
import { Stop } from "./formats/results.ts";

/** The addresses of the scripts that were needed already. */
const addresses = new Map<ReaderName, Promise<string>>();

/**
 * The workers (后台) that read one batch of files, one a kind, started when needed.
 *
 * They are made from a Blob, also on the site: such a worker keeps the page's policy and can send nothing anywhere,
 * whatever a file makes of it; one with an address of its own would have none. Beside the page a reader can take its
 * time, and be ended in the middle of it.
 */
export class Workers {
  #workers = new Map<ReaderName, Worker>();

  constructor(readonly signal: AbortSignal | undefined) {}

  /** Has a reader do one job. A Stop says why there is no answer, any other error means that the user cancelled it. */
  async ask(name: ReaderName, job: Job, progress: (done: number, total: number) => void): Promise<Answer> {
    this.signal?.throwIfAborted();
    const worker = await this.#worker(name);
    const { signal } = this;
    return new Promise((done, failed) => {
      const end = (then: () => void) => {
        signal?.removeEventListener("abort", abort);
        worker.onmessage = worker.onerror = null;
        then();
      };
      const abort = () => end(() => failed(signal?.reason));
      worker.onmessage = ({ data }: MessageEvent<Message>) => {
        if ("progress" in data) progress(...data.progress);
        else if ("answer" in data) end(() => done(data.answer));
        else if ("trouble" in data) end(() => failed(new Stop(data.trouble)));
        // pdf.js says by itself that it is ready, to a page that would use it without a reader between.
      };
      worker.onerror = (event) => {
        event.preventDefault();
        this.#workers.delete(name);
        worker.terminate();
        end(() => failed(new Stop("reader")));
      };
      if (signal?.aborted) return abort();
      signal?.addEventListener("abort", abort);
      worker.postMessage(job, typeof job === "string" ? [] : [job.buffer]);
    });
  }

  /** Ends all of them, whatever they are doing. */
  end(): void {
    for (const worker of this.#workers.values()) worker.terminate();
    this.#workers.clear();
  }

  async #worker(name: ReaderName): Promise<Worker> {
    const running = this.#workers.get(name);
    if (running) return running;
    try {
      const address = await (addresses.get(name) ?? keep(name));
      const worker = new Worker(ownScript(address));
      this.#workers.set(name, worker);
      return worker;
    } catch (error) {
      console.error(error);
      throw new Stop("reader");
    }
  }
}

/** The address of a reader's script; what failed is tried again the next time. */
function keep(name: ReaderName): Promise<string> {
  const address = readers[name]().then((script) => URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  addresses.set(name, address);
  address.catch(() => addresses.delete(name));
  return address;
}
