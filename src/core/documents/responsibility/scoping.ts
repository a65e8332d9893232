import type { SpecModel } from '../../model/spec-model.ts';
import { type FactsOf, count, facts, list, nullable, text, words } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { type Answer, type ScopingSide, outcomeSide, touchedSide } from './scoping-catalogue.ts';

const LEAD = words('mes', 'quality', 'joint', 'not computable');

export const SCOPING = facts({
  declared: nullable(words('mes', 'quality', 'joint')),
  computed: LEAD,
  rule: text,
  reasons: list(
    facts({
      ref: text,
      answer: text,
      question: words('outcome', 'area touched'),
      side: words('execution', 'quality', 'both', 'not in the catalogue'),
      because: text,
    }),
  ),
  agreement: words('same', 'differs, with a reason', 'differs, without a reason', 'not comparable'),
  reason: nullable(text),
  records: list(facts({ system: text, steps: count, release: count })),
});

/** Who leads the project: computed from the answers, beside what is declared. */
export type ScopingFacts = FactsOf<typeof SCOPING>;

/**
 * The lead by the answers to the scoping questions: outcomes of execution alone make it MES-led, of quality alone
 * quality-led; outcomes of both, or an area that both sides answer for, make it joint. What is not in the catalogue counts
 * for neither side and is said.
 */
export function scopingFacts(model: SpecModel): ScopingFacts {
  const scoping = model.project?.attributes.scoping;
  const answers = [
    ...(scoping?.outcomes ?? []).map((answer) => ({ answer, question: 'outcome' as const, ...outcomeSide(answer) })),
    ...(scoping?.touches ?? []).map((answer) => ({
      answer,
      question: 'area touched' as const,
      ...touchedSide(answer),
    })),
  ];
  const { lead: computed, rule } = leadOf(answers);
  const declared = scoping?.lead ?? null;
  const reason = scoping?.reason ?? null;
  return {
    declared,
    computed,
    rule,
    reasons: answers.map((one, index) => ({ ref: `Q-${`${index + 1}`.padStart(2, '0')}`, ...one })),
    agreement: agreement(declared, computed, reason),
    reason,
    records: recordsBySystem(model),
  };
}

function leadOf(answers: readonly Answer[]): { readonly lead: ScopingFacts['computed']; readonly rule: string } {
  const has = (side: ScopingSide): boolean => answers.some((answer) => answer.side === side);
  if (has('both'))
    return { lead: 'joint', rule: 'An area is touched for which execution and quality both answer: joint.' };
  if (has('execution') && has('quality'))
    return { lead: 'joint', rule: 'Outcomes of execution and of quality are intended: joint.' };
  if (has('execution')) return { lead: 'mes', rule: 'Only outcomes of execution are intended: MES-led.' };
  if (has('quality')) return { lead: 'quality', rule: 'Only outcomes of quality are intended: quality-led.' };
  return {
    lead: 'not computable',
    rule: 'No intended outcome and no touched area of the catalogue is declared (scoping.outcomes, scoping.touches).',
  };
}

function agreement(
  declared: ScopingFacts['declared'],
  computed: ScopingFacts['computed'],
  reason: string | null,
): ScopingFacts['agreement'] {
  if (declared === null || computed === 'not computable') return 'not comparable';
  if (declared === computed) return 'same';
  return reason === null || reason.trim() === '' ? 'differs, without a reason' : 'differs, with a reason';
}

/** In a grown plant the systems of record decide: how many steps keep their record, and release, in each. */
function recordsBySystem(model: SpecModel): ScopingFacts['records'] {
  const steps = inForce(model, 'step').map(({ attributes }) => attributes);
  return inForce(model, 'system')
    .map(({ id }) => ({
      system: id,
      steps: steps.filter(({ systemOfRecord }) => systemOfRecord === id).length,
      release: steps.filter(({ release }) => release === id).length,
    }))
    .filter((row) => row.steps > 0 || row.release > 0);
}
