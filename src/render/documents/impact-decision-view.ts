import type { ImpactAssessmentFacts } from '../../core/documents/impact-assessment.ts';
import type { ViewData } from '../view-data.ts';
import { RISK_NAMES } from '../words.ts';
import { emergencyWords } from './impact-change-view.ts';
import { unprovedValues } from './impact-effects-view.ts';
import { firstOf, grouped, joined, number, referenceWords, shortened } from './view-words.ts';

type Facts = ImpactAssessmentFacts;

/** Most names of one kind that page 1 lists. */
const NAMED = 2;

/** Most unannounced elements that page 1 names. */
const UNRECORDED = 8;

/** Longest statement of page 1; all of it stands in the inventory. */
const STATEMENT = 200;

const TONES = { CRITICAL: 'critical', MAJOR: 'high', MINOR: 'warn', COSMETIC: 'plain', NONE: 'plain' } as const;

const CLASS_REASONS = {
  CRITICAL: 'at least one change has critical risk by its rule',
  MAJOR: 'at least one change is breaking or has high risk by its rule',
  MINOR: 'no change is breaking or has high risk by its rule',
  COSMETIC: 'all changes are editorial',
  NONE: 'nothing that the specification means differs',
} as const;

/** The page that a board reads in two minutes. */
export function decisionView(facts: Facts): ViewData {
  const { counts, verification, notKnown } = facts;
  const { totals } = verification;
  const repeated = totals.new + totals.reAuthor + totals.reRun;
  return {
    class: facts.class,
    tone: TONES[facts.class],
    why: CLASS_REASONS[facts.class],
    title: `Overall class of the change: ${facts.class}`,
    counts: `${number(counts.findings, 'change')} judged, ${counts.C} of critical, ${counts.H} of high risk; ${waivedWords(counts)}`,
    notRecorded: facts.notRecorded.map(({ ref, elements }) => ({
      ref,
      names: firstOf(
        elements.map(({ id }) => id),
        UNRECORDED,
      ),
    })),
    emergency: emergencyWords(facts.changes),
    values: unprovedValues(facts.effects),
    reached: number(counts.reached, 'further element'),
    recommendation: facts.authored.recommendation?.markdown ?? '',
    recommendedIn: facts.authored.recommendation?.ids.join(', ') ?? '',
    deciders: joined(
      facts.approvers.filter(({ required }) => required).map(({ function: name }) => FUNCTIONS[name]),
      'nobody by rule',
    ),
    told: joined(
      facts.approvers.filter(({ required }) => !required).map(({ function: name }) => FUNCTIONS[name]),
      'nobody else by rule',
    ),
    repeat: `${grouped(repeated)} tests and checks are due (${grouped(totals.new)} new, ${grouped(totals.reAuthor)} to be written again, ${grouped(totals.reRun)} to be run again); ${grouped(totals.notAffected)} are left out with reason, ${grouped(totals.retired)} retired`,
    openQuestions: facts.openQuestions.length === 0 ? '' : number(facts.openQuestions.length, 'open question'),
    worst: facts.worst.map((row) => ({
      ref: row.ref,
      element: referenceWords(row.element),
      verdict: row.risk === null ? row.class : `${row.class}, ${RISK_NAMES[row.risk]} risk`,
      statement: shortened(row.statement, STATEMENT, `see ${row.ref}`),
      reaches: reachWords(row),
      waiver: waiverWords(row),
    })),
    checks: `${grouped(notKnown.checksUndeclared)} of ${grouped(notKnown.checks)} installation checks have no declared expected value`,
    cases: `${grouped(notKnown.casesUndeclared)} of ${grouped(notKnown.cases)} cases lack facts`,
    unclassified: notKnown.unclassified.length === 0 ? '' : firstOf(notKnown.unclassified, NAMED),
    counted: countRows(counts),
  };
}

function waivedWords({ waived, acceptedRequests }: Facts['counts']): string {
  const held = `${waived === 0 ? 'none' : grouped(waived)} waived`;
  return acceptedRequests === 0
    ? held
    : `${held}, ${grouped(acceptedRequests)} covered by a waiver that came with the change and is accepted`;
}

function waiverWords({ waiver, acceptedWaiver }: Facts['worst'][number]): string {
  if (waiver !== null) return `Waived by ${waiver}.`;
  return acceptedWaiver === null ? '' : `Waiver ${acceptedWaiver} came with the change and is accepted for it.`;
}

const FUNCTIONS = { OPS: 'operations (OPS)', QA: 'quality (QA)', IT: 'information technology (IT)' } as const;

function reachWords({ reaches, invariants, requirements, outputs }: Facts['worst'][number]): string {
  if (reaches === 0) return 'Nothing else is reached through the declared dependencies.';
  const kinds = [
    named('regulated output', outputs.map(outputName)),
    named('requirement', requirements),
    named('invariant', invariants),
  ].filter((words) => words !== '');
  const all = `${number(reaches, 'element')} in all`;
  return kinds.length === 0 ? `Rests on it: ${all}.` : `Rests on it: ${kinds.join(', ')}; ${all}.`;
}

/** `Release certificate (RO-01)`; what stands in brackets in a title is for readers with more time. */
function outputName({ id, title }: Facts['worst'][number]['outputs'][number]): string {
  const short = title?.split(' (')[0]?.trim() ?? '';
  return short === '' ? id : `${short} ${id}`;
}

/** `11 invariants (INV-01a, INV-01b, …)`. */
function named(noun: string, ids: readonly string[]): string {
  if (ids.length === 0) return '';
  return `${number(ids.length, noun)} (${ids.slice(0, NAMED).join(', ')}${ids.length > NAMED ? ', …' : ''})`;
}

function countRows(counts: Facts['counts']): readonly ViewData[] {
  return [
    ['Changes judged', `${counts.findings}, of which ${counts.explained} are explained by another`],
    [
      'Class',
      `breaking ${counts.breaking}, risky ${counts.risky}, compatible ${counts.compatible}, editorial ${counts.editorial}`,
    ],
    ['Risk by rule', `critical ${counts.C}, high ${counts.H}, medium ${counts.M}, low ${counts.L}`],
    ['Covered by a waiver', `${counts.waived}`],
    ['Covered by a waiver that came with the change', `${counts.acceptedRequests}`],
    ['Further elements reached', `${counts.reached}`],
  ].map(([label = '', value = '']) => ({ label, value }));
}
