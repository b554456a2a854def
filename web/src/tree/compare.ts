import type { CheckedNode } from './check.ts';

/** Returns the key of a node. Two nodes with the same key are the same thing in two states. */
export function key(tree: CheckedNode): string {
  if (typeof tree === 'string') return '#text';
  const { name, attributes } = tree;
  return [name, ...['id', 'class', 'name', 'type'].map((attribute) => attributes.get(attribute) ?? '')].join('\n');
}

/**
 * Returns for each new node the index of the old one that it continues, or undefined. Both keep their order, so that nothing has to
 * move. Nodes that are alike at both ends are paired first, so that a new one in the middle takes no neighbour's place.
 */
export function pair(old: readonly CheckedNode[], next: readonly CheckedNode[]): (number | undefined)[] {
  const pairs = new Array<number | undefined>(next.length);
  const oldKeys = old.map(key);
  const nextKeys = next.map(key);

  let start = 0;
  while (start < old.length && start < next.length && oldKeys[start] === nextKeys[start]) {
    pairs[start] = start;
    start++;
  }
  let oldEnd = old.length;
  let nextEnd = next.length;
  while (oldEnd > start && nextEnd > start && oldKeys[oldEnd - 1] === nextKeys[nextEnd - 1]) {
    oldEnd--;
    nextEnd--;
    pairs[nextEnd] = oldEnd;
  }

  const places = new Map<string, number[]>();
  for (const [place, name] of [...oldKeys.entries()].slice(start, oldEnd).reverse()) {
    const list = places.get(name);
    if (list) list.push(place);
    else places.set(name, [place]);
  }
  let from = start;
  for (const [i, name] of [...nextKeys.entries()].slice(start, nextEnd)) {
    const list = places.get(name) ?? [];
    let place = list.pop();
    while (place !== undefined && place < from) place = list.pop();
    if (place === undefined) continue;
    pairs[i] = place;
    from = place + 1;
  }
  return pairs;
}

/** Returns whether both lists hold the same nodes, to the last attribute. */
export function areSame(some: readonly CheckedNode[], others: readonly CheckedNode[]): boolean {
  return some.length === others.length && some.every((one, i) => isSame(one, others[i]));
}

function isSame(one: CheckedNode, other: CheckedNode | undefined): boolean {
  if (typeof one === 'string' || typeof other !== 'object') return one === other;
  const { name, attributes, children } = one;
  return (
    name === other.name &&
    attributes.size === other.attributes.size &&
    [...attributes].every(([attribute, value]) => other.attributes.get(attribute) === value) &&
    areSame(children, other.children)
  );
}
