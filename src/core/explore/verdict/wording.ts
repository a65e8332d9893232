/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = names.at(-1);
  return names.length < 2 || last === undefined ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** `no fault`, `1 fault`, `2 faults`. */
export function counted(count: number, noun: string): string {
  return `${count === 0 ? 'no' : grouped(count)} ${noun}${count < 2 ? '' : 's'}`;
}

/** `1,234,567`: the same on every machine. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/gu, ',');
}
