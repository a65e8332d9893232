import { toldVerdict } from '../../explore/change/told-verdict.ts';
import type { ToldVerdict } from '../../explore/change/told-verdict.ts';
import { defineChangeRule } from '../change-rule.ts';
import { listed } from '../judging/wording.ts';

/** Verdicts of invariants of which the search cannot say anything. */
const OPEN: ReadonlySet<ToldVerdict> = new Set<ToldVerdict>(['incomplete', 'new-open']);

/** A report that blocks stock, with the bounds, the rest of its two steps, and more invariants. */
const plant = (bounds: string, raise: string, close: string, more: string): string => `systems: {QMS: {}, ERP: {}}
${bounds}
interfaces: {IF-1: {from: QMS, to: [ERP], pattern: event, unexpected: ignore}}
lifecycles:
  NCR: {system: QMS, initial: None, states: {None: pre, Open: open, Closed: closed}, transitions: {T01: {from: None, to: Open, by: anyone${raise}, emits: IF-1}, T02: {from: Open, to: Closed, by: anyone${close}}}}
  INV: {system: ERP, initial: QI, states: {QI: {class: quarantine, resting: true}, Blocked: {class: held, resting: true}}, transitions: {T01: {from: QI, to: Blocked, receives: IF-1}}}
invariants: {I1: {severity: high, never: {INV: QI, NCR: Open}, once: settled}${more}}`;

const ONE_MESSAGE = 'explore: {messages: 1}';

/** Reports that the search for forbidden situations ended before everything within its bounds was seen. */
export const explorationIncomplete = defineChangeRule({
  id: 'exploration-incomplete',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-NEG', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports that the search for forbidden situations ended before everything within its bounds was seen.',
  why: 'What was not looked at may hold a way to what must never happen; that nothing was found says nothing.',
  fix: 'Raise the limit or the bound that is named, leave out what does not matter with explore.without, or run the export on a larger machine.',
  mirror: { elsewhere: 'A complete search is no finding.' },
  core: true,
  claims: [],
  check({ exploration, base, head }) {
    if (exploration === undefined || exploration.complete) return [];
    const open = exploration.invariants.filter((one) => OPEN.has(toldVerdict(one, exploration)));
    const unknown =
      open.length === 0
        ? 'The combinations that only head reaches were not all looked for'
        : `Nothing can be said of ${listed(open.map(({ invariant }) => invariant))}`;
    const gaps = [...new Set([...exploration.head.gaps, ...exploration.base.gaps])];
    return [
      {
        what: `INCOMPLETE: ${gaps.join(' ')} ${unknown}.`,
        ...(base.project === undefined ? {} : { before: base.project }),
        ...(head.project === undefined ? {} : { after: head.project }),
        path: ['explore'],
        values: { from: undefined, to: undefined },
        identity: { gaps, invariants: open.map(({ invariant }) => invariant) },
        partial: true,
      },
    ];
  },
  examples: [
    {
      name: 'more messages than the declared bound lets wait',
      before: plant(ONE_MESSAGE, '', '', ''),
      after: plant(ONE_MESSAGE, ', reason: true', ', emits: IF-1', ''),
      expect: ['risky H project:project explore'],
    },
    {
      name: 'a new invariant, of which nothing can be said either',
      before: plant(ONE_MESSAGE, '', ', emits: IF-1', ''),
      after: plant(
        ONE_MESSAGE,
        '',
        ', emits: IF-1',
        ', I2: {severity: high, never: {INV: QI, NCR: Closed}, once: settled}',
      ),
      expect: ['risky H project:project explore'],
    },
    {
      name: 'the bound is found by the search',
      before: plant('', '', '', ''),
      after: plant('', '', ', emits: IF-1', ''),
      expect: [],
    },
  ],
});
