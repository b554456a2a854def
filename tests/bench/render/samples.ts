/** Does the work `times` times, and returns how many milliseconds one time took. */
export type Timed = (times: number) => number;

export interface Plan {
  readonly rounds: number;
  /**
   * The number of times that the work is done in one sample, so that a sample is long compared to the clock's
   * resolution.
   */
  readonly times: number;
}

/** The median of each contender, by name, in milliseconds. */
export type Medians = Record<string, number>;

/**
 * Lets all contenders take turns, in a different order each round. What disturbs one then disturbs all, and none always
 * collects the garbage of the same neighbour.
 */
export function interleaved(contenders: Readonly<Record<string, Timed>>, { rounds, times }: Plan): Medians {
  const samples = new Map<string, number[]>(Object.keys(contenders).map((name) => [name, []]));
  const warmUp = Math.ceil(rounds / 5);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, contender] of shuffled(Object.entries(contenders))) {
      const sample = contender(times);
      if (round >= 0) samples.get(name)?.push(sample);
    }
  }
  return Object.fromEntries([...samples].map(([name, all]) => [name, median(all)]));
}

export function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

export function timed(act: () => unknown): Timed {
  return (times) => {
    const start = performance.now();
    for (let i = 0; i < times; i++) act();
    return (performance.now() - start) / times;
  };
}

/** Returns the middle one of the numbers. */
export function median(samples: readonly number[]): number {
  return [...samples].sort((a, b) => a - b)[samples.length >> 1] ?? NaN;
}
