import { define } from './element/define.ts';
import { upgradeDivs } from './element/div.ts';
import { mountScriptTags } from './element/script-tag.ts';

export type { BroadsideArticle } from './element/element.ts';
export type { Details } from './events/events.ts';

if (typeof document !== 'undefined') {
  define();
  mountScriptTags(document.currentScript);
  upgradeDivs();
}
