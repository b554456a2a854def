import { define } from '../element/define.ts';

export { BroadsideArticle } from '../element/element.ts';
export type { ArticleAttributes, ArticleEventHandlers } from '../element/attributes-of-templates.ts';
export type { ErrorCode } from '../events/error-codes.ts';
export type { Details } from '../events/events.ts';

// A server that renders pages has no document.
if (typeof document !== 'undefined') define();
