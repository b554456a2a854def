/** Returns a version's notes in a changelog of the form of https://keepachangelog.com/; undefined if there are none. */
export function notesOf(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^(?=## )/m);
  const section = sections.find((text) => text.startsWith(`## [${version}]`));
  const notes = section?.replace(/^.*\n/, '').trim();
  return notes === '' ? undefined : notes;
}
