import type { CoreModule } from 'broadside-core';
import { Transport } from '../core/transport.ts';
import { BroadsideError } from '../errors.ts';
import type { Render, RenderOptions, Tree } from './options.ts';

export function renderer(module: CoreModule): Render {
  const transport = new Transport(module);
  function render(markdown: string, options: RenderOptions & { readonly to: 'tree' }): Tree;
  function render(markdown: string, options?: RenderOptions & { readonly to?: 'html' }): string;
  function render(markdown: string, options?: RenderOptions): Tree | string;
  function render(markdown: string, { to = 'html', ...options }: RenderOptions = {}): Tree | string {
    switch (to) {
      case 'html':
        return transport.ask('html', options, markdown);
      case 'tree':
        return JSON.parse(transport.ask('markdown', options, markdown)) as Tree;
      default:
        throw new BroadsideError('malformed', 'to', 'must be html or tree');
    }
  }
  return render;
}
