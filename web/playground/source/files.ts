/** An article among files: the path of each text by its language, and of the other files by their addresses relative to it. */
export interface Found {
  readonly name: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Returns the articles among the paths of files. As in a publisher's folder, the texts of a folder are one article, and each is named
 * after its language (`content/tale/en.md`, or `tale.es.md`). A text that is not is an article of its own, in `language`.
 */
export function articlesIn(paths: readonly string[], language: string): Found[] {
  const visible = paths.filter(isVisible).sort();
  return [...new Set(visible.map(folderOf))].flatMap((folder) => {
    const texts = visible.filter((path) => folderOf(path) === folder && /\.(md|markdown)$/i.test(path));
    const named = new Map(texts.flatMap((path) => languageOf(path).map((tag) => [tag, path] as const)));
    const others = texts.filter((path) => languageOf(path).length === 0);
    const files = new Map(
      visible
        .filter((path) => path.startsWith(folder) && !texts.includes(path))
        .map((path) => [path.slice(folder.length), path]),
    );
    return [
      ...(named.size > 0 ? [{ name: folder.split('/').at(-2) ?? 'article', texts: named, files }] : []),
      ...others.map((path) => ({ name: nameOf(path), texts: new Map([[language, path]]), files })),
    ];
  });
}

function isVisible(path: string): boolean {
  return !path.split('/').some((part) => part.startsWith('.'));
}

/** Returns the folder of a path with a slash at its end, and an empty text for a file that lies in none. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function nameOf(path: string): string {
  return path.slice(folderOf(path).length).replace(/\.[^.]+$/, '');
}

/** Returns the canonical tag of the language after which a file is named, if it is after one. */
function languageOf(path: string): string[] {
  const tag = nameOf(path).split('.').at(-1) ?? '';
  return canonicalTag(tag) ?? [];
}

/** Returns the canonical form of a language tag (BCP 47) with a primary subtag of two or three letters; undefined if it is none. */
export function canonicalTag(tag: string): [string] | undefined {
  if (!/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag)) return undefined;
  try {
    const [canonical = tag] = Intl.getCanonicalLocales(tag);
    // Words such as "read" or "new" have the form of a tag, but no browser knows a language of that name.
    const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(canonical);
    return name === undefined ? undefined : [canonical];
  } catch {
    return undefined;
  }
}
