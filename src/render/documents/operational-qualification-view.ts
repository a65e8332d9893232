import type { DocumentFront } from '../../core/documents/document-type.ts';
import type { OperationalQualificationFacts } from '../../core/documents/operational-qualification.ts';
import type { TableData, TableDataRow, ViewData } from '../view-data.ts';
import { caseView, sharedView, sharedWords } from './case-view.ts';
import { frontMatterView } from './front-matter-view.ts';
import { blankRows, documentRows, exclusionRows, protocolTextsView, systemRows } from './protocol-view.ts';
import { capital, declared, elementWords, grouped, joined, notApplicable } from './view-words.ts';

type Facts = OperationalQualificationFacts;

/** The values of the template `operational-qualification`. */
export function operationalQualificationView(facts: Facts, front: DocumentFront): ViewData {
  const { totals } = facts;
  const dataNumbers = new Map(
    facts.testData.map(({ what }, index) => [what, `TD-${`${index + 1}`.padStart(3, '0')}`] as const),
  );
  return {
    front: frontMatterView(facts.front, front),
    texts: protocolTextsView(facts.texts),
    totals: {
      obligations: grouped(totals.obligations),
      cases: grouped(totals.cases),
      steps: grouped(totals.steps),
      exclusions: grouped(totals.exclusions),
    },
    rigour: { label: facts.rigour.label, reason: facts.rigour.reason },
    systems: [...systemRows(facts.systems)],
    types: facts.types.map(({ type, rule, obligations, cases }) => ({
      type,
      rule,
      obligations: grouped(obligations),
      cases: grouped(cases),
    })),
    lifecycles: facts.lifecycles.map((row) => ({
      lifecycle: row.lifecycle,
      states: `${row.states}`,
      events: `${row.events}`,
      transitions: `${row.transitions}`,
      arcs: `${row.arcs}`,
      illegalPairs: `${row.illegalPairs}`,
      guardAtoms: `${row.guardAtoms}`,
      signed: `${row.signedTransitions}`,
      roleNegatives: `${row.roleNegatives}`,
    })),
    selection: selectionTable(facts),
    exclusions: [...exclusionRows(facts.exclusions)],
    accounts: facts.accounts.map(({ account, role, title, kind, cases }) => ({
      account,
      role: title === null ? role : `${role}: ${title}`,
      kind: capital(kind),
      cases: grouped(cases),
    })),
    testData: facts.testData.map(({ what, cases }) => ({
      ref: dataNumbers.get(what) ?? '',
      what,
      cases: grouped(cases),
    })),
    chapters: facts.chapters.map((chapter) => chapterView(chapter, facts, dataNumbers)),
    exceptions: facts.exceptions.map((row) => ({
      id: row.id,
      class: capital(row.class.replaceAll('-', ' ')),
      title: declared(row.title),
      treatment:
        row.notApplicable === null
          ? row.treatment === null
            ? 'NOT DECLARED'
            : capital(row.treatment)
          : notApplicable(row.notApplicable),
      elements: joined(row.elements, notApplicable('none is named')),
      documents: joined(row.documents, notApplicable('none is named')),
      cases: row.cases === 0 ? 'None in this protocol' : grouped(row.cases),
    })),
    documents: [...documentRows(facts.documents)],
    logRows: [...blankRows('SIG', 12)],
    deviationRows: [...blankRows('DEV', 10)],
  };
}

/** A lifecycle, interface or system with its cases, and before them what they share. */
function chapterView(
  chapter: Facts['chapters'][number],
  { rigour }: Facts,
  dataNumbers: ReadonlyMap<string, string>,
): ViewData {
  const { element, title, processSteps, cases } = chapter;
  const shared = sharedWords(chapter);
  return {
    name: title === null ? capital(elementWords(element)) : `${capital(elementWords(element))}: ${title}`,
    id: `chapter-${element.replace(':', '-')}`,
    processSteps: joined(processSteps, 'none names it'),
    index: cases.map(({ id, type, title: name, steps }) => ({ id, type, title: name, steps: `${steps.length}` })),
    ...sharedView(shared, chapter),
    cases: cases.map((one) => caseView(one, rigour.label, shared, dataNumbers)),
  };
}

/** Obligations and the cases that prove them, elements down and types across; what is not tested is counted at the right. */
function selectionTable({ selection, types }: Facts): TableData {
  const shown = types.filter(({ obligations }) => obligations > 0).map(({ type }) => type);
  const elements = [...new Set(selection.map(({ element }) => element))];
  const sum = (rows: Facts['selection']): string => {
    const [obligations, cases] = [
      rows.reduce((all, row) => all + row.obligations, 0),
      rows.reduce((all, row) => all + row.cases, 0),
    ];
    return obligations === 0 && cases === 0 ? '–' : `${obligations}/${cases}`;
  };
  const rowOf = (name: string, id: string, rows: Facts['selection']): TableDataRow => ({
    id,
    cells: [
      id,
      name,
      ...shown.map((type) => sum(rows.filter((row) => row.type === type))),
      sum(rows),
      `${rows.reduce((all, { excluded }) => all + excluded, 0)}`,
    ],
  });
  const last = `K-${`${elements.length + 1}`.padStart(2, '0')}`;
  return {
    kind: 'table-data',
    columns: [
      { header: 'No.', points: 30 },
      { header: 'Element', width: 3 },
      ...shown.map((header) => ({ header, points: 35, align: 'right' as const })),
      { header: 'All', points: 46, align: 'right' },
      { header: 'Not tested', points: 40, align: 'right' },
    ],
    rows: [
      ...elements.map((element, index) =>
        rowOf(
          element.startsWith('project:') ? 'the whole package' : elementWords(element),
          `K-${`${index + 1}`.padStart(2, '0')}`,
          selection.filter((row) => row.element === element),
        ),
      ),
      { ...rowOf('All', last, selection), tone: 'muted' },
    ],
  };
}
