import { defineChangeRule } from '../change-rule.ts';
import { isMeaningOfCode } from '../judging/code-titles.ts';
import { differInNotesOnly } from '../judging/scenario-steps.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another title, description or printed remark. */
export const displayTextChanged = defineChangeRule({
  id: 'display-text-changed',
  family: 'model',
  judges: 'attribute',
  class: 'editorial',
  risk: undefined,
  evidence: [],
  approvers: { approve: [], inform: [] },
  purpose: 'Reports another title, description or printed remark.',
  why: 'It informs people only; no rule, mapping or test reads it.',
  fix: 'Nothing to do, unless people work by that text.',
  mirror: { self: true },
  core: true,
  claims: [
    { paths: ['title', 'description'] },
    { kinds: ['project'], paths: ['package.title', 'package.confidentiality', 'clauses.*.note'] },
    { kinds: ['exception'], paths: ['scenario.steps'] },
  ],
  check(change) {
    const { after, path, from, to } = change;
    if (isMeaningOfCode(change)) return [];
    if (after.kind !== 'exception' || path[0] !== 'scenario')
      return [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }];
    if (!differInNotesOnly(from, to)) return [];
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
      name: 'titles of codes whose meaning is written, of one that had no title, and in other letters',
      before: `codes: {CL: {values: {A: {title: First, meaning: Goes first}, B: {}, C: scrap  it}}}`,
      after: `codes: {CL: {values: {A: {title: Primary, meaning: Goes first}, B: Second, C: Scrap it}}}`,
      expect: ['editorial code:CL.A title', 'editorial code:CL.B title', 'editorial code:CL.C title'],
    },
    {
      name: 'titles of codes that are their meaning',
      before: `codes: {CL: {values: {"01": Release, "02": Scrap}}}`,
      after: `codes: {CL: {values: {"01": Scrap, "02": Release}}}`,
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
