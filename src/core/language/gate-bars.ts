/**
 * Every word that a gate understands, in the project file and after `--fail-on`: a class or a risk with all that is worse, and
 * `unapproved`. The one list: schema, command and judgement read it.
 */
export const GATE_BARS = [
  'breaking',
  'risky',
  'compatible',
  'editorial',
  'risk:C',
  'risk:H',
  'risk:M',
  'risk:L',
  'unapproved',
] as const;
