const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/**
 * The heading that `name` becomes where the article's title is a heading of `level`: an `h2` of a title on level 3 is an
 * `h4`. HTML ends at `h6`, and so do we.
 */
export function shiftedHeading(name: string, level: number): string {
  const own = headings.indexOf(name);
  return (own < 0 ? undefined : headings[Math.min(own + level, headings.length) - 1]) ?? name;
}
