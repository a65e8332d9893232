import type { PreviousDecision } from '../../core/impact/previous-decisions.ts';
import type {
  ElementExplanation,
  FindingExplanation,
  LinkEnd,
  LintExplanation,
  ShownPlace,
} from '../../core/report/explanation.ts';
import { ruleNamed } from '../../core/rules/catalogue.ts';
import { EVIDENCE_CODES } from '../../core/rules/evidence-codes.ts';
import { adjustmentWords } from '../adjustment-words.ts';
import { codeFrame } from '../diagnostics/code-frame.ts';
import type { Paint } from '../paint.ts';
import { shown, shownValue } from '../shown.ts';
import { counted, subject, verdict } from '../words.ts';
import { gradeLabel } from './finding-text.ts';
import { place } from './place.ts';
import { WIDTH, wrap, wrapped } from './wrap.ts';

/** Lines of a list before the rest is counted. */
const SHOWN = 40;

/** A finding of a comparison in depth. */
export function findingText(explanation: FindingExplanation, paint: Paint): string {
  const { finding, places, impacts, tests, explained, explainedBy, waiver, previous } = explanation;
  const rule = ruleNamed(finding.ruleId)?.rule;
  return [
    `${gradeLabel(finding, paint)}  ${paint.bold(shown(subject(finding)))}  ${paint.faint(finding.ruleId)}`,
    paint.faint(finding.fingerprint),
    '',
    ...wrap(shown(finding.reason), WIDTH - 2).map((line) => `  ${line}`),
    ...values(finding),
    '',
    ...places.flatMap((one) => placeLines(one, paint)),
    ...section(
      'Why it weighs what it weighs',
      finding.raisedBy.map(adjustmentWords),
      paint,
      'As its rule says by itself.',
    ),
    ...(explainedBy === undefined
      ? []
      : section('Explained by', [`${subject(explainedBy)}: ${explainedBy.ruleId}, ${explainedBy.fingerprint}`], paint)),
    ...(explained.length === 0
      ? []
      : section(
          `Stands for ${counted(explained.length, 'more finding')}`,
          explained.map((other) => `${verdict(other)}  ${subject(other)} (${other.ruleId})`),
          paint,
        )),
    ...section(
      'Reaches',
      reachLines(impacts, `${finding.element.kind}:${finding.element.id}`),
      paint,
      'Nothing else, as far as the specification says.',
    ),
    ...section(
      'Tests that exercise it',
      tests.map(({ id, origin, standing }) =>
        standing === undefined ? `${id} (${origin})` : `${id} (${origin}): ${standing.status}, ${standing.reason}`,
      ),
      paint,
      'NONE is written, and none is derived.',
    ),
    ...section(
      'Evidence that it asks for',
      finding.evidence.map((code) => `${code}: ${EVIDENCE_CODES[code]}`),
      paint,
      'None.',
    ),
    ...section(
      'Decision',
      [
        `must approve: ${finding.approvers.approve.join(', ') || 'nobody in particular'}`,
        ...(finding.approvers.inform.length === 0 ? [] : [`informed: ${finding.approvers.inform.join(', ')}`]),
        waiver,
      ],
      paint,
    ),
    ...section('Decided before', previous.map(decisionInWords), paint, 'No earlier change record speaks of it.'),
    ...(rule === undefined ? [] : section('What to do', [rule.fix], paint)),
  ].join('\n');
}

/** A finding of a lint in depth. */
export function lintText({ finding, places, waiver }: LintExplanation, paint: Paint): string {
  const rule = ruleNamed(finding.ruleId)?.rule;
  return [
    `${finding.severity}  ${paint.bold(shown(finding.element?.id ?? ''))}  ${paint.faint(finding.ruleId)}`,
    paint.faint(finding.fingerprint),
    '',
    ...wrapped(shown(finding.message), 2),
    '',
    ...places.flatMap((one) => placeLines(one, paint)),
    ...(finding.related === undefined
      ? []
      : section(
          'Other sides',
          finding.related.map(({ message, at }) => `${place(at)}: ${message}`),
          paint,
        )),
    ...(rule === undefined ? [] : section('Why', [rule.why], paint)),
    ...section('What to do', [finding.hint ?? rule?.fix ?? 'The rule says nothing more.'], paint),
    ...section('Decision', [waiver], paint),
  ].join('\n');
}

