import { parse, TomlDate, TomlError } from 'smol-toml';
import type { Facts, Place } from './front-matter.ts';

/** Reads front matter in TOML. */
export function readToml(text: string): Facts {
  const placeOf = (path: readonly string[]): Place | undefined => placeIn(text, path);
  try {
    return { facts: texts(parse(text)) as Record<string, unknown>, mistakes: [], placeOf };
  } catch (thrown) {
    if (!(thrown instanceof TomlError)) throw thrown;
    const [message = ''] = thrown.message.replace('Invalid TOML document: ', '').split('\n');
    return { facts: {}, mistakes: [{ line: thrown.line, column: thrown.column, message }], placeOf };
  }
}

/** Returns the value with texts in the place of numbers, truth values and dates. */
function texts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(texts);
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, texts(member)]));
}

/** Returns where the deepest member of the path is stated in a line of its own, or in a table of the first one's name. */
function placeIn(text: string, path: readonly string[]): Place | undefined {
  let table = '';
  let found: (Place & { readonly depth: number }) | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const [, header, member] = /^\s*(?:\[\s*([^\]]+?)\s*\]|([\w-]+(?:\s*\.\s*[\w-]+)*)\s*=)/.exec(line) ?? [];
    table = header ?? table;
    const names = [table, header === undefined ? (member ?? '') : '']
      .filter(Boolean)
      .join('.')
      .split(/\s*\.\s*/);
    const isStated = (header ?? member) !== undefined && names.every((name, i) => name === path[i]);
    if (isStated && names.length > (found?.depth ?? 0))
      found = { line: index + 1, column: line.search(/\S/) + 1, depth: names.length };
  }
  return found && { line: found.line, column: found.column };
}
