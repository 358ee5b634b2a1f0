/** The page is kept from other work for at most this long (in ms) at a time. */
const TURN = 8;

const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

/**
 * Long work in short turns (分段): awaited now and then, it lets the page do other work when that has waited long
 * enough, and says whether it did.
 */
export function pacer(): () => Promise<boolean> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN) return false;
    // Not a timer: those of a page in the background run once a second.
    await new Promise<void>((go) => {
      waiting.push(go);
      port2.postMessage(undefined);
    });
    since = performance.now();
    return true;
  };
}
