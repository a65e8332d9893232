import { defineChangeRule } from '../change-rule.ts';
import { saysInForce } from '../linting/declared.ts';
import { named } from '../judging/wording.ts';

/** Reports an element that goes out of force: it is retired, or a draft again. */
export const elementRetired = defineChangeRule({
  id: 'element-retired',
  family: 'model',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['REG-DEP', 'TRC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an element that goes out of force: it is retired, or a draft again.',
  why: 'Its id stays, and whoever relies on it must be looked at as if it were gone.',
  fix: 'Judge it like a removed element, with each of its parts.',
  mirror: { rule: 'element-activated' },
  core: false,
  claims: [{ paths: ['status'] }],
  check({ after, from, to }) {
    if (!saysInForce(from) || saysInForce(to)) return [];
    // See interface-suspended.
    if (after.kind === 'interface' && to === 'draft') return [];
    return [
      {
        what: `${named(after)} goes out of force; it is ${to === 'retired' ? 'retired' : 'a draft'} now.`,
        retires: true,
      },
    ];
  },
  examples: [
    {
      name: 'retired',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {status: retired, from: A, to: B}}`,
      expect: ['breaking M interface:IF-1 status'],
    },
    {
      name: 'a draft again',
      before: `outputs: {RO: {kind: certificate}}`,
      after: `outputs: {RO: {kind: certificate, status: draft}}`,
      expect: ['breaking M output:RO status'],
    },
    {
      name: 'an interface that is a draft again is interface-suspended',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {status: draft, from: A, to: B}}`,
      expect: [],
    },
    {
      name: 'a draft is given up, another one comes into force',
      before: `systems: {A: {status: draft}, B: {status: draft}}`,
      after: `systems: {A: {status: retired}, B: {}}`,
      expect: [],
    },
  ],
});
