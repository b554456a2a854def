import { readMain } from './data.ts';

type Field = Record<string, unknown>;

/** Returns the members of web/messages/TAG.json that say how long ago something was, in these plural categories. */
export function ago(tag: string, categories: readonly string[]): object {
  const { dates } = readMain('cldr-dates-full', tag, 'dateFields') as {
    dates: { fields: { second: Field; minute: Field; hour: Field } };
  };
  const { second, minute, hour } = dates.fields;
  // CLDR leaves out a category that has the words of the others.
  const past = (field: Field): object => {
    const patterns = field['relativeTime-type-past'] as Record<string, string>;
    const of = (name: string): string | undefined => patterns[`relativeTimePattern-count-${name}`];
    return Object.fromEntries(categories.map((name) => [name, (of(name) ?? of('other'))?.replace('{0}', '{count}')]));
  };
  return { now: second['relative-type-0'], minutes_ago: past(minute), hours_ago: past(hour) };
}
