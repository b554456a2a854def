import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document'],
  rules: {
    // These rules concern style only.
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    // HTML allows every id without white space, and headings are in every script.
    'valid-id': ['error', { relaxed: true }],
    // A site's own style sheet changes with the site, so it needs no integrity.
    'require-sri': ['error', { target: 'crossorigin' }],
    // GFM's specification has cells with `align`.
    'no-deprecated-attr': 'off',
    // An article's author may write several asides.
    'unique-landmark': 'off',
  },
});

/** Returns the violations of HTML's rules on which element may stand where, each as "line:column message". */
export async function faultsOfHtml(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => `${String(line)}:${String(column)} ${message} (${ruleId})`),
  );
}
