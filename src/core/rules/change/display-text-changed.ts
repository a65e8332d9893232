import { isObject } from '../../diff/comparable.ts';
import { identical } from '../../diff/compare-attributes.ts';
import type { Json } from '../../language/canonical.ts';
import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another title, description or remark of a scenario step. */
export const displayTextChanged = defineChangeRule({
  id: 'display-text-changed',
  family: 'model',
  judges: 'attribute',
  class: 'editorial',
  risk: undefined,
  evidence: [],
  approvers: { approve: [], inform: [] },
  purpose: 'Reports another title, description or remark of a scenario step.',
  why: 'It informs people only; no rule, mapping or test reads it.',
  fix: 'Nothing to do, unless people work by that text.',
  mirror: { self: true },
  core: true,
  claims: [
    { paths: ['title', 'description'] },
    { kinds: ['project'], paths: ['package.title'] },
    { kinds: ['exception'], paths: ['scenario.steps'] },
  ],
  check({ after, path, from, to }) {
    if (after.kind !== 'exception' || path[0] !== 'scenario')
      return [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }];
    if (from === undefined || to === undefined || !identical(withoutNotes(from), withoutNotes(to))) return [];
    return [{ what: `${named(after)}, remarks printed with the steps of its scenario, differ.` }];
  },
  examples: [
    {
      name: 'another title',
      before: `systems: {MES: {title: Execution}}`,
      after: `systems: {MES: {title: Manufacturing execution}}`,
      expect: ['editorial system:MES title'],
    },
    {
      name: 'wrapped otherwise',
      before: `systems: {MES: {title: Manufacturing execution}}`,
      after: `systems: {MES: {title: "Manufacturing
  execution"}}`,
      expect: [],
    },
    {
      name: 'what people do while the other end is down',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: manual, note: Call the shift lead.}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: manual, note: Go on.}}}`,
      expect: [],
    },
    {
      name: 'normative meaning of a code',
      before: `codes: {CL: {values: {A: {meaning: First}}}}`,
      after: `codes: {CL: {values: {A: {meaning: Second}}}}`,
      expect: [],
    },
  ],
});

/** The steps of a scenario without the remarks that are only printed. */
function withoutNotes(steps: Json): Json {
  if (!Array.isArray(steps)) return steps;
  return steps.map((step: Json) =>
    isObject(step) ? Object.fromEntries(Object.entries(step).filter(([name]) => name !== 'note')) : step,
  );
}
