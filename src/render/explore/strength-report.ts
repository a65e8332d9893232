import { boundsText } from '../../core/explore/compose/bounds-text.ts';
import type { JudgedWeakening, RuleStrength } from '../../core/explore/strength/rule-strength.ts';
import type { StrengthReport } from '../../core/report/exploration-report.ts';
import { code, inert } from '../markdown/inert.ts';
import type { Paint } from '../paint.ts';
import { shown } from '../shown.ts';
import { place } from '../text/place.ts';
import { wrapped } from '../text/wrap.ts';
import { counted, revisionName } from '../words.ts';
import { plantBounds } from './story-json.ts';

/** `Of 269 weakenings an invariant notices 125 (46 %), a built-in check alone 41, nothing 103; 0 could not be decided.` */
export function strengthSentence(strength: RuleStrength): string {
  const { weakenings, noticed, onlyObserved, unnoticed, undecided, share } = strength;
  const part = share === undefined ? '' : ` (${share} %)`;
  const open = undecided === 0 ? '' : `; ${undecided} could not be decided`;
  return `Of ${counted(weakenings.length, 'weakening')} an invariant notices ${noticed}${part}, a built-in check alone ${onlyObserved}, nothing ${unnoticed}${open}.`;
}

function unnoticedBy({ weakenings }: RuleStrength): readonly JudgedWeakening[] {
  return weakenings.filter(({ noticed }) => noticed === 'nothing');
}

function untold({ notTold }: RuleStrength): string {
  return `Not judged: ${counted(notTold.length, 'weakening')} of what only people can know, which no search can tell from the specification itself.`;
}

/** Rule strength for a person at a terminal: the figures, then the questions to the process owners. */
export function strengthText({ head, strength }: StrengthReport, paint: Paint): string {
  const questions = unnoticedBy(strength);
  return [
    revisionName(head),
    ...wrapped(strengthSentence(strength), 0).map(paint.bold),
    ...(strength.notTold.length === 0 ? [] : wrapped(untold(strength), 0)),
    ...wrapped(shown(`Bounds: ${boundsText(strength.bounds)}.`), 0),
    ...(questions.length === 0 ? [] : ['', paint.bold('Questions to the process owners')]),
    ...questions.flatMap(({ question, at }) => wrapped(`${place(at)}  ${shown(question)}`, 2)),
    ...(strength.gaps.length === 0
      ? []
      : ['', paint.warning(paint.bold('INCOMPLETE')), ...strength.gaps.flatMap((gap) => wrapped(shown(gap), 2))]),
    '',
  ].join('\n');
}

/** The same as Markdown. */
export function strengthMarkdown({ head, strength }: StrengthReport): string {
  const questions = unnoticedBy(strength);
  return [
    '## Countersign: do the invariants protect the specification?',
    '',
    code(revisionName(head)),
    '',
    inert(strengthSentence(strength)),
    '',
    ...(strength.notTold.length === 0 ? [] : [inert(untold(strength)), '']),
    inert(`Bounds: ${boundsText(strength.bounds)}.`),
    '',
    ...(questions.length === 0 ? [] : ['### Questions to the process owners', '']),
    ...questions.map(({ question, at }) => `- ${inert(question)} (${code(place(at))})`),
    ...(strength.gaps.length === 0
      ? []
      : ['', '**INCOMPLETE.**', '', ...strength.gaps.map((gap) => `- ${inert(gap)}`)]),
    '',
  ].join('\n');
}

/** The same as plain data by the published schema `strength`. */
export function strengthData({ toolVersion, head, strength }: StrengthReport): Record<string, unknown> {
  const { bounds, noticed, onlyObserved, unnoticed, undecided, notTold } = strength;
  return {
    formatVersion: 1,
    tool: { name: 'countersign', version: toolVersion },
    head,
    bounds: plantBounds(bounds),
    gaps: strength.gaps,
    counts: { noticed, onlyObserved, unnoticed, undecided, notTold: notTold.length },
    share: strength.share ?? null,
    searches: strength.searches,
    weakenings: strength.weakenings.map((one) => ({
      kind: one.kind,
      element: one.element,
      what: one.what,
      at: one.at,
      noticed: one.noticed,
      invariant: one.invariant ?? null,
      steps: one.steps ?? null,
      observation: one.observation ?? null,
      question: one.question,
    })),
    notTold: notTold.map(({ kind, element, what, at }) => ({ kind, element, what, at })),
  };
}
