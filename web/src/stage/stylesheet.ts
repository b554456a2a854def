import css from '../../styles/element.css';

const sheets = new WeakMap<Document, CSSStyleSheet>();

/**
 * Gives a shadow root the one style sheet of all articles in its document. It is made by script, so that no `style-src` has
 * to allow it. A root that moves to another document loses its sheets, and may only have one that was made there (CSSOM).
 */
export function style(root: ShadowRoot): void {
  const sheet = sheetOf(root.ownerDocument);
  if (!sheet || root.adoptedStyleSheets.includes(sheet)) return;
  // The list is replaced, since browsers before 2022 do not let theirs be added to.
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Returns whether this browser supports constructed style sheets. It tries with an element that is not in the page. */
export function canStyle(): boolean {
  try {
    const root = document.createElement('div').attachShadow({ mode: 'open' });
    style(root);
    return root.adoptedStyleSheets.length === 1;
  } catch {
    return false;
  }
}

/** Returns the style sheet for a document; undefined if the document is not shown anywhere. */
function sheetOf(document: Document): CSSStyleSheet | undefined {
  const known = sheets.get(document);
  if (known || !document.defaultView) return known;
  const sheet = new document.defaultView.CSSStyleSheet();
  sheet.replaceSync(css);
  sheets.set(document, sheet);
  return sheet;
}
