import Fraction from 'fraction.js';

const SECONDS: Readonly<Record<string, string>> = {
  ms: '1/1000',
  s: '1',
  min: '60',
  h: '3600',
  d: '86400',
  weeks: '604800',
};

interface Duration {
  readonly amount: Fraction;
  readonly unit: string;
}

/** `60 s` → 60 and `s`; undefined for what is no plain duration. */
function parse(text: string): Duration | undefined {
  const match = /^(\d+(?:\.\d+)?) ?([a-z]+)$/u.exec(text);
  const [, amount, unit] = match ?? [];
  return amount === undefined || unit === undefined ? undefined : { amount: new Fraction(amount), unit };
}

function plain(value: Fraction): string {
  return value.d === 1n ? value.n.toString() : value.toString();
}

/** The sum of durations in their common unit, else in seconds; undefined when one of them cannot be added (months, years, working days). */
export function sumOfDurations(texts: readonly string[]): string | undefined {
  const durations = texts.map(parse);
  const [first] = durations;
  if (first === undefined) return undefined;
  if (durations.every((one) => one?.unit === first.unit)) {
    return `${plain(durations.reduce((sum, one) => sum.add(one?.amount ?? 0), new Fraction(0)))} ${first.unit}`;
  }
  let sum = new Fraction(0);
  for (const one of durations) {
    const seconds = one === undefined ? undefined : SECONDS[one.unit];
    if (one === undefined || seconds === undefined) return undefined;
    sum = sum.add(one.amount.mul(seconds));
  }
  return `${plain(sum)} s`;
}

/** The same amount `times` over: two retries of 60 s are 120 s. */
export function timesDuration(text: string, times: number): string | undefined {
  const one = parse(text);
  return one === undefined ? undefined : `${plain(one.amount.mul(times))} ${one.unit}`;
}
