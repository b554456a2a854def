import { Transport } from '../core/transport.ts';
import { BroadsideError } from '../events/errors.ts';
import type { Render, RenderOptions, Tree } from './options.ts';

/** The package's `render`, which asks for the core at each call. */
export function renderer(core: () => Transport): Render {
  function render(markdown: string, options: RenderOptions & { readonly to: 'tree' }): Tree;
  function render(markdown: string, options?: RenderOptions & { readonly to?: 'html' }): string;
  function render(markdown: string, options?: RenderOptions): Tree | string;
  function render(markdown: string, { to = 'html', ...options }: RenderOptions = {}): Tree | string {
    switch (to) {
      case 'html':
        return core().ask('html', options, markdown);
      case 'tree':
        return JSON.parse(core().ask('markdown', options, markdown)) as Tree;
      default:
        throw new BroadsideError('malformed', 'to', 'must be html or tree');
    }
  }
  return render;
}

/** The package's `render` for platforms on which the core can be compiled, or is a module already, and so is there at the first call. */
export function rendererAtOnce(core: () => Transport): Render {
  let transport: Transport | undefined;
  return renderer(() => (transport ??= core()));
}
