/*
 * The script that `broadside dev` adds to the pages it serves; no page that is published has it. It waits for changes,
 * loads the page again when the site is another, and shows in a panel what is wrong, with file and line.
 */
'use strict';

/**
 * @typedef {{ file?: string, line?: number, column?: number, severity: string, message: string }} Fault
 * @typedef {{ state: string, site: string, found: Fault[] }} DeskState
 */

const retryAfter = 1000; // milliseconds

const styles = `
  :host { all: initial; color-scheme: light dark; }
  section {
    position: fixed; inset: auto 0 0; z-index: 2147483647; box-sizing: border-box; max-height: 45vh; overflow: auto;
    padding: 0.6em 1em; font: 15px/1.45 system-ui, sans-serif; color: CanvasText; background: Canvas;
    border-top: 4px solid #8a6d00; box-shadow: 0 0 1.5em rgb(0 0 0 / 25%); overflow-wrap: anywhere;
  }
  section.fault { border-top-color: #c2261d; }
  h2, summary { margin: 0; font: inherit; font-weight: 600; }
  summary { cursor: pointer; }
  ul { margin: 0.4em 0 0; padding: 0; list-style: none; }
  li { margin: 0.4em 0; }
  code { display: block; font: 13px ui-monospace, monospace; opacity: 0.8; }
`;

/** The panel at the foot of the page. It is there only while it has something to say. */
class Panel {
  constructor() {
    this.host = document.createElement('div');
    const root = this.host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    this.section = document.createElement('section');
    this.section.setAttribute('role', 'status');
    this.section.setAttribute('aria-label', 'broadside dev');
    root.append(this.section);
  }

  /** @param {readonly Fault[]} found */
  show(found) {
    if (found.length === 0) {
      this.host.remove();
      return;
    }
    const stops = found.some(({ severity }) => severity === 'error');
    const title = stops
      ? `Not built: ${counted(found.length, 'fault')}. The page is as it was before.`
      : counted(found.length, 'remark');
    this.section.className = stops ? 'fault' : '';
    this.section.replaceChildren(...(stops ? [heading(title), listOf(found)] : [folded(title, listOf(found))]));
    document.documentElement.append(this.host);
  }

  /** @param {string} text */
  tell(text) {
    this.section.className = 'fault';
    this.section.replaceChildren(heading(text));
    document.documentElement.append(this.host);
  }
}

/** @param {number} number @param {string} noun */
function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** @param {string} text */
function heading(text) {
  const element = document.createElement('h2');
  element.textContent = text;
  return element;
}

/** @param {string} title @param {HTMLElement} content */
function folded(title, content) {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = title;
  details.append(summary, content);
  return details;
}

/** @param {readonly Fault[]} found */
function listOf(found) {
  const list = document.createElement('ul');
  for (const { file, line, column, message } of found) {
    const item = document.createElement('li');
    const place = document.createElement('code');
    place.textContent = [file, line, column].filter(Boolean).join(':');
    item.append(place, message);
    list.append(item);
  }
  return list;
}

/** @param {string} seen @param {AbortSignal} signal @returns {Promise<DeskState>} */
async function changesSince(seen, signal) {
  const response = await fetch(`/.desk/changes?${seen}`, { signal });
  const answer = /** @type {Promise<DeskState>} */ (response.json());
  return answer;
}

/** Resolves when somebody looks at the page. A browser keeps few connections, and a page that nobody sees takes none. */
async function visible() {
  while (document.hidden)
    await new Promise((resolve) => {
      document.addEventListener('visibilitychange', resolve, { once: true });
    });
}

/** Returns a signal that says that nobody looks at the page any more. */
function hidden() {
  const controller = new AbortController();
  const abort = () => {
    if (document.hidden) controller.abort();
    else document.addEventListener('visibilitychange', abort, { once: true });
  };
  document.addEventListener('visibilitychange', abort, { once: true });
  return controller.signal;
}

/** @param {string} site the name of the site that this page is of */
async function followSite(site) {
  const panel = new Panel();
  let seen = '';
  for (;;) {
    await visible();
    const signal = hidden();
    try {
      const state = await changesSince(seen, signal);
      if (state.site !== site) {
        location.reload();
        return;
      }
      if (state.state !== seen) panel.show(state.found);
      seen = state.state;
    } catch {
      if (signal.aborted) continue;
      panel.tell('broadside dev has ended. This page follows again once it is started.');
      seen = '';
      await new Promise((resolve) => setTimeout(resolve, retryAfter));
    }
  }
}

const source = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
void followSite(new URL(source).searchParams.get('site') ?? '');
