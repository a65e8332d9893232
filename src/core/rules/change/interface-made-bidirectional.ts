import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a flow that now also runs back. */
export const interfaceMadeBidirectional = defineChangeRule({
  id: 'interface-made-bidirectional',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-SYN', 'OQ-ERR', 'OQ-KEY'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a flow that now also runs back.',
  why: 'A second writer appears: echoes and conflicts have to be dealt with.',
  fix: 'Say how an echo is told from a change (`echo`), and which side wins.',
  mirror: { rule: 'interface-made-unidirectional' },
  core: true,
  claims: [{ kinds: ['interface'], paths: ['twoWay'] }],
  check: ({ after, from, to }) =>
    to === true ? [{ what: shift(`${named(after)}, runs both ways`, from ?? false, to) }] : [],
  examples: [
    {
      name: 'runs both ways',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, twoWay: true}}`,
      expect: ['risky H interface:IF-1 twoWay'],
    },
    {
      name: 'one way, said aloud',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, twoWay: false}}`,
      expect: [],
    },
    {
      name: 'one way only',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, twoWay: true}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      expect: [],
    },
  ],
});
