import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document'],
  rules: {
    // Matters of style.
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    // HTML allows what is no white space, and headings are in every script.
    'valid-id': ['error', { relaxed: true }],
    // A site's own style sheet changes with the site.
    'require-sri': ['error', { target: 'crossorigin' }],
    // What the specification of GFM has: cells with `align`.
    'no-deprecated-attr': 'off',
    // Asides that an article's author wrote.
    'unique-landmark': 'off',
  },
});

/** What is wrong with a page by HTML's rules of which element may stand where: "line:column message", none if nothing. */
export async function faultsOfHtml(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => `${String(line)}:${String(column)} ${message} (${ruleId})`),
  );
}
