// Makes the texts of a publisher's folder of the pages in docs/ and the README.

import { posix } from 'node:path';

export type Page = {
  /** The article's id. */
  readonly id: string;
  /** The file's path in the repository. */
  readonly file: string;
  readonly text: string;
};

export type Text = {
  readonly id: string;
  readonly markdown: string;
  /** The other files that the text names, by their paths in the repository. */
  readonly files: readonly string[];
};

/** Code, in which nothing is a link; or the address of a link or picture, with its text before. */
const codeOrLink = /^(`{3,})[^\n]*\n[^]*?^\1 *$|(`+)[^`][^]*?\2|(!?)\[((?:[^[\]`]|`[^`]*`)*)\]\(([^)\s]+)\)/gm;

/**
 * Returns a page as the text of an article. Links between pages lead to each other's texts. What is in the repository but
 * is no page is named as code, unless it lies in docs/: then it is published beside the text.
 */
export function textOf(page: Page, pages: readonly Page[], files: ReadonlySet<string>): Text {
  const named = new Set<string>();
  const linked = (whole: string, picture: string, label: string, address: string): string => {
    if (/^(#|\w+:)/.test(address)) return whole;
    const [path = '', fragment] = address.split('#');
    const file = posix.join(posix.dirname(page.file), path);
    const target = pages.find((other) => other.file === file);
    const anchor = fragment === undefined ? '' : `#${fragment}`;
    if (target) return `[${label}](../${target.id}/en.md${anchor})`;
    if (!files.has(file)) throw new Error(`${page.file}: the link to ${address} leads nowhere`);
    if (!file.startsWith('docs/')) return label.includes(posix.basename(file)) ? label : `${label} (\`${file}\`)`;
    named.add(file);
    return `${picture}[${label}](${posix.basename(file)})`;
  };
  const [, title = '', body = ''] = /^# (.+)\n([^]*)$/.exec(page.text) ?? [];
  if (!title) throw new Error(`${page.file}: must begin with its title, such as "# Publishing"`);
  const markdown = body.replace(
    codeOrLink,
    (whole: string, _fence: unknown, _code: unknown, picture: string, label: string | undefined, address: string) =>
      label === undefined ? whole : linked(whole, picture, label, address),
  );
  return { id: page.id, markdown: `---\ntitle: ${JSON.stringify(title)}\n---\n${markdown}`, files: [...named] };
}
