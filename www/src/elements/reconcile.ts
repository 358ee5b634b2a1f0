/** As much of a parent node as {@link reconcile} needs. */
export interface Parent<N> {
  insertBefore(node: N, before: N | null): void;
  removeChild(node: N): void;
}

/**
 * Brings a parent's children to the wanted order with as few moves as a single pass finds: what stays is not touched, so
 * it keeps its focus, scroll and layout. `nodes` maps keys to the present children, in their order, and is updated.
 */
export function reconcile<N>(parent: Parent<N>, nodes: Map<string, N>, wanted: readonly string[], make: (key: string, index: number) => N): void {
  const keep = new Set(wanted);
  const present: string[] = [];
  for (const [key, node] of nodes) {
    if (keep.has(key)) {
      present.push(key);
    } else {
      parent.removeChild(node);
      nodes.delete(key);
    }
  }
  const old = new Map(nodes);
  const moved = new Set<string>();
  nodes.clear();
  let at = 0;
  wanted.forEach((key, index) => {
    while (at < present.length && moved.has(present[at]!)) at++;
    const found = old.get(key);
    const node = found ?? make(key, index);
    nodes.set(key, node);
    if (found && present[at] === key) {
      at++;
    } else {
      if (found) moved.add(key);
      const before = present[at];
      parent.insertBefore(node, before === undefined ? null : old.get(before)!);
    }
  });
}

/**
 * Lets nodes keep their place when only their names have changed, as a notice's does while its title is being typed: where
 * there are as many as before, a new name takes over the node of the name that stood there and is gone.
 */
export function rename<N>(nodes: Map<string, N>, wanted: readonly string[]): void {
  if (nodes.size !== wanted.length) return;
  const keep = new Set(wanted);
  const entries = [...nodes];
  const known = new Set(nodes.keys());
  nodes.clear();
  entries.forEach(([key, node], index) => {
    const name = wanted[index]!;
    nodes.set(keep.has(key) || known.has(name) ? key : name, node);
  });
}
