/** Does it so many times, and says how many milliseconds one took. */
export type Timed = (times: number) => number;

export interface Plan {
  readonly rounds: number;
  /** How often a thing is done in one sample, so that a sample is long against the clock's grain. */
  readonly times: number;
}

/** By name, the median in milliseconds. */
export type Medians = Record<string, number>;

/** All take turns, each round beginning with another, so that what disturbs one disturbs all. */
export function interleaved(contenders: Readonly<Record<string, Timed>>, { rounds, times }: Plan): Medians {
  const names = Object.keys(contenders);
  const samples = new Map<string, number[]>(names.map((name) => [name, []]));
  const warmUp = Math.ceil(rounds / 5);
  for (let round = -warmUp; round < rounds; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round + warmUp) % names.length] ?? '';
      const sample = contenders[name]?.(times) ?? NaN;
      if (round >= 0) samples.get(name)?.push(sample);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(samples.get(name) ?? [])]));
}

export function timed(act: () => unknown): Timed {
  return (times) => {
    const start = performance.now();
    for (let i = 0; i < times; i++) act();
    return (performance.now() - start) / times;
  };
}

function median(samples: readonly number[]): number {
  return [...samples].sort((a, b) => a - b)[samples.length >> 1] ?? NaN;
}
