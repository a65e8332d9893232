import type { DocumentFront } from '../../core/documents/document-type.ts';
import type { TraceabilityMatrixFacts } from '../../core/documents/traceability-matrix.ts';
import type { ViewData } from '../view-data.ts';
import { frontMatterView } from './front-matter-view.ts';
import { testIds } from './test-ids.ts';
import { capital, declared, elementWords, grouped, joined, notApplicable, number, share } from './view-words.ts';

type Facts = TraceabilityMatrixFacts;

/** The values of the template `traceability-matrix`. */
export function traceabilityMatrixView(facts: Facts, front: DocumentFront): ViewData {
  return {
    front: frontMatterView(facts.front, front),
    remarks: facts.remarks ?? '',
    coverage: facts.coverage.map(({ what, covered, of }, index) => ({
      ref: `K-0${index + 1}`,
      what: capital(what),
      share: share(covered, of),
      open: of === covered ? 'none' : `${of - covered}`,
    })),
    forward: facts.forward.map(forwardView),
    testLists: facts.forward.filter(isLong).map((row) => ({
      ref: listedAt(row),
      id: row.requirement,
      count: number(row.tests.length + row.documents.length, 'test or procedure', 'tests and procedures'),
      tests: testWords(row).join('; '),
    })),
    backward: facts.backward.map(({ test, element, requirements, risks }) => ({
      test,
      element: element === null ? notApplicable('verifies no single element') : elementWords(element),
      requirements: joined(requirements, notApplicable('serves no requirement')),
      risks: joined(risks, notApplicable('no risk is linked')),
    })),
    invariants: facts.invariants.map((row) => ({
      id: row.invariant,
      tone: row.verdict === 'broken' ? 'critical' : row.verdict === 'incomplete' ? 'high' : 'plain',
      invariant: `${row.invariant}: ${row.title}`,
      requirements: joined(row.requirements, notApplicable('serves no requirement')),
      tests: row.tests.length === 0 ? notApplicable('none is derived or authored') : testIds(row.tests).join('; '),
      verdict: SEARCHED[row.verdict],
      reason: row.reason === '' ? 'No search was made.' : row.reason,
    })),
    gaps: facts.gaps.map(({ id, type, item, severity, detail, owner }) => ({
      id,
      type: capital(type),
      item,
      severity: capital(severity),
      tone: severity === 'error' ? 'high' : severity === 'warning' ? 'warn' : 'plain',
      detail,
      owner: declared(owner),
    })),
    gapWords: number(facts.gaps.length, 'gap'),
    clauses: facts.clauses.map(clauseView),
    clauseWords: `${number(facts.clauses.filter(({ status }) => status === 'referenced').length, 'clause')} of ${facts.clauses.length} are referred to, ${facts.clauses.filter(({ status }) => status === 'excluded').length} are excluded with reason`,
  };
}

/** What the search of the composed plant says; it is no test and replaces none. */
const SEARCHED: Readonly<Record<Facts['invariants'][number]['verdict'], string>> = {
  holds: 'No violation found',
  broken: 'Broken',
  vacuous: 'Vacuous',
  incomplete: 'INCOMPLETE',
  'not-explored': 'Not explored',
  'not-searched': 'Not searched',
};

/** Most entries that a cell of the forward matrix holds: more would fill pages with one narrow column. */
const IN_CELL = 6;

function testWords(row: Facts['forward'][number]): readonly string[] {
  const procedures = row.documents.map(
    ({ number: id, revision, effective }) =>
      `${id} (revision ${revision ?? 'not declared'}, effective ${effective ?? 'not declared'})`,
  );
  return [...testIds(row.tests.map(({ id }) => id)), ...procedures];
}

function isLong(row: Facts['forward'][number]): boolean {
  return testWords(row).length > IN_CELL;
}

/** Where all tests of a requirement are listed. */
function listedAt(row: Facts['forward'][number]): string {
  return `tests-${row.requirement}`;
}

function forwardView(row: Facts['forward'][number]): ViewData {
  const tests = testWords(row);
  const phases = [...new Set(row.tests.map(({ id }) => id.split('-')[0] ?? ''))].map(
    (phase) => `${grouped(row.tests.filter(({ id }) => id.startsWith(`${phase}-`)).length)} ${phase}`,
  );
  const procedures = row.documents.map((document) => document.number);
  return {
    id: row.requirement,
    text: row.text,
    source: joined([...(row.source === null ? [] : [row.source]), ...row.clauses], 'Not declared'),
    criticality: row.criticality === null ? 'Not declared' : capital(row.criticality),
    elements: joined(row.elements.map(elementWords), 'NO ELEMENT'),
    risks: joined(
      row.risks.map(({ id, severity }) => `${id}: severity ${severity ?? 'not declared'}, priority not assessed`),
      notApplicable('no risk is linked'),
    ),
    control: row.control === 'none' ? 'NONE' : capital(row.control),
    tests: tests.length === 0 ? 'NO TEST' : isLong(row) ? [...phases, ...procedures].join(', ') : tests.join('; '),
    listed: isLong(row) ? listedAt(row) : '',
    status: capital(row.status),
    tone: row.status === 'traced' ? 'plain' : row.criticality === 'high' ? 'critical' : 'high',
  };
}

function clauseView(row: Facts['clauses'][number]): ViewData {
  const through = [...row.requirements, ...row.elements.map(elementWords)];
  const shown = [
    ...(row.tests === 0 ? [] : [`${number(row.tests, 'test')} through its requirements`]),
    ...row.documents,
  ];
  return {
    clause: row.clause,
    citation: `${row.source} ${row.citation}: ${row.title}`,
    certainty: capital(row.certainty),
    applicable: row.applicable ? 'Yes' : 'No',
    reason: row.applicable ? notApplicable('it applies') : declared(row.reason),
    requirements: joined(through, row.applicable ? 'NOTHING REFERS TO IT' : notApplicable('excluded')),
    tests: joined(shown, row.applicable ? 'NONE' : notApplicable('excluded')),
    status: capital(row.status),
    tone: row.status === 'not referenced' ? 'warn' : row.status === 'excluded' ? 'muted' : 'plain',
  };
}
