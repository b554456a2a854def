/** The help that the command prints for itself, and for each of its commands. */
export interface Help {
  readonly main: string;
  readonly commands: ReadonlyMap<string, string>;
}

/** Returns the names of the commands that the command's own help lists. */
export function commandsIn(help: string): string[] {
  const [, list = ''] = /^Subcommands:\n((?: {2}.*\n?)+)/m.exec(help) ?? [];
  return [...list.matchAll(/^ {2}([\w-]+)/gm)].map(([, name = '']) => name);
}

/** Returns the manual page of the command: its help texts, so that both say the same. */
export function manualOf({ main, commands }: Help, version: string, date: string): string {
  const texts = [...commands].map(([name, help]) => `.SS broadside ${literal(name)}\n${verbatim(help)}`);
  return `.TH BROADSIDE 1 "${date}" "broadside ${literal(version)}" "User Commands"
.SH NAME
broadside \\- publishes Markdown articles that any web page can carry, and keeps their replies
.SH SYNOPSIS
.B broadside
.I COMMAND
[\\fIOPTIONS\\fR]
.SH DESCRIPTION
${verbatim(main)}.SH COMMANDS
${texts.join('')}`;
}

/** Shows a text as it is, line by line. */
function verbatim(text: string): string {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => (/^[.']/.test(line) ? `\\&${literal(line)}` : literal(line)));
  return `.nf\n${lines.join('\n')}\n.fi\n`;
}

function literal(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-');
}
