import type { Messages } from '../language/messages.ts';
import type { CheckedElement } from '../tree/check.ts';

type Kind = 'pre' | 'table';

/** The boxes of the whole page that scroll now, each with its number among its kind, so that no two have the same name. */
const numbers = { pre: new Map<HTMLElement, number>(), table: new Map<HTMLElement, number>() };

/**
 * Makes code and tables that are wider than their column, and scroll, usable without a pointer. Such a reader scrolls what has the
 * focus (WCAG 2.1.1), and not every browser lets such a box have it. So a box can be focused and has a name while it overflows.
 * A table stays a table to a screen reader; code becomes a region. No tree may have `tabindex`, so it is set here.
 */
export class Scrollers {
  readonly #boxes = new Set<HTMLElement>();
  readonly #observer = new ResizeObserver((entries) => {
    for (const { target } of entries) this.#update(target as HTMLElement);
  });
  #words: Messages | undefined;

  /** Notes an element that was made for a tree. */
  readonly note = (element: HTMLElement, { name }: CheckedElement): void => {
    if (name === 'pre' || name === 'table') this.#observer.observe(element);
  };

  /** Names the boxes in these words from now on. */
  setWords(words: Messages): void {
    if (words === this.#words) return;
    this.#words = words;
    for (const box of this.#boxes) this.#name(box);
  }

  #update(box: HTMLElement): void {
    const scrolls = box.scrollWidth > box.clientWidth;
    if (scrolls === this.#boxes.has(box)) return;
    if (scrolls) this.#open(box);
    else this.#close(box);
  }

  #open(box: HTMLElement): void {
    this.#boxes.add(box);
    numbers[kindOf(box)].set(box, lowestFreeNumber(numbers[kindOf(box)]));
    box.tabIndex = 0;
    if (kindOf(box) === 'pre') box.setAttribute('role', 'region');
    this.#name(box);
  }

  #close(box: HTMLElement): void {
    this.#boxes.delete(box);
    numbers[kindOf(box)].delete(box);
    for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
  }

  #name(box: HTMLElement): void {
    if (!this.#words || box.querySelector(':scope > caption')) return;
    const { code, table } = this.#words;
    const word = kindOf(box) === 'pre' ? code : table;
    const number = numbers[kindOf(box)].get(box) ?? 1;
    box.setAttribute('aria-label', number === 1 ? word : `${word} ${number}`);
  }
}

function kindOf(box: HTMLElement): Kind {
  return box instanceof HTMLTableElement ? 'table' : 'pre';
}

function lowestFreeNumber(taken: Map<HTMLElement, number>): number {
  const numbers = new Set(taken.values());
  let number = 1;
  while (numbers.has(number)) number++;
  return number;
}
