// The headers that a publisher's web server sends, so that other sites can show its articles (docs/publishing.md).

import type { OutgoingHttpHeaders } from 'node:http';

/** Returns the headers for a path within the site, such as "/north-korea/article.json". */
export function publisherHeaders(path: string): OutgoingHttpHeaders {
  const isReadByScript = path.endsWith('.json') || path.startsWith('/broadside/');
  return {
    ...(isReadByScript ? { 'access-control-allow-origin': '*' } : {}),
    ...(path.endsWith('.html') ? {} : { 'cross-origin-resource-policy': 'cross-origin' }),
  };
}
