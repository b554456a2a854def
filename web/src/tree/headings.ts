/**
 * The heading that `name` becomes where the article's title is a heading of `level`: an `h2` of a title on level 3 is an
 * `h4`. HTML ends at `h6`, and so do we.
 */
export function shiftedHeading(name: string, level: number): string {
  const own = /^h([1-6])$/.exec(name);
  return own ? `h${Math.min(6, Number(own[1]) + level - 1)}` : name;
}
