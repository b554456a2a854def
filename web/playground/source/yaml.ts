import { isCollection, isMap, LineCounter, type Node, parseDocument } from 'yaml';
import type { Facts, Place } from './front-matter.ts';

/** Reads front matter in YAML or JSON. */
export function readYaml(text: string): Facts {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const mistakes = [...document.errors, ...document.warnings].map(({ message, pos: [at] }) => {
    return { ...place(at), message };
  });
  const value: unknown = document.errors.length === 0 ? document.toJS({ maxAliasCount: 0 }) : undefined;
  return {
    facts: isRecord(value) ? value : {},
    mistakes,
    placeOf: (path) => {
      const offset = offsetOf(document.contents, path);
      return offset === undefined ? undefined : place(offset);
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
