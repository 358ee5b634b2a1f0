/** A tape as plain objects (see `objects.rs`). */
export function objects(text: string, tape: Uint32Array): unknown;

/** The same with pauses; tells at each the share (0–1) that is read. */
export function portions(text: string, tape: Uint32Array): Generator<number, unknown, void>;
