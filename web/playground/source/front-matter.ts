import { isCollection, isMap, LineCounter, type Node, parseDocument } from 'yaml';
import type { Remark } from './remark.ts';

/** A text divided into what its front matter states and its Markdown. */
export interface Divided {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly markdown: string;
  /** The number of lines before the Markdown. */
  readonly linesBefore: number;
  readonly remarks: readonly Remark[];
  /** Returns where a member such as `lead.width` stands, or the nearest one around it. */
  readonly placeOf: (path: readonly string[]) => { readonly line: number; readonly column: number };
}

const fences = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;
const start = { line: 1, column: 1 };

/** Divides a text. All values are texts as they are written, as in the publisher's build. */
export function divide(text: string): Divided {
  const found = fences.exec(text);
  if (found?.index !== 0) return { facts: {}, markdown: text, linesBefore: 0, remarks: [], placeOf: () => start };
  const [whole, yaml = ''] = found;
  const lines = new LineCounter();
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  // The first line is the fence's.
  const place = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: line + 1, column: col };
  };
  const remarks = [...document.errors, ...document.warnings].map(({ message, pos: [at] }): Remark => {
    return { ...place(at), code: 'malformed', message: `the front matter is not YAML: ${message}`, severity: 'error' };
  });
  const value: unknown = document.errors.length === 0 ? document.toJS({ maxAliasCount: 0 }) : undefined;
  return {
    facts: isRecord(value) ? value : {},
    markdown: text.slice(whole.length),
    linesBefore: whole.split('\n').length - 1,
    remarks,
    placeOf: (path) => {
      const offset = offsetOf(document.contents, path);
      return offset === undefined ? start : place(offset);
    },
  };
}

/** Returns where the deepest member of the path begins that there is. */
function offsetOf(root: Node | null, path: readonly string[]): number | undefined {
  let node: unknown = root;
  let offset: number | undefined;
  for (const name of path) {
    if (!isCollection(node)) return offset;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === name);
      offset = (pair?.key as Node | undefined)?.range?.[0] ?? offset;
    }
    node = node.get(isMap(node) ? name : Number(name), true);
  }
  return offset;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
