import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ArticleAttributes, ArticleEventHandlers, BroadsideArticle } from './element.ts';

export * from './element.ts';

type Common = DetailedHTMLProps<HTMLAttributes<BroadsideArticle>, BroadsideArticle>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'broadside-article': Omit<Common, keyof ArticleAttributes> & ArticleAttributes & ArticleEventHandlers;
    }
  }
}
