import css from '../styles/element.css';

let shared: CSSStyleSheet | undefined;

/** The one style sheet of all articles on the page. It is made by script, so that no `style-src` has to allow it. */
export function styleSheet(): CSSStyleSheet {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(css);
  }
  return shared;
}
