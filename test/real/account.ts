/** Reads a value of one kind, or throws when the origin holds something else. */
export type Kind<T> = (value: unknown) => T;

export const text: Kind<string> = (value) => {
  if (typeof value !== 'string') throw new Error('is no text');
  return value;
};
export const flag: Kind<boolean> = (value) => {
  if (typeof value !== 'boolean') throw new Error('is neither true nor false');
  return value;
};
export const whole: Kind<number> = (value) => {
  if (!Number.isSafeInteger(value)) throw new Error('is no whole number');
  return value as number;
};
/** Nothing is said: null. */
export const nothing: Kind<undefined> = (value) => {
  if (value !== null) throw new Error('is not null: the importer has no place for it yet');
  return undefined;
};
/** A list without items. */
export const noItems: Kind<undefined> = (value) => {
  if (!Array.isArray(value) || value.length > 0) throw new Error('is not empty: the importer has no place for it yet');
  return undefined;
};
/** Null, which says nothing, or a value. */
export function maybe<T>(kind: Kind<T>): Kind<T | undefined> {
  return (value) => (value === null ? undefined : kind(value));
}
export function list<T>(kind: Kind<T>): Kind<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new Error('is no list');
    return value.map((item, index) => at(String(index), () => kind(item)));
  };
}
export function textMap<T>(kind: Kind<T>): Kind<ReadonlyMap<string, T>> {
  return (value) => {
    const entries = Object.entries(objectOf(value));
    return new Map(entries.map(([key, item]) => [key, at(key, () => kind(item))]));
  };
}

/** How an importer reads one JSON object: every key is either taken, or left with a reason. */
export interface Account {
  readonly take: <T>(key: string, kind: Kind<T>) => T;
  /** A key that may be missing. */
  readonly takeIfThere: <T>(key: string, kind: Kind<T>) => T | undefined;
  /** A key that is not imported, and why. */
  readonly leave: (key: string, reason: string) => void;
}

/** Reads a JSON object; throws when a key of it was neither taken nor left, or when one that is taken is missing. */
export function record<T>(read: (account: Account) => T): Kind<T> {
  return (value) => {
    const object = objectOf(value);
    const open = new Set(Object.keys(object));
    const account: Account = {
      take: (key, kind) => {
        if (!open.delete(key)) throw new Error(`has no "${key}"`);
        return at(key, () => kind(object[key]));
      },
      takeIfThere: (key, kind) => (open.has(key) ? account.take(key, kind) : undefined),
      leave: (key) => {
        open.delete(key);
      },
    };
    const result = read(account);
    if (open.size > 0) throw new Error(`has keys that the importer does not know: ${[...open].join(', ')}`);
    return result;
  };
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('is no object');
  return value as Record<string, unknown>;
}

/** Names the place in the message of whatever goes wrong there. */
function at<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`${place}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
