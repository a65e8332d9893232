/** True, false, or unknown (undefined): a value that is empty, was never delivered or cannot be asked for. */
export type Truth = boolean | undefined;

/** Kleene's strong conjunction: false as soon as one is false, unknown as long as one is. */
export function allOf(values: readonly Truth[]): Truth {
  return values.includes(false) ? false : values.includes(undefined) ? undefined : true;
}

/** Kleene's strong disjunction. */
export function anyOf(values: readonly Truth[]): Truth {
  return values.includes(true) ? true : values.includes(undefined) ? undefined : false;
}

/** The opposite; of the unknown, the unknown. */
export function opposite(value: Truth): Truth {
  return value === undefined ? undefined : !value;
}
