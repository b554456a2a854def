import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The path of the replies to the article in the site that writeSite() writes. */
export const replies = '/v1/articles/news/replies';

/** Writes a site with one article into the folder `site` of a folder. */
export function writeSite(folder: string): void {
  mkdirSync(join(folder, 'site/news'), { recursive: true });
  const article = {
    broadside: 1,
    id: 'news',
    default: 'en',
    publisher: { name: 'The Broadside' },
    translations: { en: { title: 'News', markdown: 'Hello' } },
    replies: { endpoint: `http://localhost${replies}`, state: 'open' },
  };
  writeFileSync(join(folder, 'site/news/article.json'), JSON.stringify(article));
}
