import { compareQuantities } from '../../diff/exact-amount.ts';
import type { Json } from '../../language/canonical.ts';
import { defineChangeRule } from '../change-rule.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a new pattern, a new limit, or a limit that is closer. */
export const fieldPatternTightened = defineChangeRule({
  id: 'field-pattern-tightened',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-BND', 'OQ-ERR'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a new pattern, a new limit, or a limit that is closer.',
  why: 'Values that were valid yesterday are rejected, in live messages and in stored records.',
  fix: 'Check the live values against the new limit before it is switched on.',
  mirror: {
    elsewhere:
      'A pattern or limit that is loosened has no rule of its own in this version and is reported as unclassified-change.',
  },
  core: true,
  claims: [{ kinds: VALUE_KINDS, paths: ['pattern.regex', 'pattern.dialect', 'min', 'max'] }],
  check({ before, after, path, from, to }) {
    const name = path.join('.');
    if (name === 'pattern.dialect') return [];
    const closer =
      from === undefined || (name === 'min' ? order(from, to) === -1 : name === 'max' && order(from, to) === 1);
    if (to === undefined || !closer) return [];
    const isNewPattern = name === 'pattern.regex' && !('pattern' in before.attributes);
    return [
      { what: shift(`${named(after)}, ${name}`, from, to), ...(isNewPattern ? { explains: ['pattern.dialect'] } : {}) },
    ];
  },
  examples: [
    {
      name: 'new pattern',
      before: `objects: {lot: {fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, pattern: "^L[0-9]+$"}}}}`,
      expect: ['breaking M field:lot.nr pattern.regex'],
    },
    {
      name: 'lower maximum',
      before: `objects: {lot: {fields: {nr: {type: decimal, max: 10}}}}`,
      after: `objects: {lot: {fields: {nr: {type: decimal, max: 9.5}}}}`,
      expect: ['breaking M field:lot.nr max'],
    },
    {
      name: 'higher maximum',
      before: `objects: {lot: {fields: {nr: {type: decimal, max: 10}}}}`,
      after: `objects: {lot: {fields: {nr: {type: decimal, max: 12}}}}`,
      expect: [],
    },
  ],
});

function order(from: Json | undefined, to: Json | undefined): -1 | 0 | 1 | undefined {
  return typeof from === 'string' && typeof to === 'string' ? compareQuantities(from, to) : undefined;
}
