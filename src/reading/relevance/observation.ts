/** Something observed of a document and a show. `key` finds its words, `said` fills them in; `features` are what is weighed. */
export interface Observation {
  readonly key: string;
  readonly said: string;
  readonly features: readonly string[];
}

/** One observation where a condition holds, else none. */
export const when = (condition: boolean, key: string, said = ''): readonly Observation[] =>
  condition ? [{ key, said, features: [key] }] : [];

/** A number as the limits that it reaches; none where it reaches none. */
export const counted = (
  value: number,
  key: string,
  limits: readonly number[],
  said = `${value}`,
): readonly Observation[] => {
  const features = limits.filter((limit) => value >= limit).map((limit) => `${key}>=${limit}`);
  return features.length > 0 ? [{ key, said, features }] : [];
};
