import { nameOfLanguage } from './language-name.ts';
import type { Remark } from './source/remark.ts';

/** Shows all remarks as a list, each a button that leads to its place. */
export function showRemarks(
  list: Element,
  remarks: ReadonlyMap<string, readonly Remark[]>,
  goTo: (language: string, remark: Remark) => void,
): void {
  list.replaceChildren(
    ...[...remarks].flatMap(([language, some]) =>
      some.map((remark) => {
        const item = document.createElement('li');
        item.className = remark.severity;
        const button = Object.assign(document.createElement('button'), { type: 'button' });
        const place = `${nameOfLanguage(language)} ${remark.line}:${remark.column}`;
        const where = Object.assign(document.createElement('b'), { textContent: place });
        const code = Object.assign(document.createElement('code'), { textContent: remark.code });
        button.append(where, ' ', remark.message, ' ', code);
        button.addEventListener('click', () => {
          goTo(language, remark);
        });
        item.append(button);
        return item;
      }),
    ),
  );
}

/** Returns how many remarks there are, in words. */
export function countInWords(remarks: ReadonlyMap<string, readonly Remark[]>): string {
  const count = [...remarks.values()].flat().length;
  if (count === 0) return 'Nothing odd was found.';
  return count === 1 ? 'One thing is odd.' : `${count} things are odd.`;
}

/** Shows names with numbers as the rows of a table. */
export function showRows(body: Element, rows: readonly (readonly [name: string, value: string])[]): void {
  body.replaceChildren(
    ...rows.map(([name, value]) => {
      const row = document.createElement('tr');
      const head = Object.assign(document.createElement('th'), { scope: 'row', textContent: name });
      row.append(head, Object.assign(document.createElement('td'), { textContent: value }));
      return row;
    }),
  );
}

const numbers = new Intl.NumberFormat('en');
const milliseconds = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export function inBytes(size: number): string {
  return numbers.format(size);
}

export function inMilliseconds(time: number | undefined): string {
  return time === undefined ? '–' : milliseconds.format(time);
}
