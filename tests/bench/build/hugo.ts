import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const config = `
baseURL = "https://news.example/"
defaultContentLanguage = "en"
defaultContentLanguageInSubdir = true
disableKinds = ["taxonomy", "term"]
[languages.en]
title = "The Daily"
[languages.es]
title = "The Daily"
[outputFormats.article]
mediaType = "application/json"
baseName = "article"
isPlainText = true
[outputFormats.embed]
mediaType = "text/html"
baseName = "embed"
[outputFormats.oembed]
mediaType = "application/json"
baseName = "oembed"
isPlainText = true
[outputs]
page = ["HTML", "article", "embed", "oembed"]
home = ["HTML", "RSS"]
section = []
[sitemap]
filename = "sitemap.xml"
`;

const html = `<!doctype html>
<html lang="{{ .Language }}">
<head>
<meta charset="utf-8">
<title>{{ .Title }}</title>
<meta name="description" content="{{ .Params.dek }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language }}" href="{{ .Permalink }}">
{{ end }}<meta property="og:title" content="{{ .Title }}">
</head>
<body>
<article><h1>{{ .Title }}</h1><p>{{ .Params.dek }}</p>
{{ .Content }}</article>
</body>
</html>
`;

const layouts: Record<string, string> = {
  '_default/single.html': html,
  '_default/single.embed.html': html,
  '_default/single.article.json':
    '{{ dict "title" .Title "dek" .Params.dek "language" .Language.Lang "markdown" .RawContent "html" .Content | jsonify }}',
  '_default/single.oembed.json': '{{ dict "version" "1.0" "type" "rich" "title" .Title "html" .Permalink | jsonify }}',
  'index.html': `<!doctype html><title>{{ .Title }}</title><ul>
{{ range first 20 .Site.RegularPages }}<li><a href="{{ .Permalink }}">{{ .Title }}</a> {{ .Params.dek }}</li>
{{ end }}</ul>`,
};

/** Writes a site of Hugo's of the same texts, which makes the same files: for each text a page, a frame, and two files of data. */
export function writeHugoSite(folder: string, archive: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'config.toml'), config);
  for (const [name, text] of Object.entries(layouts)) {
    mkdirSync(path.dirname(path.join(folder, 'layouts', name)), { recursive: true });
    writeFileSync(path.join(folder, 'layouts', name), text);
  }
  for (const id of readdirSync(path.join(archive, 'content'))) {
    mkdirSync(path.join(folder, 'content', id), { recursive: true });
    for (const language of ['en', 'es'])
      cpSync(path.join(archive, 'content', id, `${language}.md`), textOfHugo(folder, id, language));
  }
}

/** Returns the file of a text in a site of Hugo's. */
export function textOfHugo(folder: string, id: string, language: string): string {
  return path.join(folder, 'content', id, `index.${language}.md`);
}
