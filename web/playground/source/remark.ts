/** A likely mistake in a text, at the place where it begins. Lines and columns are counted from 1, columns in UTF-16. */
export interface Remark {
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
  readonly severity: 'warning' | 'error';
}
