import blocks from '../styles/blocks.css';
import box from '../styles/broadside.css';
import languages from '../styles/languages.css';
import replies from '../styles/replies.css';
import text from '../styles/text.css';
import typesetting from '../styles/typesetting.css';

let shared: CSSStyleSheet | undefined;

/** The one style sheet of all articles on the page. It is made by script, so that no `style-src` has to allow it. */
export function styleSheet(): CSSStyleSheet {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(box + languages + replies + typesetting + text + blocks);
  }
  return shared;
}
