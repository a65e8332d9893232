import { defineChangeRule } from '../change-rule.ts';
import type { NewPath } from '../../explore/change/change-exploration.ts';

/** Classes of a record that can be used, and of one that speaks against its use. */
const USABLE: ReadonlySet<string> = new Set(['released']);
const AGAINST: ReadonlySet<string> = new Set(['open', 'held', 'quarantine']);

/** A report and stock, with the rest of one step of each; no invariant says which of their states exclude each other. */
const plant = (raise: string, release: string): string => `lifecycles:
  NCR: {initial: None, states: {None: pre, Open: open}, transitions: {T01: {from: None, to: Open, by: anyone${raise}}}}
  INV:
    initial: QI
    states: {QI: quarantine, Released: {class: released, resting: true}}
    transitions: {T01: {from: QI, to: Released, by: anyone${release}}}
invariants: {I1: {reachable: {INV: Released}}}`;

/** Reports that something released can now stand beside something open, held or in quarantine, where no invariant says so. */
export const releasePathOpened = defineChangeRule({
  id: 'release-path-opened',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-NEG', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports that a released state can now stand beside an open, held or quarantined one, which it could not before.',
  why: 'Whether that is meant is a question that no invariant answers.',
  fix: 'Write the invariant that forbids it, or say in the change record why it is wanted.',
  mirror: {
    elsewhere: 'A combination that can no longer be reached is no finding; the steps that closed it are judged.',
  },
  core: true,
  claims: [],
  check({ exploration, base, head }) {
    return (exploration?.newPaths ?? []).filter(isRelease).flatMap((path) => {
      const [first] = path.states;
      const lifecycle = first === undefined ? undefined : head.get('lifecycle', first.lifecycle);
      if (lifecycle === undefined) return [];
      const before = base.get('lifecycle', lifecycle.id);
      return [
        {
          what: `Newly reachable in ${path.steps} ${path.steps === 1 ? 'step' : 'steps'}: ${path.what}.`,
          ...(before === undefined ? {} : { before }),
          after: lifecycle,
          path: [],
          values: { from: undefined, to: undefined },
          identity: { states: path.states.map(({ lifecycle: id, state }) => `${id}=${state}`) },
          partial: true,
        },
      ];
    });
  },
  examples: [
    {
      name: 'stock is released before the check, and nothing forbids it',
      before: plant(', when: {INV: QI}', ', when: {NCR: None}'),
      after: plant(', reason: true, when: {INV: QI}', ''),
      expect: ['risky H lifecycle:INV'],
    },
    { name: 'it could be before', before: plant('', ''), after: plant('', ', reason: true'), expect: [] },
  ],
});

function isRelease({ classes }: NewPath): boolean {
  return classes.some((one) => USABLE.has(one)) && classes.some((one) => AGAINST.has(one));
}
