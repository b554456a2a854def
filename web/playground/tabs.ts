/** A list of tabs (ARIA Authoring Practices, "Tabs with automatic activation"). Each names its panel by `aria-controls`. */
export class Tabs {
  readonly #tabs: readonly HTMLElement[];
  readonly #chosen: (panel: string) => void;

  constructor(list: Element, chosen: (panel: string) => void) {
    this.#tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
    this.#chosen = chosen;
    for (const tab of this.#tabs) {
      tab.addEventListener('click', () => {
        this.#choose(tab);
      });
      tab.addEventListener('keydown', (event) => {
        const next = this.#nextTo(tab, event.key);
        if (!next) return;
        event.preventDefault();
        next.focus();
        this.#choose(next);
      });
    }
  }

  #nextTo(tab: HTMLElement, key: string): HTMLElement | undefined {
    const at = this.#tabs.indexOf(tab);
    const count = this.#tabs.length;
    const places: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1 + count, Home: 0, End: count - 1 };
    const place = places[key];
    return place === undefined ? undefined : this.#tabs[place % count];
  }

  #choose(chosen: HTMLElement): void {
    for (const tab of this.#tabs) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      const panel = document.getElementById(panelOf(tab));
      if (panel) panel.hidden = tab !== chosen;
    }
    this.#chosen(panelOf(chosen));
  }
}

function panelOf(tab: HTMLElement): string {
  return tab.getAttribute('aria-controls') ?? '';
}
