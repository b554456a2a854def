import type { Fields } from '../core/requests.ts';
import { type Field, fieldWords } from '../generated/rules.ts';

/** Returns the fields of a reply, each as `read` returns it. */
export function fieldsOf(read: (name: Field) => string): Fields {
  return Object.fromEntries(fieldWords.map((name) => [name, read(name)])) as Fields;
}