/** An element in depth. */
export function elementText(explanation: ElementExplanation, paint: Paint): string {
  const { element, noun, parts, uses, usedBy, requirements, tests, owner, functions, decisions, lint } = explanation;
  const { attributes } = element;
  const title = 'title' in attributes ? attributes.title : undefined;
  const description = 'description' in attributes ? attributes.description : undefined;
  const status = 'status' in attributes ? attributes.status : undefined;
  return [
    `${paint.bold(shown(element.id))}  ${noun}${title === undefined ? '' : `: ${shown(title)}`}${status === undefined ? '' : `  (${status})`}`,
    ...(description === undefined ? [] : wrapped(shown(description), 2)),
    '',
    ...placeLines(explanation.place, paint),
    ...(parts.length === 0
      ? []
      : section(
          `Parts: ${parts.length}`,
          parts.map(({ id, kind }) => `${id} (${kind.replaceAll('-', ' ')})`),
          paint,
        )),
    ...section('Touches', linesOf(uses), paint, 'Nothing.'),
    ...section('Is touched by', linesOf(usedBy), paint, 'Nothing refers to it.'),
    ...section(
      'Requirements',
      requirements.map(({ id, attributes: { text } }) => `${id}: ${text}`),
      paint,
      'NONE: no requirement asks for it.',
    ),
    ...section(
      `Tests: ${tests.length}`,
      tests.map(({ id, phase, origin }) => `${id} (${phase}, ${origin})`),
      paint,
      'NONE is written, and none is derived.',
    ),
    ...section(
      'Who decides about a change to it',
      [
        owner === undefined ? 'owner: not declared' : `owner: ${owner.id}`,
        ...functions.map(
          (one) =>
            `${one.function}: asked by ${one.rules} of ${one.of} rules about it${one.people.length === 0 ? ', nobody named in the project file' : `; ${one.people.join(', ')}`}`,
        ),
      ],
      paint,
    ),
    ...section('Change records that speak of it', decisions.map(decisionInWords), paint, 'None.'),
    ...section(
      'Lints',
      lint.map(({ severity, ruleId, message, at }) => `${severity} ${ruleId} at ${place(at)}: ${message}`),
      paint,
      'Nothing found.',
    ),
  ].join('\n');
}

function section(title: string, items: readonly string[], paint: Paint, none?: string): readonly string[] {
  const more = items.length - SHOWN;
  return [
    paint.bold(title),
    ...(items.length === 0
      ? [`  ${none ?? 'None.'}`]
      : items.slice(0, SHOWN).flatMap((item) => wrapped(shown(item), 2))),
    ...(more > 0 ? [`  and ${more} more`] : []),
    '',
  ];
}

function placeLines({ at, text }: ShownPlace, paint: Paint): readonly string[] {
  const frame = text === '' ? [] : codeFrame(text, at.span, paint).split('\n');
  return [`  ${paint.faint(`${at.revision} ${place(at)}`)}`, ...frame.map((line) => `  ${line}`), ''];
}

/** By its own way first; what another change reaches sooner is told by that way. */
function reachLines(impacts: FindingExplanation['impacts'], key: string): readonly string[] {
  const isOwn = ({ via }: FindingExplanation['impacts'][number]): boolean => via.length === 0 || via[0]?.from === key;
  return [
    ...impacts.filter(isOwn).map(({ route, action }) => `${route}: ${action}`),
    ...impacts
      .filter((impact) => !isOwn(impact))
      .map(({ route, action }) => `sooner from another change, ${route}: ${action}`),
  ];
}

function values({ before, after }: FindingExplanation['finding']): readonly string[] {
  if (before === undefined && after === undefined) return [];
  return ['', ...wrapped(`before: ${shownValue(before)}`, 2), ...wrapped(`after:  ${shownValue(after)}`, 2)];
}

/** `interface IF-001: from, emits`: each end once, with every attribute that names it. */
function linesOf(ends: readonly LinkEnd[]): readonly string[] {
  const byElement = new Map<string, string[]>();
  for (const { element, attribute } of ends) {
    const attributes = byElement.get(element);
    if (attributes === undefined) byElement.set(element, [attribute]);
    else attributes.push(attribute);
  }
  return [...byElement].map(([key, attributes]) => {
    const split = key.indexOf(':');
    return `${key.slice(0, split).replaceAll('-', ' ')} ${key.slice(split + 1)}: ${attributes.join(', ')}`;
  });
}

function decisionInWords({ change, title, date, namedAs, disposition, approved }: PreviousDecision): string {
  const people = approved.map((one) => `${one.name} (${one.function}, ${one.date})`).join(', ');
  return [
    `${change}${date === undefined ? '' : ` of ${date}`}${title === undefined ? '' : `, ${title}`} names ${namedAs}`,
    ...(disposition === undefined ? [] : [`: ${disposition}`]),
    people === '' ? '; approved by nobody' : `; approved by ${people}`,
  ].join('');
}
