import type { TemplatePosition, Tone } from './blocks.ts';
import { templateFailure } from './template-failure.ts';
import { isFigure, isRecord, isTableData } from './view-data.ts';

const TONES: readonly Tone[] = ['plain', 'muted', 'small', 'good', 'warn', 'high', 'critical'];

/** Options of a helper, read with the type that they must have. */
export class HelperOptions {
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #at: TemplatePosition;

  constructor(values: ReadonlyMap<string, unknown>, at: TemplatePosition) {
    this.#values = values;
    this.#at = at;
  }

  text(name: string): string | undefined {
    const value = this.#values.get(name);
    if (value === undefined || typeof value === 'string') return value;
    throw templateFailure(
      this.#at,
      'helper-option',
      `the option “${name}” is no text.`,
      'Give a text in quotes or a path to one.',
    );
  }

  number(name: string): number | undefined {
    const value = this.#values.get(name);
    const number = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
    if (number === undefined || (typeof number === 'number' && number > 0)) return number;
    throw templateFailure(
      this.#at,
      'helper-option',
      `the option “${name}” is no number.`,
      'Give a number, as in width=2.',
    );
  }

  choice<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const value = this.#values.get(name);
    if (value === undefined) return undefined;
    const word = words.find((each) => each === value);
    if (word === undefined)
      throw templateFailure(
        this.#at,
        'helper-option',
        `the option “${name}” must be one of ${words.join(', ')}.`,
        'Choose one of them.',
      );
    return word;
  }

  tone(name: string): Tone | undefined {
    return this.choice(name, TONES);
  }
}

/** Data that a mustache may print: text, and nothing else. */
export function printable(value: unknown, path: string, at: TemplatePosition): string {
  if (typeof value === 'string') return value;
  const kind = isTableData(value)
    ? 'a table'
    : isFigure(value)
      ? 'a figure'
      : Array.isArray(value)
        ? 'a list'
        : `a ${typeof value}`;
  throw templateFailure(
    at,
    'view-value-kind',
    `“${path}” is ${kind}, not a text.`,
    'Print texts; use if for booleans, each for lists, table for tables, figure for figures.',
  );
}

/** A value as a list. */
export function requireList(value: unknown, at: TemplatePosition): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw templateFailure(at, 'view-value-kind', 'a list is needed here.', 'Mend the path or the view data.');
}

/** Whether a condition holds: absent, empty and false do not. */
export function truth(value: unknown, at: TemplatePosition): boolean {
  if (typeof value === 'boolean') return value;
  if (value === undefined) return false;
  if (typeof value === 'string') return value !== '';
  if (Array.isArray(value)) return value.length > 0;
  if (isTableData(value)) return value.rows.length > 0;
  if (isRecord(value)) return true;
  throw templateFailure(
    at,
    'view-value-kind',
    'this is no condition.',
    'Conditions are booleans, texts, lists and objects.',
  );
}
