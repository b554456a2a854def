const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/**
 * Returns the heading that `name` becomes if the article's title is a heading of `level`: below a title on level 3 an `h2`
 * becomes an `h4`. HTML has no heading below `h6`.
 */
export function shiftedHeading(name: string, level: number): string {
  const own = headings.indexOf(name);
  return (own < 0 ? undefined : headings[Math.min(own + level, headings.length) - 1]) ?? name;
}
