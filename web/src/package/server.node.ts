import { Core } from '../core/core.ts';
import { articleRenderer } from './articles.ts';
import { coreModule } from './core.node.ts';
import type { RenderArticle } from './server.ts';

export const renderArticle: RenderArticle = articleRenderer(() => new Core(coreModule()));
