import { BroadsideError } from '../events/errors.ts';
import { whyNothingCame } from './failure.ts';

export interface Bounds {
  /** More bytes than this are not read. */
  readonly bytes: number;
  /** The time for which the other side may be silent, in milliseconds. */
  readonly silence: number;
}

export interface Download {
  readonly response: Response;
  readonly text: string;
}

/**
 * Fetches a text, bounded in size and in time. Throws a BroadsideError with the code `network`, `timeout` or `too-large`; if the
 * caller's own signal aborts, its reason is thrown as it is.
 */
export async function download(
  address: URL,
  init: RequestInit,
  bounds: Bounds,
  signal: AbortSignal,
): Promise<Download> {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort(signal.reason);
  };
  signal.throwIfAborted();
  signal.addEventListener('abort', abort);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      controller.abort(silent(address, bounds));
    }, bounds.silence);
  };
  try {
    wait();
    const response = await fetch(address, { ...init, signal: controller.signal });
    return { response, text: await read(response, bounds, wait) };
  } catch (thrown) {
    if (signal.aborted) throw signal.reason;
    const why: unknown = controller.signal.aborted ? controller.signal.reason : thrown;
    if (why instanceof BroadsideError) throw why;
    throw new BroadsideError('network', address.href, whyNothingCame(address, why));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    controller.abort();
  }
}

/** Reads the text and counts its bytes while they arrive, since Content-Length may be missing and is that of the packed bytes. */
async function read(response: Response, bounds: Bounds, arrived: () => void): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    arrived();
    bytes += value.length;
    if (bytes > bounds.bytes) throw new BroadsideError('too-large', response.url, `more than ${bounds.bytes} bytes`);
    text += decoder.decode(value, { stream: true });
  }
}

function silent(address: URL, bounds: Bounds): BroadsideError {
  return new BroadsideError('timeout', address.href, `no answer within ${bounds.silence / 1000} seconds`);
}
