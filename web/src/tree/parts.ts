import type { CheckedElement } from './check.ts';
import { tokensOf } from './tokens.ts';

/** The classes whose elements a host's style sheet can reach by `::part(…)`. docs/embedding.md lists them. */
export const parts: ReadonlySet<string> = new Set([
  'title',
  'dek',
  'lead',
  'caption',
  'credit',
  'byline',
  'dates',
  'languages',
  'switch',
  'translation',
  'body',
  'replies',
  'replies-title',
  'reply',
  'reply-name',
  'reply-date',
  'reply-text',
  'form',
  'form-title',
  'field',
  'hint',
  'problem',
  'preview',
  'preview-button',
  'send',
]);

/** Returns the name of the part that an element is, if it is one. Content has no fields, so `input` is always the form's. */
export function partOf({ attributes }: CheckedElement): string | undefined {
  if (attributes.has('name')) return 'input';
  const [name = ''] = tokensOf(attributes.get('class') ?? '');
  return parts.has(name) ? name : undefined;
}
