import type { DocumentFront } from '../../core/documents/document-type.ts';
import type { ResponsibilityMatrixFacts } from '../../core/documents/responsibility-matrix.ts';
import type { ViewData } from '../view-data.ts';
import { frontMatterView } from './front-matter-view.ts';
import { changesView, comparedView, gapsView } from './stated-view.ts';
import { capital, declared, number } from './view-words.ts';

type Facts = ResponsibilityMatrixFacts;

/** The values of the template `responsibility-matrix`. */
export function responsibilityMatrixView(facts: Facts, front: DocumentFront): ViewData {
  const byHand = facts.steps.filter(({ hops }) => hops.some(({ over, by }) => over.length === 0 && by.length > 0));
  return {
    front: frontMatterView(facts.front, front),
    texts: {
      scoping: facts.texts.scoping ?? '',
      overlaps: facts.texts.overlaps ?? '',
      remarks: facts.texts.remarks ?? '',
    },
    totals: {
      steps: number(facts.steps.length, 'process step'),
      systems: number(facts.systems.length, 'system'),
      byHand: number(byHand.length, 'step'),
      overlaps: number(facts.overlaps.length, 'overlap'),
    },
    scoping: scopingView(facts.scoping),
    steps: facts.steps.map((row) => ({
      ...comparedView('steps', row),
      title: row.title,
      waysTone: row.hops.some(({ over, by }) => over.length === 0 && by.length === 0)
        ? 'high'
        : row.hops.some(({ over }) => over.length === 0)
          ? 'warn'
          : row.ways.before !== null || row.crossing.before !== null
            ? 'warn'
            : 'plain',
    })),
    systems: facts.systems.map((row) => ({ ...comparedView('systems', row), title: row.title })),
    flows: facts.flows.map((row) => ({ ...comparedView('flows', row), title: row.title, ends: row.ends })),
    outputs: facts.outputs.map((row) => ({
      ...comparedView('outputs', row),
      title: row.title,
      kind: capital(row.kind),
    })),
    content: facts.content.map((row) => comparedView('content', row)),
    events: facts.events.map((row) => ({ ...comparedView('events', row), title: row.title })),
    objects: facts.objects.map((row) => ({
      ...comparedView('objects', row),
      title: row.title,
      limitTone: row.qualityLimit.standing === 'not declared' || row.belowLimit ? 'high' : 'plain',
    })),
    decisions: facts.decisions.map((row) => ({
      ...comparedView('decisions', row),
      title: row.title,
      kind: capital(row.kind),
    })),
    grid: facts.grid.map((row) => ({ ...comparedView('grid', row), from: row.from })),
    overlaps: facts.overlaps.map((row) => ({ ...comparedView('overlaps', row), kind: row.kind })),
    gaps: gapsView(facts.gaps),
    changes: changesView(facts.changes),
  };
}

const LEADS: Readonly<Record<Facts['scoping']['computed'], string>> = {
  mes: 'MES-led',
  quality: 'Quality-led',
  joint: 'Joint',
  'not computable': 'Not computable',
};

const AGREEMENT: Readonly<Record<Facts['scoping']['agreement'], string>> = {
  same: 'The declared lead is the computed one.',
  'differs, with a reason': 'The declared lead differs from the computed one; the reason stands beside it.',
  'differs, without a reason': 'THE DECLARED LEAD DIFFERS FROM THE COMPUTED ONE, AND NO REASON IS DECLARED.',
  'not comparable': 'Nothing to compare: one of the two is not there.',
};

function scopingView(scoping: Facts['scoping']): ViewData {
  return {
    declared: scoping.declared === null ? 'Not declared – who leads (scoping.lead)' : LEADS[scoping.declared],
    computed: LEADS[scoping.computed],
    rule: scoping.rule,
    agreement: AGREEMENT[scoping.agreement],
    tone:
      scoping.agreement === 'differs, without a reason' ? 'critical' : scoping.agreement === 'same' ? 'plain' : 'warn',
    reason: declared(scoping.reason),
    reasons: scoping.reasons.map(({ ref, answer, question, side, because }) => ({
      ref,
      answer: answer.replaceAll('_', ' '),
      question: capital(question),
      side: capital(side),
      because,
      tone: side === 'not in the catalogue' ? 'warn' : 'plain',
    })),
    records: scoping.records.map(({ system, steps, release }) => ({
      system,
      steps: `${steps}`,
      release: `${release}`,
    })),
  };
}
