import { defineChangeRule } from '../change-rule.ts';
import { linksOnTheOtherSide } from '../judging/trace-links.ts';
import { named } from '../judging/wording.ts';

/** Reports an element that is written in another file, or a link that is written on its other side. */
export const elementRelocated = defineChangeRule({
  id: 'element-relocated',
  family: 'model',
  judges: 'comparison',
  class: 'editorial',
  risk: undefined,
  evidence: [],
  approvers: { approve: [], inform: [] },
  purpose: 'Reports an element that is written in another file, or a link that is written on its other side.',
  why: 'Files are not meaning; nothing else differs by it.',
  fix: 'Nothing to do.',
  mirror: { self: true },
  core: true,
  claims: [
    { paths: ['satisfies'] },
    { kinds: ['requirement'], paths: ['satisfiedBy'] },
    { kinds: ['test'], paths: ['verifies'] },
  ],
  check: (context) => [
    ...context.diff.identities.flatMap(({ before, after, relocated }) =>
      relocated
        ? [
            {
              what: `${named(after)} moved from ${before.at.file} to ${after.at.file}.`,
              before,
              after,
              values: { from: before.at.file, to: after.at.file },
              // What it is called now is another question.
              partial: true,
            },
          ]
        : [],
    ),
    ...linksOnTheOtherSide(context),
  ],
  examples: [
    {
      name: 'link on the other side',
      before: `systems: {MES: {}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked., satisfiedBy: [MES]}}`,
      after: `systems: {MES: {satisfies: [URS-1]}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked.}}`,
      expect: ['editorial requirement:URS-1 satisfiedBy', 'editorial system:MES satisfies'],
    },
    {
      name: 'link gone',
      before: `systems: {MES: {}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked., satisfiedBy: [MES]}}`,
      after: `systems: {MES: {}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked.}}`,
      expect: [],
    },
  ],
});
