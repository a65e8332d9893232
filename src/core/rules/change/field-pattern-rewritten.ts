import { defineChangeRule } from '../change-rule.ts';
import { patternChange, patternVerdict } from '../judging/pattern-change.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';

/** Reports a pattern that is written otherwise and is proved to accept the same values. */
export const fieldPatternRewritten = defineChangeRule({
  id: 'field-pattern-rewritten',
  family: 'data',
  judges: 'attribute',
  class: 'editorial',
  risk: undefined,
  evidence: [],
  approvers: { approve: [], inform: [] },
  purpose: 'Reports a pattern that is written otherwise and is proved to accept the same values.',
  why: 'No value is accepted or rejected that was not before.',
  fix: 'Nothing to do, as long as the systems read the pattern in the dialect that is declared.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: VALUE_KINDS, paths: ['pattern.regex', 'pattern.dialect'] }],
  check(change, context) {
    const pattern = patternChange(change, context);
    return pattern?.is === 'equal' ? [patternVerdict(change, pattern)] : [];
  },
  examples: [
    {
      name: 'in ECMA-262 `\\d` is `[0-9]`',
      before: `objects: {lot: {fields: {nr: {type: string, pattern: {regex: '\\d{4}', dialect: ecma-262}}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, pattern: {regex: '[0-9]{4}', dialect: ecma-262}}}}}`,
      expect: ['editorial field:lot.nr pattern.regex'],
    },
    {
      name: 'another dialect in which the expression means the same',
      before: `objects: {lot: {fields: {nr: {type: string, pattern: {regex: '[0-9]{4}', dialect: pcre}}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, pattern: {regex: '[0-9]{4}', dialect: java}}}}}`,
      expect: ['editorial field:lot.nr pattern.dialect'],
    },
    {
      name: 'another dialect in which it means something else',
      before: `objects: {lot: {fields: {nr: {type: string, pattern: {regex: '\\d{4}', dialect: ecma-262}}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, pattern: {regex: '\\d{4}', dialect: xsd}}}}}`,
      expect: [],
    },
  ],
});
