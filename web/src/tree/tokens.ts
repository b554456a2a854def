/** Returns the tokens of a list, such as a `class`, whose tokens have single spaces between. */
export function tokensOf(list: string): string[] {
  return list.split(' ');
}
