import { compareText } from '../core/diagnostics/order.ts';
import type { ExplorationReport, ReportedInvariant } from '../core/report/exploration-report.ts';
import type { FindingList, ListedFinding, ListLevel } from '../core/report/finding-list.ts';
import { editText } from '../render/explore/exploration-text.ts';
import { headline, isTold, storyExtent, VERDICT_WORDS } from '../render/explore/verdict-words.ts';
import type { ListFrame } from './list-findings.ts';

/**
 * What an exploration found as a list for programs: each invariant that is broken, or that the search could not decide, at the
 * first edit that is blamed for it; without one at the invariant itself.
 */
export function listExploration(report: ExplorationReport, frame: ListFrame): FindingList {
  const { command, toolVersion, inRepository } = frame;
  return {
    command,
    toolVersion,
    inRepository,
    findings: report.invariants.filter(isListed).map((one) => listed(one, report, frame)),
    understood: true,
    conclusion: headline(report),
  };
}

function isListed(one: ReportedInvariant): boolean {
  return isTold(one) || one.verdict === 'incomplete' || one.verdict === 'new-open';
}

function listed(one: ReportedInvariant, report: ExplorationReport, frame: ListFrame): ListedFinding {
  const own = report.places[`invariant:${one.invariant}`];
  const edits = (one.blame?.edits ?? []).flatMap(({ element, what }) => {
    const at = report.places[element];
    return at === undefined ? [] : [{ message: editText(element, what), at }];
  });
  const [blamed, ...others] = edits;
  const at = blamed?.at ?? own;
  const story = isTold(one) ? ` ${storyExtent(one)}.` : '';
  const because = edits.length === 0 ? '' : ` Broken by ${edits.map(({ message }) => message).join('; ')}.`;
  return {
    ruleId: `invariant/${one.invariant}`,
    level: levelOf(one),
    grade: VERDICT_WORDS[one.verdict],
    element: { kind: 'invariant', id: one.invariant },
    attribute: '',
    message: `${one.title}: ${VERDICT_WORDS[one.verdict]}. ${one.reason}${story}${because}`,
    ...(at === undefined ? {} : { at }),
    related: [...others, ...(own === undefined || at === own ? [] : [{ message: 'The invariant.', at: own }])],
    fingerprint: `h1:${frame.digest(JSON.stringify(['explore', one.invariant, one.verdict, blamedElements(one)]))}`,
    // `explore` ends with 0 whatever it found, unless it could not decide.
    stops: !isTold(one),
    ...(report.base === undefined ? {} : { state: one.verdict === 'already-broken' ? 'unchanged' : 'new' }),
  };
}

function levelOf({ verdict }: ReportedInvariant): ListLevel {
  return verdict === 'incomplete' || verdict === 'new-open' || verdict === 'already-broken' ? 'warning' : 'error';
}

function blamedElements({ blame }: ReportedInvariant): readonly string[] {
  return (blame?.edits ?? []).flatMap(({ element, along = [] }) => [element, ...along]).toSorted(compareText);
}
