import type { Change } from '../../diff/delta.ts';
import { defineChangeRule } from '../change-rule.ts';
import type { ChangeContext } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';
import { declaredDimension, unitScale } from '../linting/unit-scale.ts';

/** Reports a unit that measures something else, or is another amount of a known unit. */
export const unitDefinitionChanged = defineChangeRule({
  id: 'unit-definition-changed',
  family: 'quantities',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-UOM'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports a unit that measures something else, or is another amount of a known unit.',
  why: 'Every field that names the unit means another amount with the same number.',
  fix: 'Declare a unit of another name, and change the fields that mean it.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['unit'], paths: ['dimension', 'equals'] }],
  check(change, context) {
    const { after, path, from, to } = change;
    const moved = shiftOf(change, context);
    if (moved === 'equal') return [];
    const what = shift(`${named(after)}, ${path.join('.')}`, from, to);
    const reason = 'every value in this unit is another amount now';
    return [moved === 'other' ? { what, raise: { class: 'breaking', risk: 'H', reason } } : { what }];
  },
  examples: [
    {
      name: 'another amount',
      before: `units: {drum: {dimension: mass, equals: 200 kg}}`,
      after: `units: {drum: {dimension: mass, equals: 180 kg}}`,
      expect: ['breaking H unit:drum equals'],
    },
    {
      name: 'another dimension',
      before: `units: {drum: {dimension: mass}}`,
      after: `units: {drum: {dimension: count}}`,
      expect: ['breaking H unit:drum dimension'],
    },
    {
      name: 'said for the first time how much it is, and of a unit that was known',
      before: `units: {drum: {dimension: mass}, kg: {dimension: mass}}`,
      after: `units: {drum: {dimension: mass, equals: 180 kg}, kg: {dimension: mass, equals: 453.6 g}}`,
      expect: ['risky M unit:drum equals', 'breaking H unit:kg equals'],
    },
    {
      name: 'nothing says any more how much it is',
      before: `units: {drum: {dimension: mass, equals: 180 kg}}`,
      after: `units: {drum: {dimension: mass}}`,
      expect: ['breaking H unit:drum equals'],
    },
    {
      name: 'the same amount in another unit',
      before: `units: {drum: {dimension: mass, equals: 180 kg}}`,
      after: `units: {drum: {dimension: mass, equals: 180000 g}}`,
      expect: [],
    },
    {
      name: 'another title',
      before: `units: {drum: {dimension: mass, title: Drum}}`,
      after: `units: {drum: {dimension: mass, title: Steel drum}}`,
      expect: [],
    },
  ],
});

/** Whether values in the unit are another amount than before; `new` where nothing had said how large it is. */
function shiftOf({ before, after, path, from, to }: Change, { base, head }: ChangeContext): 'equal' | 'new' | 'other' {
  if (path[0] === 'dimension') {
    const [was, is] = [from, to].map((name) => (typeof name === 'string' ? declaredDimension(name) : undefined));
    return was === is ? 'new' : 'other';
  }
  const [was, is] = [unitScale(base, before.id), unitScale(head, after.id)];
  if (was?.size === undefined) return from === undefined ? 'new' : 'other';
  if (is?.size === undefined || was.dimension !== is.dimension) return 'other';
  return was.size.factor.equals(is.size.factor) && was.size.offset.equals(is.size.offset) ? 'equal' : 'other';
}
