import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { yamlFrontmatter } from '@codemirror/lang-yaml';
import { syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Text } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { nameOfLanguage } from '../language-name.ts';
import type { Remark } from '../source/remark.ts';

/** An editor of one text. Tab leaves it, as it leaves any field; F8 goes to the next remark. */
export class TextEditor {
  readonly #view: EditorView;
  readonly #changed: (text: string) => void;

  constructor(parent: Element, changed: (text: string) => void) {
    this.#changed = changed;
    this.#view = new EditorView({ parent });
  }

  /** Shows another text, with a history of its own. */
  open(language: string, text: string): void {
    this.#view.setState(
      EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          lintGutter(),
          history(),
          drawSelection(),
          highlightActiveLine(),
          EditorView.lineWrapping,
          EditorView.perLineTextDirection.of(true),
          yamlFrontmatter({ content: markdown() }),
          syntaxHighlighting(classHighlighter),
          keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
          EditorView.contentAttributes.of({
            'aria-label': `Markdown in ${nameOfLanguage(language)}`,
            lang: language,
            dir: directionOf(language),
            spellcheck: 'true',
            tabindex: '0',
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) this.#changed(update.state.doc.toString());
          }),
        ],
      }),
    );
  }

  show(remarks: readonly Remark[]): void {
    const { doc } = this.#view.state;
    const diagnostics = remarks.map((remark): Diagnostic => {
      const { from, to } = rangeOf(remark, doc);
      return { from, to, severity: remark.severity, message: remark.message, source: remark.code };
    });
    diagnostics.sort((one, other) => one.from - other.from);
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  /** Puts the cursor where a remark begins. */
  goTo(remark: Remark): void {
    const { from } = rangeOf(remark, this.#view.state.doc);
    this.#view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    this.#view.focus();
  }
}

/** Returns the word at which a remark begins. The text may have changed since, and be shorter. */
function rangeOf({ line, column }: Remark, doc: Text): { from: number; to: number } {
  const { from, to, text } = doc.line(Math.min(line, doc.lines));
  const start = Math.min(column - 1, text.length);
  const word = /^\s*\S+/.exec(text.slice(start))?.[0] ?? '';
  return { from: from + start, to: Math.min(from + start + word.length, to) };
}

const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm']);

/** Returns the direction in which a language is written, as far as the browser knows it. */
function directionOf(language: string): 'ltr' | 'rtl' | 'auto' {
  try {
    return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'auto';
  }
}
