import type { Remark } from './remark.ts';
import { readToml } from './toml.ts';
import { readYaml } from './yaml.ts';

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The facts that front matter states. All values are texts as they are written, as in the publisher's build. */
export interface Facts {
  readonly facts: Readonly<Record<string, unknown>>;
  /** The mistakes that keep it from being read; there are no facts then. */
  readonly mistakes: readonly (Place & { readonly message: string })[];
  /** Returns where a member such as `lead.width` stands, or the nearest one around it; undefined if there is none. */
  readonly placeOf: (path: readonly string[]) => Place | undefined;
}

/** A text divided into what its front matter states and its Markdown. */
export interface Divided {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly markdown: string;
  /** The number of lines before the Markdown. */
  readonly linesBefore: number;
  readonly remarks: readonly Remark[];
  /** Returns where a member such as `lead.width` stands, or the nearest one around it. */
  readonly placeOf: (path: readonly string[]) => Place;
}

interface Notation {
  readonly name: string;
  readonly begins: RegExp;
  /** Returns where the front matter ends that begins the text, and what lies between its fences; undefined if it is not closed. */
  readonly cut: (text: string) => { readonly end: number; readonly inner: string } | undefined;
  /** The number of lines before what lies between the fences. */
  readonly linesBefore: number;
  readonly missing: string;
  readonly read: (text: string) => Facts;
}

// JSON is read as YAML, of which it is a part.
const notations: readonly Notation[] = [
  {
    name: 'YAML',
    begins: /^---[ \t]*$/m,
    cut: (text) => between(text, /^---[^\n]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m),
    linesBefore: 1,
    missing: 'second "---"',
    read: readYaml,
  },
  {
    name: 'TOML',
    begins: /^\+\+\+[ \t]*$/m,
    cut: (text) => between(text, /^\+\+\+[^\n]*\n([\s\S]*?)^\+\+\+[ \t]*(?:\r?\n|$)/m),
    linesBefore: 1,
    missing: 'second "+++"',
    read: readToml,
  },
  {
    name: 'JSON',
    begins: /^\{\s*["}]/,
    cut: object,
    linesBefore: 0,
    missing: 'last "}"',
    read: readYaml,
  },
];

const start = { line: 1, column: 1 };
const byteOrderMark = /^\uFEFF/;

/** Divides a text whose front matter may be YAML, TOML or JSON (docs/publishing.md). */
export function divide(text: string): Divided {
  const clean = text.replace(byteOrderMark, '');
  const notation = notations.find(({ begins }) => begins.exec(clean)?.index === 0);
  if (!notation) return plain(text, []);
  const found = notation.cut(clean);
  if (!found) {
    const message = `the front matter that begins here has no ${notation.missing}`;
    return plain(text, [{ ...start, code: 'unclosed-front-matter', message, severity: 'error' }]);
  }
  const { facts, mistakes, placeOf } = notation.read(found.inner);
  const inText = ({ line, column }: Place): Place => ({ line: line + notation.linesBefore, column });
  return {
    facts,
    markdown: clean.slice(found.end),
    linesBefore: clean.slice(0, found.end).split('\n').length - 1,
    remarks: mistakes.map(({ message, ...place }): Remark => {
      const sentence = `the front matter is not ${notation.name}: ${message}`;
      return { ...inText(place), code: 'malformed', message: sentence, severity: 'error' };
    }),
    placeOf: (path) => {
      const place = placeOf(path);
      return place ? inText(place) : start;
    },
  };
}

function plain(markdown: string, remarks: readonly Remark[]): Divided {
  return { facts: {}, markdown, linesBefore: 0, remarks, placeOf: () => start };
}

function between(text: string, fences: RegExp): { end: number; inner: string } | undefined {
  const found = fences.exec(text);
  return found ? { end: found[0].length, inner: found[1] ?? '' } : undefined;
}

/** Cuts off the object in JSON that begins the text, and the rest of its last line if that is empty. */
function object(text: string): { end: number; inner: string } | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\[\s\S])*"|[{}]/g)) {
    if (token === '{') ++depth;
    if (token !== '}' || --depth > 0) continue;
    const inner = text.slice(0, index + 1);
    const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(inner.length))?.[0] ?? '';
    return { end: inner.length + rest.length, inner };
  }
  return undefined;
}
