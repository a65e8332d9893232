import type { Change } from '../../../diff/delta.ts';
import type { ChangeContext, Verdict } from '../../change-rule.ts';
import { keepsExamples } from '../conversion-examples.ts';
import { keepsReviews } from '../document-evidence.ts';
import { linkDemand } from '../link-demand.ts';
import { listMove } from '../list-move.ts';
import { isTighterMeasure } from '../measure-limits.ts';
import { plainShift } from '../plain-shift.ts';
import type { Strengthening } from './strengthening.ts';

const PLANT = (more: string): string => `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
units: {kg: {dimension: mass}, g: {dimension: mass}}
${more}`;

/** A link that is required, a measure that asks for more, a criterion, review, worked value or system that is new. */
export const evidence: Strengthening = {
  claims: [
    { kinds: ['evidence-link'], paths: ['required', 'required.when'] },
    { kinds: ['measure'], paths: ['covers', 'limit', 'maxAge'] },
    { kinds: ['phase'], paths: ['after', 'entry', 'exit', 'rollback'] },
    { kinds: ['document'], paths: ['covers', 'reviewed'] },
    { kinds: ['conversion'], paths: ['examples', 'deployedIn'] },
    { kinds: ['set', 'value-map'], paths: ['deployedIn'] },
  ],
  check: verdicts,
  examples: [
    {
      name: 'the link is required',
      before: PLANT('evidenceLinks: {L1: {from: ncr, to: lot}}'),
      after: PLANT('evidenceLinks: {L1: {from: ncr, to: lot, required: true}}'),
      expect: ['compatible M evidence-link:L1 required'],
    },
    {
      name: 'a higher limit, and a fresher value',
      before: PLANT('measures: {DQ: {what: Complete records, limit: 95 %, maxAge: 90 d}}'),
      after: PLANT('measures: {DQ: {what: Complete records, limit: 99 %, maxAge: 30 d}}'),
      expect: ['compatible M measure:DQ limit', 'compatible M measure:DQ maxAge'],
    },
    {
      name: 'one more criterion, and a first way back',
      before: PLANT('phases: {P1: {live: [], exit: [Trained]}}'),
      after: PLANT('phases: {P1: {live: [], exit: [No open errors, Trained], rollback: Paper again}}'),
      expect: ['compatible M phase:P1 exit', 'compatible M phase:P1 rollback'],
    },
    {
      name: 'a document for one system more, and a first review',
      before: PLANT('documents: {SA-1: {kind: supplier, covers: [MES]}}'),
      after: PLANT(
        'documents: {SA-1: {kind: supplier, covers: [ERP, MES], reviewed: [{function: QA, name: A. Lindqvist, date: 2026-01-10}]}}',
      ),
      expect: ['compatible M document:SA-1 covers', 'compatible M document:SA-1 reviewed'],
    },
    {
      name: 'one more worked value, and one more system',
      before: PLANT('conversions: {C: {from: kg, to: g, factor: 1000, deployedIn: [MES]}}'),
      after: PLANT(
        'conversions: {C: {from: kg, to: g, factor: 1000, deployedIn: [ERP, MES], examples: [{in: 1, out: 1000}]}}',
      ),
      expect: ['compatible M conversion:C deployedIn', 'compatible M conversion:C examples'],
    },
    {
      name: 'a link that need not be there, and a lower limit',
      before: PLANT(
        'evidenceLinks: {L1: {from: ncr, to: lot, required: true}}\nmeasures: {DQ: {what: Complete records, limit: 99 %}}',
      ),
      after: PLANT('evidenceLinks: {L1: {from: ncr, to: lot}}\nmeasures: {DQ: {what: Complete records, limit: 95 %}}'),
      expect: [],
    },
  ],
};

function verdicts(change: Change, context: ChangeContext): readonly Verdict[] {
  if (change.after.kind === 'evidence-link') return linkDemand(change, context, 'stronger');
  return isMore(change) ? [{ what: plainShift(change) }] : [];
}

function isMore(change: Change): boolean {
  const { after, path, from, to } = change;
  if (after.kind === 'measure') return isTighterMeasure(change);
  switch (path[0]) {
    case 'rollback':
      return from === undefined;
    case 'reviewed':
      return keepsReviews(change);
    case 'examples':
      return keepsExamples(change);
    default:
      return listMove(from, to).gained;
  }
}
