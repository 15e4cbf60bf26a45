/** Mean times of the parts of a search, in microseconds. */
export interface Microseconds {
  readonly fingerprint: number;
  readonly lookUp: number;
  readonly comparison: number;
}

/** Adds up what the parts of a search take. */
export interface Times {
  readonly of: <Result>(name: keyof Microseconds, work: () => Result) => Result;
  readonly means: () => Microseconds;
}

/** A clock for each part of a search. */
export function createTimes(): Times {
  const spent = { fingerprint: 0, lookUp: 0, comparison: 0 };
  const runs = { fingerprint: 0, lookUp: 0, comparison: 0 };
  const mean = (name: keyof typeof spent): number => Math.round((spent[name] * 1_000) / Math.max(1, runs[name]));
  return {
    of: (name, work) => {
      const start = performance.now();
      const result = work();
      spent[name] += performance.now() - start;
      runs[name]++;
      return result;
    },
    means: () => ({ fingerprint: mean('fingerprint'), lookUp: mean('lookUp'), comparison: mean('comparison') }),
  };
}
