import type { HTMLAttributes } from 'vue';
import type { ArticleAttributes, ArticleEventHandlers } from './element.ts';

export * from './element.ts';

/** Vue writes a handler as `@broadside:ready`, and knows it as `onBroadside:ready`. */
type Handlers = {
  [
    Name in keyof ArticleEventHandlers as Name extends `on${infer Type}` ? `on${Capitalize<Type>}` : never
  ]: ArticleEventHandlers[Name];
};

type Props = Omit<HTMLAttributes, keyof ArticleAttributes> & ArticleAttributes & Handlers;

declare module 'vue' {
  interface GlobalComponents {
    'broadside-article': new () => { $props: Props };
  }
}
