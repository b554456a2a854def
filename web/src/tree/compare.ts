import type { CheckedElement, CheckedNode } from './check.ts';

/** The attributes that, with its name, tell which thing an element is. The others are its state. */
const identity = ['id', 'class', 'name', 'type'];

/** Returns whether two nodes are the same thing, perhaps in two states. */
export function areAlike(one: CheckedNode, other: CheckedNode): boolean {
  if (typeof one === 'string' || typeof other === 'string') return typeof one === typeof other;
  if (one.name !== other.name) return false;
  return one.attributes === other.attributes || identity.every((name) => value(one, name) === value(other, name));
}

/** Returns a text that is the same for all nodes that are alike, and for no others. */
function key(tree: CheckedNode): string {
  return typeof tree === 'string' ? '#text' : [tree.name, ...identity.map((name) => value(tree, name))].join('\n');
}

function value({ attributes }: CheckedElement, name: string): string {
  return attributes.get(name) ?? '';
}

/**
 * Returns for each new node the index of the old one that it continues, or undefined. Both keep their order, so that nothing has to
 * move. Nodes that are alike at both ends are paired first, so that a new one in the middle takes no neighbour's place.
 */
export function pair(old: readonly CheckedNode[], next: readonly CheckedNode[]): (number | undefined)[] {
  const pairs = new Array<number | undefined>(next.length);
  const alike = (place: number, i: number): boolean => {
    const [one, other] = [old[place], next[i]];
    return one !== undefined && other !== undefined && areAlike(one, other);
  };

  let start = 0;
  while (alike(start, start)) {
    pairs[start] = start;
    start++;
  }
  let oldEnd = old.length;
  let nextEnd = next.length;
  while (oldEnd > start && nextEnd > start && alike(oldEnd - 1, nextEnd - 1)) {
    oldEnd--;
    nextEnd--;
    pairs[nextEnd] = oldEnd;
  }

  const places = new Map<string, number[]>();
  for (let place = oldEnd - 1; place >= start; place--) {
    const name = key(old[place] ?? '');
    const list = places.get(name);
    if (list) list.push(place);
    else places.set(name, [place]);
  }
  let from = start;
  for (let i = start; i < nextEnd && from < oldEnd; i++) {
    const list = places.get(key(next[i] ?? '')) ?? [];
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
