import type { ErrorCode } from '../events/error-codes.ts';
import { BroadsideError } from '../events/errors.ts';
import { whyNothingCame } from '../network/failure.ts';

/**
 * Fetches a file that belongs to the bundle and lies beside it. Throws a BroadsideError that says what to do: if a file is missing
 * or is another one, the script was most often bundled, inlined or moved.
 */
export async function fetchBundleFile(address: URL, init: RequestInit, code: ErrorCode): Promise<Response> {
  const response = await fetch(address, init).catch((thrown: unknown) => {
    throw new BroadsideError(code, address.href, advised(whyNothingCame(address, thrown), address));
  });
  if (response.ok) return response;
  throw new BroadsideError(code, address.href, advised(`answered ${response.status}`, address));
}

function advised(message: string, { protocol }: URL): string {
  if (protocol === 'file:') return message;
  return `${message}; the file is missing, cut off or another than broadside.js was built with: serve it unchanged, and where broadside.js was bundled, inlined or moved, say on any script element where its folder is: data-broadside-base="https://news.example/broadside/0.1.0-…/"`;
}
