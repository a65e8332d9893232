import type { ExplorationReport, ReportedInvariant, ReportedVerdict } from '../../core/report/exploration-report.ts';
import { xmlText } from '../lists/junit.ts';
import { editText } from './exploration-text.ts';
import { stepSentence } from './story-table.ts';
import { extentOf, headline, isTold, storyExtent, VERDICT_WORDS } from './verdict-words.ts';

/** Verdicts that must not look like a case that went well. */
const UNDECIDED: ReadonlySet<ReportedVerdict> = new Set(['incomplete', 'new-open'] satisfies ReportedVerdict[]);
const SKIPPED: ReadonlySet<ReportedVerdict> = new Set([
  'not-explored',
  'vacuous',
  'newly-vacuous',
  'removed',
] satisfies ReportedVerdict[]);

/**
 * JUnit XML, one case for each invariant: failed where it is broken, an error where the search could not decide, skipped where it
 * was not explored or says nothing. A case that is neither says that no violation was found within the bounds.
 */
export function explorationJunit(report: ExplorationReport): string {
  const { invariants } = report;
  const failures = invariants.filter(isTold).length;
  const errors = invariants.filter(({ verdict }) => UNDECIDED.has(verdict)).length;
  const skipped = invariants.filter(({ verdict }) => SKIPPED.has(verdict)).length;
  const counts = `tests="${invariants.length}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="countersign" ${counts}>`,
    `  <testsuite name="countersign explore" ${counts}>`,
    '    <properties>',
    `      <property name="version" value="${xmlText(report.toolVersion)}"/>`,
    `      <property name="conclusion" value="${xmlText(headline(report))}"/>`,
    `      <property name="bounds" value="${xmlText(extentOf(report))}"/>`,
    '    </properties>',
    ...invariants.map(testCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(one: ReportedInvariant): string {
  const opening = `    <testcase classname="countersign.explore" name="${xmlText(`${one.invariant} ${one.title}`)}">`;
  return [opening, `      ${outcome(one)}`, '    </testcase>'].join('\n');
}

function outcome(one: ReportedInvariant): string {
  const message = xmlText(`${VERDICT_WORDS[one.verdict]}: ${one.reason}`);
  if (UNDECIDED.has(one.verdict)) return `<error type="${one.verdict}" message="${message}"/>`;
  if (SKIPPED.has(one.verdict)) return `<skipped message="${message}"/>`;
  if (!isTold(one)) return `<system-out>${message}</system-out>`;
  return `<failure type="${one.verdict}" message="${message}">${details(one).map(xmlText).join('\n')}</failure>`;
}

function details(one: ReportedInvariant): readonly string[] {
  const { story, refusal, blame } = one;
  return [
    storyExtent(one),
    ...(story?.steps ?? []).map((step) => `${step.number}. ${step.who}: ${stepSentence(step)}`),
    ...(refusal === undefined ? [] : [`Step ${refusal.step}: ${refusal.reason}`]),
    ...(blame?.edits ?? []).map(({ element, what }) => `Broken by: ${editText(element, what)}`),
  ];
}
