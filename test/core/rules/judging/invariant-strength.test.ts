import { describe, expect, it } from 'vitest';
import { CHANGE_RULES } from '../../../../src/core/rules/change/index.ts';
import { changeContext } from '../../../../src/core/rules/judging/change-context.ts';
import { runChangeRules } from '../../../../src/core/rules/run-change-rules.ts';
import { compare, sha256 } from '../small-project.ts';

const PLANT = (invariant: string): string => `systems: {A: {}, B: {}}
objects: {lot: {fields: {qty: {type: decimal}, scrap: {type: decimal}}}}
lifecycles:
  NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Open, to: Closed}}}
  CAPA: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}
invariants: {I: {${invariant}}}`;

/** What is said of an invariant that was edited, and which rule says so of the way back. */
function said(before: string, after: string): readonly string[] {
  const there = changeContext(compare(PLANT(before), PLANT(after)));
  const back = changeContext(compare(PLANT(after), PLANT(before)));
  return [there, back].map((context) =>
    runChangeRules(CHANGE_RULES, context, sha256)
      .map(({ finding }) => finding.ruleId)
      // What the search makes of it is another question, and judged elsewhere.
      .filter((id) => !['change-not-recorded', 'invariant-mended', 'invariant-newly-broken'].includes(id))
      .join(),
  );
}

describe('an invariant', () => {
  it.each([
    ['never', 'never: {NCR: [Open, Review]}', 'never: {NCR: Open}'],
    ['once', 'never: {NCR: Open}', 'never: {NCR: Open}, once: settled'],
    ['step', 'step: [NCR.T1, NCR.T2], requires: {CAPA: Closed}', 'step: [NCR.T1], requires: {CAPA: Closed}'],
    ['requires', 'step: [NCR.T1], requires: {NCR: Open}', 'step: [NCR.T1], requires: {NCR: [Open, Review]}'],
    ['before', 'before: [NCR.T2, NCR.T3], must: [CAPA.T1]', 'before: [NCR.T2], must: [CAPA.T1]'],
    ['since', 'before: [NCR.T2], must: [CAPA.T1], since: [NCR.T1]', 'before: [NCR.T2], must: [CAPA.T1]'],
    ['after', 'after: {NCR: [Open, Review]}, must: {CAPA: Closed}', 'after: {NCR: Open}, must: {CAPA: Closed}'],
    ['must', 'after: [NCR.T1], must: {NCR: Closed}', 'after: [NCR.T1], must: {NCR: [Closed, Review]}'],
    ['given', 'after: [NCR.T1], must: {NCR: Closed}', 'after: [NCR.T1], given: {CAPA: Open}, must: {NCR: Closed}'],
    ['without', 'after: [NCR.T1], must: {NCR: Closed}, without: people', 'after: [NCR.T1], must: {NCR: Closed}'],
    ['from', 'from: {NCR: [Open, Review]}, possible: {NCR: Closed}', 'from: {NCR: Open}, possible: {NCR: Closed}'],
    ['possible', 'from: {NCR: Open}, possible: {NCR: Closed}', 'from: {NCR: Open}, possible: {NCR: [Closed, Review]}'],
    ['reachable', 'reachable: {NCR: Closed}', 'reachable: {NCR: [Closed, Review]}'],
    ['gate', 'gate: {NCR: Closed, CAPA: Closed}, only: [NCR.T2]', 'gate: {NCR: Closed}, only: [NCR.T2]'],
    ['only', 'gate: {NCR: Closed}, only: [NCR.T2]', 'gate: {NCR: Closed}, only: [NCR.T2, NCR.T3]'],
    ['signed', 'gate: {NCR: Closed}, only: [NCR.T2], signed: true', 'gate: {NCR: Closed}, only: [NCR.T2]'],
    ['final', 'final: [CAPA.Closed, NCR.Closed]', 'final: [NCR.Closed]'],
    ['independent', 'independent: [CAPA, NCR], of: [CAPA]', 'independent: [NCR], of: [CAPA]'],
  ])('forbids less by %s, and more on the way back', (_, more, less) => {
    expect(said(more, less)).toEqual(['invariant-weakened', 'assurance-strengthened']);
  });

  it.each([
    ['another situation', 'never: {NCR: Open}', 'never: {NCR: Closed}'],
    ['one step for another', 'final: [NCR.Closed]', 'final: [CAPA.Closed]'],
    ['steps that have to come', 'before: [NCR.T2], must: [CAPA.T1]', 'before: [NCR.T2], must: [CAPA.T1, NCR.T1]'],
    ['other states behind the gate', 'gate: {NCR: Closed}, only: [NCR.T2]', 'gate: {NCR: Review}, only: [NCR.T2]'],
    ['another quantity', 'conserved: lot.qty, over: [NCR.T1]', 'conserved: lot.scrap, over: [NCR.T1]'],
    ['steps that move it', 'conserved: lot.qty, over: [NCR.T1]', 'conserved: lot.qty, over: [NCR.T1, NCR.T2]'],
    [
      'a condition instead of steps',
      'after: [NCR.T1], must: {NCR: Closed}',
      'after: {NCR: Review}, must: {NCR: Closed}',
    ],
    ['nothing said of who may enter', 'gate: {NCR: Closed}, only: [NCR.T2]', 'gate: {NCR: Closed}'],
  ])('that cannot be ranked is changed, both ways: %s', (_, one, other) => {
    expect(said(one, other)).toEqual(['invariant-changed', 'invariant-changed']);
  });
});
