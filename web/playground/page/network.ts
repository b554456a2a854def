import type { Speed } from '../state/options.ts';

interface Line {
  /** The milliseconds until an answer begins. */
  readonly latency: number;
  readonly bytesPerMillisecond: number;
}

/** The lines as the developer tools of Chromium have them. */
const lines: Readonly<Partial<Record<Speed, Line>>> = {
  '4g': { latency: 165, bytesPerMillisecond: 9_000 / 8 },
  'slow-4g': { latency: 562, bytesPerMillisecond: 1_440 / 8 },
  '3g': { latency: 2_000, bytesPerMillisecond: 400 / 8 },
};

/** Returns the milliseconds that so many bytes take on a line. */
export function transferTime(speed: Speed, bytes: number): number {
  const line = lines[speed];
  return line ? line.latency + bytes / line.bytesPerMillisecond : 0;
}

/** Waits as long as so many bytes take. Fails as fetch() does if the network is lost. */
export async function transfer(speed: Speed, bytes: number): Promise<void> {
  if (speed === 'lost') throw new TypeError('Failed to fetch');
  const time = transferTime(speed, bytes);
  if (time > 0) await new Promise((resolve) => setTimeout(resolve, time));
}
