const number = '(?:0|[1-9]\\d*)';
const identifier = `(?:${number}|\\d*[a-zA-Z-][0-9a-zA-Z-]*)`;

/** The grammar of https://semver.org/. */
const semanticVersion = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-${identifier}(?:\\.${identifier})*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`,
);

export function isSemanticVersion(version: string): boolean {
  return semanticVersion.test(version);
}

/** Returns the version as Debian orders versions: there only what follows `~` comes before the version without it. */
export function debianVersion(version: string): string {
  const [release = '', build] = version.split('+');
  const before = release.replace('-', '~').replaceAll('-', '.');
  return build === undefined ? before : `${before}+${build.replaceAll('-', '.')}`;
}
