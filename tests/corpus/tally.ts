import { type Tree } from '../support/document.ts';

/** A text as it is rendered in each mode of raw HTML. */
export interface Renderings {
  readonly escaped: Tree;
  readonly dropped: Tree;
  readonly sanitized: Tree;
}

/** Counts, by element, the raw start tags of texts and how many became elements. */
export class Tally {
  readonly #raw = new Map<string, number>();
  readonly #kept = new Map<string, number>();

  add({ escaped, dropped, sanitized }: Renderings): void {
    // Anything outside of code that looks like a tag is one if raw HTML is shown as text.
    for (const [, name = ''] of textOutsideCode(escaped).matchAll(/<([a-z][a-z0-9-]*)[^<>]*>/gi))
      count(this.#raw, name.toLowerCase(), 1);
    for (const name of elementsOf(sanitized)) count(this.#kept, name, 1);
    // Elements that Markdown itself makes do not count as raw HTML.
    for (const name of elementsOf(dropped)) count(this.#kept, name, -1);
  }

  table(): string {
    const rows = [...this.#raw].sort(([, a], [, b]) => b - a);
    const line = (name: string, raw: number | string, kept: number | string, lost: number | string): string =>
      name.padEnd(14) + [raw, kept, lost].map((cell) => String(cell).padStart(9)).join('');
    return [
      line('element', 'tags', 'kept', 'dropped'),
      ...rows.map(([name, raw]) => {
        const kept = Math.min(raw, Math.max(0, this.#kept.get(name) ?? 0));
        return line(name, raw, kept, raw - kept);
      }),
    ].join('\n');
  }
}

function count(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

function textOutsideCode(tree: Tree): string {
  return tree
    .slice(1)
    .map((child) => {
      if (typeof child === 'string') return child;
      return Array.isArray(child) && child[0] !== 'code' && child[0] !== 'pre' ? textOutsideCode(child) : ' ';
    })
    .join('');
}

function* elementsOf(tree: Tree): Generator<string> {
  yield tree[0];
  for (const child of tree) if (Array.isArray(child)) yield* elementsOf(child);
}
