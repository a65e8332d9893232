import { defineChangeRule } from '../change-rule.ts';
import { patternChange, patternVerdict } from '../judging/pattern-change.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';

/** Reports a pattern that accepts other values than before, or of which that cannot be proved. */
export const fieldPatternChanged = defineChangeRule({
  id: 'field-pattern-changed',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-BND'],
  approvers: { approve: ['IT', 'QA'], inform: [] },
  purpose: 'Reports a pattern that accepts other values than before, or of which that cannot be proved.',
  why: 'What cannot be proved compatible is treated as broken: values that were valid may be rejected, and others let in.',
  fix: 'Declare the dialect of the pattern, or list the values that are to be accepted and rejected, and test them.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: VALUE_KINDS, paths: ['pattern.regex', 'pattern.dialect'] }],
  check(change, context) {
    const pattern = patternChange(change, context);
    return pattern?.is === 'different' || pattern?.is === 'unproven' ? [patternVerdict(change, pattern)] : [];
  },
  examples: [
    {
      name: 'neither accepts all that the other does',
      before: `objects: {lot: {fields: {nr: {type: string, pattern: {regex: 'L[a-m]', dialect: xsd}}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, pattern: {regex: 'L[k-z]', dialect: xsd}}}}}`,
      expect: ['breaking M field:lot.nr pattern.regex'],
    },
    {
      name: 'the dialect is not declared',
      before: `objects: {lot: {fields: {nr: {type: string, pattern: '\\d{4}'}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, pattern: '[0-9]{4}'}}}}`,
      expect: ['breaking M field:lot.nr pattern.regex'],
    },
    {
      name: 'the same expression in a dialect that is newly declared',
      before: `objects: {lot: {fields: {nr: {type: string, pattern: '[0-9]{4}'}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, pattern: {regex: '[0-9]{4}', dialect: xsd}}}}}`,
      expect: ['breaking M field:lot.nr pattern.dialect'],
    },
    {
      name: 'the same values, proved',
      before: `objects: {lot: {fields: {nr: {type: string, pattern: {regex: '\\d{4}', dialect: java}}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, pattern: {regex: '[0-9]{4}', dialect: java}}}}}`,
      expect: [],
    },
  ],
});
