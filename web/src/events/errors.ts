import type { ErrorCode } from './error-codes.ts';
import { fire } from './events.ts';

/** An error for the developer of the page. It says what went wrong (`code`), where (an address or a path in it), and why. */
export class BroadsideError extends Error {
  override readonly name = 'BroadsideError';
  readonly code: ErrorCode;
  readonly where: string;
  /** Something that is late and may still come; undefined if nothing is. */
  readonly coming: Promise<unknown> | undefined;

  constructor(code: ErrorCode, where: string, message: string, coming?: Promise<unknown>) {
    super(message);
    this.code = code;
    this.where = where;
    this.coming = coming;
  }

  /** Returns whatever was thrown as a BroadsideError. */
  static from(thrown: unknown, code: ErrorCode, where: string): BroadsideError {
    if (thrown instanceof BroadsideError) return thrown;
    return new BroadsideError(code, where, thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** Reports an error to the developer, in one line of the console and in a `broadside:error` event at the element. */
export function report(element: HTMLElement, error: BroadsideError): void {
  const { code, where, message } = error;
  console.error(`broadside: ${code}: ${message} (${where})`);
  fire(element, 'broadside:error', { code, where, message });
}
