/** A median with the interval that holds the true one with 95 % probability. */
export interface Estimate {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Returns the median of samples and its interval of order statistics, which assumes nothing of their distribution: the number of
 * samples below the true median is binomial. With fewer than six samples no interval is that certain, and it is infinite.
 */
export function estimate(samples: readonly number[]): Estimate {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? NaN;
  const half = (sorted.length - 1) / 2;
  const median = (at(Math.floor(half)) + at(Math.ceil(half))) / 2;
  const outside = samplesOutside(sorted.length);
  if (outside < 1) return { median, low: -Infinity, high: Infinity };
  return { median, low: at(outside - 1), high: at(sorted.length - outside) };
}

/** Returns how many samples from either end the interval's bounds stand: the most for which both tails are within 2.5 %. */
function samplesOutside(count: number): number {
  let probability = 0.5 ** count;
  let tail = 0;
  for (let below = 0; below < count; below++) {
    tail += probability;
    if (tail > 0.025) return below;
    probability *= (count - below) / (below + 1);
  }
  return 0;
}

/** Returns how far the interval reaches from the median, in relation to it. */
export function reach({ median, low, high }: Estimate): number {
  return Math.max(median - low, high - median) / median;
}
