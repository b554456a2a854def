import en from '../../messages/en.json' with { type: 'json' };
import es from '../../messages/es.json' with { type: 'json' };
import { lookup } from './lookup.ts';

export type Messages = typeof en;

export interface Language {
  readonly messages: Messages;
  readonly direction: 'ltr' | 'rtl';
}

const english: Language = { messages: en, direction: 'ltr' };
const languages: ReadonlyMap<string, Language> = new Map<string, Language>([
  ['en', english],
  ['es', { messages: es, direction: 'ltr' }],
]);

/** The interface's words for a text of that language, or the nearest that there are. */
export function languageFor(ranges: readonly string[]): Language {
  return languages.get(lookup(ranges, [...languages.keys()], 'en')) ?? english;
}
