import type { HTMLAttributes } from 'svelte/elements';
import type { ArticleAttributes, ArticleEventHandlers, BroadsideArticle } from './element.ts';

export * from './element.ts';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'broadside-article': Omit<HTMLAttributes<BroadsideArticle>, keyof ArticleAttributes> &
      ArticleAttributes &
      ArticleEventHandlers;
  }
}
