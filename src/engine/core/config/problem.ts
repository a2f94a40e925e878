/** What is wrong, in a form a screen can show beside the field (design.md, "Errors"). */
export interface ConfigurationProblem {
  /** Path of the field, such as `services[0].offers.ringTimeoutSeconds`. */
  readonly field: string;
  readonly rule: string;
  readonly mend: string;
}

/** Positions of values that stood before, with the value. */
export function repeated(values: readonly string[]): (readonly [number, string])[] {
  const seen = new Set<string>();
  return values.flatMap((value, index): (readonly [number, string])[] => {
    if (seen.has(value)) return [[index, value]];
    seen.add(value);
    return [];
  });
}
