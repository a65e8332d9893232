import type { SourceScalar } from './spec-document.ts';

/** What a YAML 1.1 or 1.2 parser makes of a plain scalar in place of the text that is written. */
export type Retyping =
  | 'null'
  | 'boolean'
  | 'word boolean'
  | 'integer'
  | 'decimal'
  | 'padded decimal'
  | 'exponent'
  | 'octal'
  | 'grouped number'
  | 'hexadecimal'
  | 'sexagesimal'
  | 'date'
  | 'special number';

/** In the order in which they are tried; the first that fits the whole scalar wins. */
const FORMS: readonly (readonly [Retyping, RegExp])[] = [
  ['null', /^(~|null|Null|NULL)$/],
  ['boolean', /^(true|false)$/],
  ['word boolean', /^(True|TRUE|False|FALSE|y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$/],
  ['integer', /^[-+]?(0|[1-9]\d*)$/],
  ['octal', /^[-+]?(0\d+|0o[0-7]+|0[0-7][0-7_]*_[0-7_]*)$/],
  ['hexadecimal', /^[-+]?0[xb][\da-fA-F_]+$/],
  ['grouped number', /^[-+]?\d[\d_]*_[\d_]*(\.[\d_]*)?$/],
  ['decimal', /^[-+]?(0|[1-9]\d*)?\.(\d*[1-9]|0)$/],
  ['padded decimal', /^[-+]?(\d+\.\d*|\.\d+)$/],
  ['exponent', /^[-+]?(\d[\d_]*(\.[\d_]*)?|\.\d[\d_]*)[eE][-+]?\d+$/],
  ['sexagesimal', /^[-+]?\d[\d_]*(:[0-5]?\d)+(\.\d*)?$/],
  ['date', /^\d{4}-\d{1,2}-\d{1,2}([Tt]|[ \t]+|$)(\d{1,2}:\d\d:\d\d(\.\d*)?[ \t]*(Z|[-+]\d{1,2}(:\d\d)?)?)?$/],
  ['special number', /^[-+]?\.(inf|Inf|INF)$|^\.(nan|NaN|NAN)$/],
];

/** How a plain scalar would be retyped; undefined when every parser takes it as the text it is, or it is quoted. */
export function retyping(scalar: SourceScalar): Retyping | undefined {
  if (scalar.style === 'empty') return 'null';
  // The longest form is a time stamp; the guard keeps hostile scalars away from the expressions.
  if (scalar.style !== 'plain' || scalar.text.length > 100) return longNumber(scalar);
  return WORTH_A_LOOK.test(scalar.text) ? FORMS.find(([, form]) => form.test(scalar.text))?.[0] : undefined;
}

/** Fits whatever one of the forms fits: most scalars are names and words, and this tells in one step. */
const WORTH_A_LOOK = /^[-+.\d~]|^(?:null|true|false|y|yes|n|no|on|off)$/i;

function longNumber(scalar: SourceScalar): Retyping | undefined {
  return scalar.style === 'plain' && /^[-+.\d][\d._]*$/.test(scalar.text) ? 'integer' : undefined;
}

/** What to call a retyped scalar, for a sentence such as `"NO" is read as a yes-or-no value by some programs`. */
export const RETYPED_AS: Readonly<Record<Retyping, string>> = {
  null: 'no value at all',
  boolean: 'true or false',
  'word boolean': 'true or false',
  integer: 'a number',
  decimal: 'a number',
  'padded decimal': 'a number, and its last zero is lost',
  exponent: 'a number in scientific notation',
  octal: 'a number, and its first zero is lost',
  'grouped number': 'a number',
  hexadecimal: 'a hexadecimal or binary number',
  sexagesimal: 'a number to the base of 60',
  date: 'a point in time',
  'special number': 'a number',
};

/** A scalar in the quotes in which YAML takes it literally. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}
