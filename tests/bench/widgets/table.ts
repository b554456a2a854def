import { estimate } from '../embed/interval.ts';

/** Samples of each quantity of each contestant, in the order in which they first come. */
export class Samples {
  readonly #rows = new Map<string, Map<string, number[]>>();

  add(contestant: string, quantities: Readonly<Record<string, number>>): void {
    const row = this.#rows.get(contestant) ?? new Map<string, number[]>();
    this.#rows.set(contestant, row);
    for (const [name, value] of Object.entries(quantities)) row.set(name, [...(row.get(name) ?? []), value]);
  }

  /** Prints the medians as a Markdown table. */
  print(title: string): void {
    const names = [...new Set([...this.#rows.values()].flatMap((row) => [...row.keys()]))];
    console.log(`\n${title}\n\n| | ${names.join(' | ')} |\n| --- |${' --: |'.repeat(names.length)}`);
    for (const [contestant, row] of this.#rows)
      console.log(`| ${[contestant, ...names.map((name) => shown(row.get(name)))].join(' | ')} |`);
  }
}

function shown(samples: readonly number[] = []): string {
  if (samples.length === 0) return '';
  const { median } = estimate(samples);
  return median.toLocaleString('en', { maximumFractionDigits: Math.abs(median) < 10 ? 2 : 0 });
}
