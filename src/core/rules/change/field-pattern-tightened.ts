import { defineChangeRule } from '../change-rule.ts';
import { amountOrder } from '../judging/amount-order.ts';
import { patternChange, patternVerdict } from '../judging/pattern-change.ts';
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
  mirror: { rule: 'field-pattern-loosened' },
  core: true,
  claims: [{ kinds: VALUE_KINDS, paths: ['pattern.regex', 'pattern.dialect', 'min', 'max'] }],
  check(change, context) {
    const pattern = patternChange(change, context);
    if (pattern !== undefined)
      return pattern.is === 'first' || pattern.is === 'narrower' ? [patternVerdict(change, pattern)] : [];
    const { after, path, from, to } = change;
    const name = path.join('.');
    if (path[0] === 'pattern') return [];
    const closer =
      from === undefined ||
      (name === 'min' ? amountOrder(from, to, context) === -1 : name === 'max' && amountOrder(from, to, context) === 1);
    if (to === undefined || !closer) return [];
    return [{ what: shift(`${named(after)}, ${name}`, from, to) }];
  },
  examples: [
    {
      name: 'new pattern',
      before: `objects: {lot: {fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, pattern: "^L[0-9]+$"}}}}`,
      expect: ['breaking M field:lot.nr pattern.regex'],
    },
    {
      name: 'a pattern that is proved to accept less: in XPath `\\d` is every Unicode digit',
      before: `objects: {lot: {fields: {nr: {type: string, pattern: {regex: '^ORG-\\d{4}$', dialect: xpath}}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, pattern: {regex: '^ORG-[0-9]{4}$', dialect: xpath}}}}}`,
      expect: ['breaking M field:lot.nr pattern.regex'],
    },
    {
      name: 'the same in ECMA-262, where it accepts the same',
      before: `objects: {lot: {fields: {nr: {type: string, pattern: {regex: '^ORG-\\d{4}$', dialect: ecma-262}}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, pattern: {regex: '^ORG-[0-9]{4}$', dialect: ecma-262}}}}}`,
      expect: [],
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
