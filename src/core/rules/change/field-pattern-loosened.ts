import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import { defineChangeRule } from '../change-rule.ts';
import { amountOrder } from '../judging/amount-order.ts';
import { measuresTheSame } from '../judging/bounds.ts';
import { patternChange, patternVerdict } from '../judging/pattern-change.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a pattern that accepts more, a lowest or highest value that is further out, and a limit that is gone. */
export const fieldPatternLoosened = defineChangeRule({
  id: 'field-pattern-loosened',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-BND', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports a pattern that accepts more, a lowest or highest value that is further out, and a limit that is gone.',
  why: 'What was refused on entry now passes.',
  fix: 'Keep the limit, or show which other control finds a value that cannot be right.',
  mirror: { rule: 'field-pattern-tightened' },
  core: false,
  claims: [{ kinds: VALUE_KINDS, paths: ['pattern.regex', 'pattern.dialect', 'min', 'max'] }],
  check(change, context) {
    const pattern = patternChange(change, context);
    if (pattern !== undefined)
      return pattern.is === 'dropped' || pattern.is === 'wider' ? [patternVerdict(change, pattern)] : [];
    const { before, after, path, from, to } = change;
    if (path[0] === 'pattern') return [];
    if (from === undefined || (to !== undefined && !isFurther(path[0], amountOrder(from, to, context)))) return [];
    // The same number in another unit is another limit: whether it is further out, nobody can tell from it.
    if (to !== undefined && !measuresTheSame(change, context)) return [];
    const what = shift(`${named(after)}, ${path.join('.')}`, from, to);
    const raise = { risk: 'H', reason: 'it is a limit of a measured quantity' } as const;
    return [isMeasured(before, from) || isMeasured(after, to) ? { what, raise } : { what }];
  },
  examples: [
    {
      name: 'higher maximum',
      before: `objects: {lot: {fields: {pieces: {type: integer, max: 10}}}}`,
      after: `objects: {lot: {fields: {pieces: {type: integer, max: 12}}}}`,
      expect: ['risky M field:lot.pieces max'],
    },
    {
      name: 'no minimum any more, of a measured quantity',
      before: `objects: {lot: {fields: {bore: {type: decimal, unit: mm, min: 24.98, max: 25.02}}}}`,
      after: `objects: {lot: {fields: {bore: {type: decimal, unit: mm, max: 25.02}}}}`,
      expect: ['risky H field:lot.bore min'],
    },
    {
      name: 'no pattern any more',
      before: `objects: {lot: {fields: {nr: {type: string, pattern: "^L[0-9]+$"}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}}}}`,
      expect: ['risky M field:lot.nr pattern.regex'],
    },
    {
      name: 'higher maximum in another unit of known size, and the same one',
      before: `objects: {lot: {fields: {net: {type: decimal, unit: kg, max: 10 kg}, tare: {type: decimal, unit: kg, max: 10 kg}}}}`,
      after: `objects: {lot: {fields: {net: {type: decimal, unit: kg, max: 10000 g}, tare: {type: decimal, unit: kg, max: 10001 g}}}}`,
      expect: ['risky H field:lot.tare max'],
    },
    {
      name: 'lower maximum, and the same one written otherwise',
      before: `objects: {lot: {fields: {pieces: {type: integer, max: 10}, share: {type: decimal, max: 0.50}}}}`,
      after: `objects: {lot: {fields: {pieces: {type: integer, max: 8}, share: {type: decimal, max: 0.5}}}}`,
      expect: [],
    },
    {
      name: 'a higher number in a smaller unit',
      before: `objects: {lot: {fields: {mass: {type: decimal, unit: kg, max: 5}}}}`,
      after: `objects: {lot: {fields: {mass: {type: decimal, unit: g, max: 4000}}}}`,
      expect: [],
    },
  ],
});

function isFurther(name: string | undefined, order: -1 | 0 | 1 | undefined): boolean {
  return name === 'min' ? order === 1 : order === -1;
}

/** A limit with a unit, its own or that of the field, is one of engineering or specification. */
function isMeasured(element: Element, limit: Json | undefined): boolean {
  const ownUnit = typeof limit === 'string' && /[^\d\s./+-]/u.test(limit);
  return ownUnit || (element as Element<'field'>).attributes.unit !== undefined;
}
