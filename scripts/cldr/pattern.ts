/**
 * Returns a date pattern of CLDR's ("d 'de' MMMM") with placeholders instead of its fields ("{day} de {month}").
 * Letters are fields, unless they are quoted; a field that is not in the table is an error.
 */
export function translated(pattern: string, fields: Readonly<Record<string, string>>): string {
  return pattern.replace(/'([^']*)'|([A-Za-z])\2*/g, (part, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted;
    const placeholder = fields[part];
    if (placeholder === undefined)
      throw new Error(`The pattern "${pattern}" has the field ${part}, for which there is no placeholder`);
    return placeholder;
  });
}
