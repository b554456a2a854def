import { type Divided, divide } from './front-matter.ts';
import type { Remark } from './remark.ts';

/** An article.json of texts as a publisher keeps them, one for each language. */
export interface Article {
  readonly broadside: 1;
  readonly id: string;
  readonly default: string;
  readonly publisher: { readonly name: string };
  readonly translations: Record<string, Record<string, unknown>>;
  readonly [member: string]: unknown;
}

export interface Composed {
  readonly article: Article;
  readonly divided: ReadonlyMap<string, Divided>;
  /** The remarks on the front matter, by language. */
  readonly remarks: ReadonlyMap<string, readonly Remark[]>;
}

// The members that belong to the whole article; those of the first text that has them count.
const ofArticle = ['published', 'modified', 'license', 'html', 'typography'];
const ofTranslation = ['title', 'dek', 'authors', 'lead', 'modified', 'original', 'machine'];

/** Composes an article of texts, of which there must be at least one; the first is in the default language. */
export function composeArticle(texts: ReadonlyMap<string, string>): Composed {
  const divided = new Map([...texts].map(([language, text]) => [language, divide(text)]));
  const facts = [...divided.values()].map((text) => typed(text.facts));
  const shared = ofArticle.flatMap((name) => {
    const value = facts.map((one) => one[name]).find((one) => one !== undefined);
    return value === undefined ? [] : [[name, value] as const];
  });
  const translations = [...divided].map(([language, text], index) => {
    const members = Object.entries(facts[index] ?? {}).filter(([name]) => ofTranslation.includes(name));
    return [language, { title: headlineOf(text), ...Object.fromEntries(members), markdown: text.markdown }] as const;
  });
  return {
    article: {
      broadside: 1,
      id: 'playground',
      default: [...texts.keys()][0] ?? 'en',
      publisher: { name: 'The playground' },
      ...Object.fromEntries(shared),
      translations: Object.fromEntries(translations),
      replies: { endpoint: 'replies' },
    },
    divided,
    remarks: new Map([...divided].map(([language, text]) => [language, [...text.remarks, ...missing(text)]])),
  };
}

/** Returns the facts with the types that article.json has for them. A value of another type stays, for the core to refuse. */
function typed(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { author, authors = author, date, published = date, lead, machine, ...rest } = facts;
  return {
    ...rest,
    ...(authors !== undefined && { authors: typeof authors === 'string' ? [authors] : authors }),
    ...(published !== undefined && { published }),
    ...(machine !== undefined && { machine: asBoolean(machine) }),
    ...(lead !== undefined && { lead: typeof lead === 'object' && lead !== null ? withNumbers(lead) : lead }),
  };
}

function asBoolean(value: unknown): unknown {
  return value === 'true' || value === 'false' ? value === 'true' : value;
}

function withNumbers(lead: object): object {
  const isSize = (name: string, value: unknown): boolean =>
    (name === 'width' || name === 'height') && /^\d+$/.test(String(value));
  return Object.fromEntries(
    Object.entries(lead).map(([name, value]) => [name, isSize(name, value) ? Number(value) : (value as unknown)]),
  );
}

/** Returns the first heading, which stands in for a title that is missing. */
function headlineOf({ markdown }: Divided): string {
  return /^#\s+(.+?)\s*#*\s*$/m.exec(markdown)?.[1] ?? 'Untitled';
}

function missing({ facts, remarks }: Divided): Remark[] {
  if (facts['title'] !== undefined || remarks.length > 0) return [];
  const message =
    'title is missing; begin the text with a line ---, a line such as "title: A headline", and another line ---';
  return [{ line: 1, column: 1, code: 'missing', message, severity: 'error' }];
}
