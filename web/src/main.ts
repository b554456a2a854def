import { define } from './define.ts';
import { mountScriptTags } from './script-tag.ts';

export type { BroadsideArticle } from './element.ts';
export type { Details } from './events.ts';

if (typeof document !== 'undefined') {
  define();
  mountScriptTags(document.currentScript);
}
