import { adopt } from './adopt.ts';
import type { CheckedElement, CheckedNode } from './check.ts';
import { areAlike, areSame, pair } from './compare.ts';
import { partOf } from './parts.ts';

interface MountedElement {
  readonly node: HTMLElement;
  tree: CheckedElement;
  children: readonly Mounted[];
}

interface MountedText {
  readonly node: Text;
  tree: string;
}

export type Mounted = MountedElement | MountedText;

/** Is called with each element that a region makes, so that the loader holds references and never looks anything up. */
export type Created = (element: HTMLElement, tree: CheckedElement) => void;

/**
 * A part of the page that shows one tree. It compares the new tree with the old one, never with the DOM: what the reader
 * typed, opened or selected is theirs. Nothing is ever moved, since that costs a field its focus and its scroll position:
 * what stays is patched where it stands, the rest is made or removed around it. Recursion is bounded by the check's depth.
 */
export class Region {
  /** An element that a server rendered here. The first tree takes it over if it is what that tree becomes, and else replaces it. */
  declared: HTMLElement | null = null;
  readonly #end: ChildNode;
  readonly #created: Created;
  #root: MountedElement | undefined;

  /** The region stands before `end`. */
  constructor(end: ChildNode, created: Created = () => {}) {
    this.#end = end;
    this.#created = created;
  }

  get element(): HTMLElement | undefined {
    return this.#root?.node;
  }

  /** Returns the tree that an element of this region shows; undefined for any other element. */
  treeOf(element: Node | null): CheckedElement | undefined {
    let mounted = this.#root;
    while (mounted && mounted.node !== element) mounted = mounted.children.find((child) => isAround(child, element));
    return mounted?.tree;
  }

  show(tree: CheckedElement): void {
    const isThere = this.#root?.node.parentNode === this.#end.parentNode;
    if (this.#root && isThere && areAlike(this.#root.tree, tree)) {
      this.#patch(this.#root, tree);
      return;
    }
    const adopted = this.#adopt(tree);
    const root = adopted ?? this.#makeElement(tree);
    if (!adopted) this.#end.before(root.node);
    this.clear();
    this.#root = root;
  }

  clear(): void {
    for (const node of [this.declared, this.#root?.node]) node?.remove();
    this.declared = null;
    this.#root = undefined;
  }

  #adopt(tree: CheckedElement): MountedElement | undefined {
    const adopted = this.declared && adopt(this.declared, tree);
    if (!adopted || isText(adopted)) return undefined;
    this.declared = null;
    this.#tell(adopted);
    return adopted;
  }

  #tell(mounted: Mounted): void {
    if (isText(mounted)) return;
    for (const child of mounted.children) this.#tell(child);
    this.#created(mounted.node, mounted.tree);
  }

  #patch(mounted: MountedElement, tree: CheckedElement): void {
    patchAttributes(mounted.node, mounted.tree.attributes, tree.attributes);
    this.#patchChildren(mounted, tree.children);
    mounted.tree = tree;
  }

  #patchChildren(parent: MountedElement, next: readonly CheckedNode[]): void {
    if (isDisturbed(parent)) {
      if (areSame(treesOf(parent), next)) return;
      clearForeign(parent);
    }
    const kept = pair(treesOf(parent), next).map((place) => (place === undefined ? undefined : parent.children[place]));
    const stays = new Set(kept);
    for (const child of parent.children) if (!stays.has(child)) child.node.remove();

    const children: Mounted[] = [];
    let following: Node | null = null;
    for (const [i, tree] of [...next.entries()].reverse()) {
      const old = kept[i];
      const child: Mounted = old ? this.#update(old, tree) : this.#insert(tree, parent.node, following);
      children.push(child);
      following = child.node;
    }
    parent.children = children.reverse();
  }

  #update(mounted: Mounted, tree: CheckedNode): Mounted {
    // Writing the same text would still lose the reader's selection.
    if (mounted.tree === tree) return mounted;
    if (isText(mounted)) {
      mounted.node.data = mounted.tree = tree as string;
    } else {
      this.#patch(mounted, tree as CheckedElement);
    }
    return mounted;
  }

  #insert(tree: CheckedNode, parent: HTMLElement, following: Node | null): Mounted {
    const mounted = this.#make(tree);
    parent.insertBefore(mounted.node, following);
    return mounted;
  }

  #make(tree: CheckedNode): Mounted {
    return typeof tree === 'string' ? { node: document.createTextNode(tree), tree } : this.#makeElement(tree);
  }

  // An element is complete before it is inserted, so that the browser does the work of an insertion once and not for each part.
  #makeElement(tree: CheckedElement): MountedElement {
    const node = document.createElement(tree.name);
    // The part never changes, because class and name, which decide it, belong to the element's key.
    const part = partOf(tree);
    if (part !== undefined) node.setAttribute('part', part);
    for (const [name, value] of tree.attributes) node.setAttribute(name, value);
    const children = tree.children.map((child) => {
      const mounted = this.#make(child);
      node.appendChild(mounted.node);
      return mounted;
    });
    this.#created(node, tree);
    return { node, tree, children };
  }
}

function isAround(mounted: Mounted, node: Node | null): mounted is MountedElement {
  return !isText(mounted) && mounted.node.contains(node);
}

function isText(mounted: Mounted): mounted is MountedText {
  return typeof mounted.tree === 'string';
}

/** Returns whether something else, such as a translator of pages, has removed or replaced a child that we made. */
function isDisturbed({ node, children }: MountedElement): boolean {
  return children.some((child) => child.node.parentNode !== node);
}

/** Removes from the element what we did not make, and forgets the children that are gone. */
function clearForeign(parent: MountedElement): void {
  parent.children = parent.children.filter(({ node }) => node.parentNode === parent.node);
  const ours = new Set<Node>(parent.children.map(({ node }) => node));
  for (const node of [...parent.node.childNodes]) if (!ours.has(node)) node.remove();
}

function treesOf({ children }: MountedElement): CheckedNode[] {
  return children.map(({ tree }) => tree);
}

function patchAttributes(node: HTMLElement, old: ReadonlyMap<string, string>, next: ReadonlyMap<string, string>): void {
  for (const name of old.keys()) if (!next.has(name)) node.removeAttribute(name);
  for (const [name, value] of next) if (old.get(name) !== value) node.setAttribute(name, value);
}
