import { define } from './define.ts';
import { mountScriptTags } from './script-tag.ts';

define();
mountScriptTags(document.currentScript);
