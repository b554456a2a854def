// Measures how long the core takes for texts that are made to be slow: ./dev bench pathological. Ten times the text
// should take about ten times as long; times that grow more than twice as fast are marked.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wasmAnswer } from '../support/core.ts';

/** Returns a text of about `size` bytes. */
type Make = (size: number) => string;

function repeated(unit: string, before = '', after = ''): Make {
  return (size) => before + unit.repeat(Math.floor(size / unit.length)) + after;
}

function both(left: string, middle: string, right: string): Make {
  return (size) => {
    const count = Math.floor(size / (left.length + right.length));
    return left.repeat(count) + middle + right.repeat(count);
  };
}

function numbered(unit: (number: number) => string, after: Make = () => ''): Make {
  return (size) => {
    const parts: string[] = [];
    for (let length = 0, i = 0; length < size; i++) {
      const part = unit(i);
      parts.push(part);
      length += part.length;
    }
    return parts.join('') + after(size);
  };
}

// The lengths increase by one, so that their sum is the size.
const triangle = (unit: (length: number) => string): Make => numbered((i) => unit(i + 1));

const cases: Record<string, Make> = {
  // These texts are from cmark-gfm's test/pathological_tests.py.
  'nested strong and emphasis': both('*a **a ', 'b', ' a** a*'),
  'emphasis closers without openers': repeated('a_ '),
  'emphasis openers without closers': repeated('_a '),
  'link closers without openers': repeated('a]'),
  'link openers without closers': repeated('[a'),
  'mismatched openers and closers': repeated('*a_ '),
  'openers and closers, multiples of 3': repeated('c* ', 'a**b'),
  'link openers and emphasis closers': repeated('[ a_'),
  '[ (](': repeated('[ (]('),
  '![[]()': repeated('![[]()'),
  'nested brackets': both('[', 'a', ']'),
  'nested block quotes': repeated('> ', '', 'a'),
  'deeply nested lists': triangle((length) => `${'  '.repeat(length)}* a\n`),
  NUL: repeated('abc\u0000de\u0000'),
  'backticks of growing length': triangle((length) => `e${'`'.repeat(length)}`),
  'unclosed [a](<b': repeated('[a](<b'),
  'unclosed [a](b': repeated('[a](b'),
  'unclosed <!--': repeated('<!--', '</'),
  'tables in a paragraph': repeated('aaa\rbbb\n-\v\n'),
  'pictures not closed, then links': repeated('![', '', '[a](b)'.repeat(5000)),
  'addresses after unclosed brackets': repeated('[ https://a.example '),
  'addresses in brackets': both('[https://a.example ', 'b', ']'),
  'unclosed <!a': repeated('b <!a '),
  'notes with nothing beside their label': repeated('[^1]:\na\n'),
  'link reference definitions': numbered((i) => `[${i}]: u\n`, repeated('[0] ')),

  // Emphasis.
  'runs of asterisks and underscores': repeated('*_'),
  'one run of asterisks': repeated('*', '', 'a'),
  'runs of growing length': triangle((length) => `a${'*'.repeat(length)}`),
  '*_ openers of two kinds': repeated('*a _b ', '', 'c*'),
  'a**b*c': repeated('a**b*c '),
  'symbols beside asterisks': repeated('€*€'),
  'doubled tildes': repeated('~~a'),
  'doubled tildes, open and closed': repeated('~~a~~ '),
  'single tildes': repeated('~a '),
  'tildes and asterisks': repeated('~~*a '),
  'tildes closed by asterisks': repeated('~~a** '),

  // Links, pictures and references.
  'nested pictures': both('![', 'a', '](b)'),
  'nested links': both('[', 'a', '](b)'),
  'references to nothing': repeated('[a][b]'),
  'references with long labels': repeated(`[${'a'.repeat(990)}]`),
  'references that expand': repeated('[a]', `[a]: /${'u'.repeat(1000)}\n\n`),
  'unclosed titles': repeated('[a](b "c'),
  'parentheses in addresses': repeated('[a](('),
  'angle brackets in addresses': repeated('[a](<b\\'),
  'unclosed definitions': repeated('[a]: <b\n'),
  'definitions with unclosed titles': repeated('[a]: b "c\n'),
  'definitions of the same label': repeated('[a]: b\n'),
  'definitions in quotes': numbered((i) => `> [${i}]: u\n\n`),
  'labels that fold to longer ones': repeated('[ΐ'),
  'hashes that collide': repeated('[x]: /url\n\n[x]\n\n'),

  // Autolinks.
  'www.': repeated('www.'),
  'www.a ': repeated('www.a '),
  'www. and underscores': repeated('www._'),
  'http://': repeated('http://'),
  'http://a(': repeated('http://a('),
  'one address with closing parentheses': repeated(')', 'http://a.b/'),
  'one address with semicolons': repeated('&a;', 'http://a.b/'),
  'one address with ;': repeated(';', 'http://a.b/'),
  'one address of letters and ;': repeated('a', 'http://a.b/&', ';;;;;;;;;;'),
  'at signs': repeated('@'),
  'a@': repeated('a@'),
  'a@b.c': repeated('a@b.c '),
  'a@b.': repeated('a@b.'),
  'mailto:': repeated('mailto:'),
  'mailto:a@': repeated('mailto:a@'),
  'xmpp:a@b.c/': repeated('xmpp:a@b.c/'),
  'letters before colons': repeated('a', '', ':'),
  'colons in letters': repeated('a:'),
  'w and colons': repeated('w:'),
  '<a@': repeated('<a@'),
  '<http:': repeated('<http:'),

  // Raw HTML and code.
  'less-than signs': repeated('<'),
  '<a ': repeated('<a '),
  '<a b="': repeated('<a b="'),
  '<?': repeated('<?'),
  '<!A ': repeated('<!A '),
  '<![CDATA[': repeated('<![CDATA['),
  'HTML blocks': repeated('<div>\n\n'),
  'nested raw elements': both('<b>', 'a', '</b>'),
  'raw attributes': repeated('a="b" ', '<b ', '>'),
  'unclosed comments in blocks': repeated('<!--\n\n'),
  backticks: repeated('`'),
  'single backticks': repeated('`a '),
  'unclosed fences': repeated('```\n~~~\n'),

  // Blocks.
  'nested lists on a line': repeated('- ', '', 'a'),
  'nested numbers on a line': repeated('1. ', '', 'a'),
  'quotes and lists on a line': repeated('> - ', '', 'a'),
  'list items': repeated('- a\n'),
  'loose list items': repeated('- a\n\n'),
  'empty list items': repeated('-\n'),
  'lists of other kinds': repeated('- a\n+ a\n'),
  'task list': repeated('- [ ] a\n'),
  'quotes of growing depth': triangle((length) => `${'>'.repeat(length)}a\n`),
  'lists of growing depth, then shallow': (size) => {
    const depth = Math.floor(Math.sqrt(size));
    return (
      Array.from({ length: depth }, (_, i) => `${' '.repeat(2 * Math.min(i, 90))}- a\n`).join('') +
      'a\n\n'.repeat(size / 6)
    );
  },
  'deep quotes, then many lines': (size) => '> '.repeat(size / 4) + 'a\n' + 'a\n'.repeat(size / 4),
  'deep lists, then blank lines': (size) => '- '.repeat(size / 4) + 'a\n' + '\n'.repeat(size / 2),
  'short lines': repeated('a\n'),
  'blank lines': repeated('\n'),
  'one long line': repeated('a'),
  spaces: repeated(' ', '', 'a'),
  tabs: repeated('\t', 'a', 'a'),
  'spaces at ends of lines': triangle((length) => `a${' '.repeat(length)}\n`),
  'thematic breaks that are none': repeated('* ', '', 'a'),
  'dashes that break nothing': repeated('- - - a\n'),
  'setext underlines': repeated('a\n===\n'),
  headings: repeated('# a\n'),
  'headings of the same name': repeated('# a\n\n'),
  'closing hashes': repeated(' #', '# a'),

  // Tables.
  'table of many columns': (size) => `${'|a'.repeat(size / 4)}|\n${'|-'.repeat(size / 4)}|\n`,
  'table of many rows': repeated('|b\n', '|a|\n|-|\n'),
  'short rows of a wide table': (size) => {
    const columns = Math.floor(Math.sqrt(size));
    return `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${'|b\n'.repeat(size / 3)}`;
  },
  'pipes without a table': repeated('|'),
  'escaped pipes': repeated('\\|', '|a|\n|-|\n|'),
  'delimiter rows': repeated('|-|\n'),
  'headers that match no delimiters': repeated('a|b\n-\n'),
  'paragraph lines before a table': repeated('a\n', '', '|a|\n|-|\n'),

  // Footnotes.
  'calls of one footnote': repeated('[^a]', '', '\n\n[^a]: b\n'),
  'calls of nothing': repeated('[^a]'),
  'many footnotes': numbered(
    (i) => `[^${i}] `,
    numbered((i) => `\n\n[^${i}]: a`),
  ),
  'footnotes that call themselves': numbered(
    (i) => `[^${i}]: [^${i + 1}]\n\n`,
    () => '[^0]',
  ),
  'definitions of one footnote': repeated('[^a]: b\n\n'),
  'nested footnotes': repeated('[^a]: ', '', 'a\n\n[^a]'),
  'unclosed calls': repeated('[^a'),
  'nested calls': both('[^', 'a', ']'),

  // Characters.
  'character references': repeated('&amp;'),
  'numeric references': repeated('&#1234567;'),
  'ampersands before letters': repeated('&a'),
  'unclosed numeric references': repeated('&#1'),
  'long names': repeated('&CounterClockwiseContourIntegralA'),
  'double quote marks': repeated('"'),
  'quote marks': repeated(`"a' `),
  apostrophes: repeated("'"),
  hyphens: repeated('-', 'a'),
  'full stops': repeated('.'),
  backslashes: repeated('\\'),
  ideographs: repeated('強調**。'),
};

const sizes = [10_000, 100_000, 1_000_000];
const patience = 60_000; // milliseconds
const folder = mkdtempSync(join(tmpdir(), 'broadside-pathological-'));
const command = new URL('../../build/native/broadside', import.meta.url).pathname;
const nowhere = openSync('/dev/null', 'w');

// Returns the milliseconds that the command takes, including its start.
function nativeTime(text: string): number {
  const file = join(folder, 'text.md');
  writeFileSync(file, text);
  const how = ['render', '--html', 'sanitize', '--typography', 'smart', '--language', 'zh', '--to', 'tree', file];
  const start = performance.now();
  const { status } = spawnSync(command, how, { timeout: patience, stdio: ['ignore', nowhere, 'inherit'] });
  return status === 0 ? performance.now() - start : Infinity;
}

function wasmTime(markdown: string): number {
  const start = performance.now();
  wasmAnswer('markdown', { markdown, html: 'sanitize', typography: 'smart', language: 'zh' });
  return performance.now() - start;
}

const fastest = (time: () => number): number => Math.min(time(), time());
const startTime = fastest(() => nativeTime(''));

/** Returns the times for the three sizes. A size is skipped if the one before took too long. */
function times(make: Make, time: (text: string) => number): number[] {
  const result: number[] = [];
  for (const size of sizes) {
    const before = result.at(-1) ?? 0;
    const text = make(size);
    const once = (): number => time(text);
    result.push(before > patience / 10 ? Infinity : before > 100 ? once() : fastest(once));
  }
  return result;
}

function row(name: string, native: readonly number[], wasm: readonly number[]): string {
  const cells = [native, wasm].flatMap((all) => {
    const [, middle = 0, last = 0] = all;
    // Below some milliseconds, the clock says more about the machine than about the text.
    const growth = last / Math.max(middle, 10);
    return [...all.map((time) => time.toFixed(1)), `${growth.toFixed(1)}${growth > 20 ? ' !' : ''}`];
  });
  return [name.padEnd(42), ...cells.map((cell) => cell.padStart(9))].join(' ');
}

const [only = ''] = process.argv.slice(2);
console.log(`Milliseconds for ${sizes.join(', ')} bytes, and the last by the second; native, then WebAssembly`);
try {
  for (const [name, make] of Object.entries(cases)) {
    if (!name.includes(only)) continue;
    const native = times(make, (text) => Math.max(0, nativeTime(text) - startTime));
    console.log(row(name, native, times(make, wasmTime)));
  }
} finally {
  rmSync(folder, { recursive: true });
}
