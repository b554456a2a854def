import type { Medians } from './samples.ts';

/** Describes a median in relation to the others of its column. */
export type Relation = (median: number, all: readonly number[]) => string;

export const ratios: Relation = (median, [first = NaN]) => `× ${(median / first).toFixed(2)}`;
export const shares: Relation = (median, all) =>
  `${((median / all.reduce((sum, other) => sum + other, 0)) * 100).toFixed(0)} %`;

/** Prints a Markdown table with a row for each contender, and two columns for each article: median and relation. */
export function printTable(title: string, columns: ReadonlyMap<string, Medians>, relation: Relation): void {
  const names = Object.keys([...columns.values()][0] ?? {});
  const rows = names.map((name) => [
    name,
    ...[...columns.values()].flatMap((medians) => {
      const median = medians[name] ?? NaN;
      return [median.toFixed(median < 1 ? 3 : 1), relation(median, Object.values(medians))];
    }),
  ]);
  const heads = ['', ...[...columns.keys()].flatMap((name) => [`${name}, ms`, ''])];
  const widths = heads.map((head, i) => Math.max(4, head.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  console.log(`\n${title}\n\n${[heads, rule, ...rows].map(line).join('\n')}`);
}
