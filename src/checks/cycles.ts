/**
 * Cycles of a graph, each as the nodes on the way around and the first one again; `next` gives the nodes a node leads to.
 * A cycle begins with a node that `mayBegin` allows, and is left out where there is none.
 */
export function findCycles(
  nodes: Iterable<string>,
  next: (node: string) => readonly string[],
  mayBegin: (node: string) => boolean,
): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of nodes) {
    const trail: { node: string; rest: string[] }[] = [];
    const depths = new Map<string, number>();
    const enter = (node: string) => depths.set(node, trail.push({ node, rest: [...next(node)] }) - 1);
    if (!done.has(start)) enter(start);
    for (let last = trail.at(-1); last; last = trail.at(-1)) {
      const node = last.rest.shift();
      if (node === undefined) {
        done.add(last.node);
        depths.delete(last.node);
        trail.pop();
      } else if (depths.has(node)) cycles.push(trail.slice(depths.get(node)).map((one) => one.node));
      else if (!done.has(node)) enter(node);
    }
  }
  return cycles.flatMap((cycle) => {
    const first = cycle.findIndex(mayBegin);
    return first < 0 ? [] : [[...cycle.slice(first), ...cycle.slice(0, first + 1)]];
  });
}
