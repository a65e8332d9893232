import { describe, expect, test } from 'vitest';
import { composeFront } from '../../../src/core/documents/document-front.ts';
import { electronicRecordsAssessment } from '../../../src/core/documents/electronic-records-assessment.ts';
import { isStated, statedWords } from '../../../src/core/documents/stated.ts';
import { catalogue, plantContext } from './small-plant.ts';

const PROJECT = `language: 1
package: {id: REC, title: Records, version: 2.0.0}
profile: project
clauses:
  US-ERES: {excludes: {P11-200-b: No biometric signatures are used, P11-30: " "}}
  EU-CSV-DRAFT: {}
signatures: {components: 2, shows: [name, time, meaning]}
`;
const PLANT = `systems:
  QMS: {version: "2", access: open, hosting: saas, supplier: SUP-1, identity: IDP}
  MES: {access: closed, supplier: SUP-2}
  IDP: {}
roles: {QA_REL: {title: Release}, SHARED: {title: Shared}}
objects:
  ncr:
    systemOfRecord: QMS
    record: {regulated: true, predicateRule: [D211-192], medium: hybrid, auditTrail: {fields: all, review: Before closing}, retention: {period: 15 y}}
    fields: {qty: {type: decimal, critical: true}}
  note: {record: {auditTrail: none}}
  tag: {}
lifecycles:
  NCR:
    object: ncr
    system: QMS
    initial: Open
    states: {Open: open, Closed: closed}
    transitions:
      T01: {event: close, from: Open, to: Closed, by: QA_REL, reason: true, sign: [{meaning: Closed}, {meaning: Witnessed, by: SHARED, components: 1}], satisfies: URS-1}
requirements:
  URS-1: {text: Changes are recorded., refs: [P11-10-e]}
  URS-2: {text: Times are right., refs: [P11-10-d], satisfiedBy: [NCR]}
outputs: {RO-1: {title: Report, approvals: [NCR.T01], refs: [D211-192, P11-10-b]}}
documents:
  SOP-1: {title: Signing, kind: procedure, refs: [P11-10-j, P11-100-c]}
  SUP-1: {title: Visit, kind: supplier, covers: [QMS], reviewed: [{function: QA, name: A. Lee, date: 2026-01-10}]}
  SUP-2: {title: Questionnaire, kind: supplier}
`;

const assessmentOf = (head: string, base = head, project = PROJECT) => {
  const context = plantContext({ project, base, head });
  return electronicRecordsAssessment.compose(context, composeFront(electronicRecordsAssessment, context));
};
const assessment = assessmentOf(PLANT);
const printed = (row: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, cell]) => (isStated(cell) ? [[name, statedWords(cell)]] : [])),
  );
const row = <R extends { readonly id: string }>(rows: readonly R[], id: string): R => {
  const found = rows.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
};

describe('the register of records', () => {
  test('says for each record which rule asks for it, where it lives, who signs it and how it is kept', () => {
    expect(printed(row(assessment.records, 'ncr'))).toEqual({
      regulated: 'Yes',
      predicateRule: '21 CFR Part 211 211.192',
      record: 'QMS',
      medium: 'hybrid',
      signed: 'NCR.T01 “Closed”, NCR.T01 “Witnessed”',
      auditTrail: 'all: create, modify, delete; with who, when, old, new',
      auditReview: 'Before closing',
      retention: '15 y from a start that is NOT DECLARED',
      erasable: 'Not declared – whether it can be deleted',
      copies: 'Not declared – in which form a complete readable copy is made',
    });
    expect(row(assessment.records, 'ncr').hybrid).toBe(true);
  });

  test('a record that no predicate rule asks for is a gap, and so is an audit trail that is absent or never reviewed', () => {
    expect(printed(row(assessment.records, 'note'))).toMatchObject({
      predicateRule: 'Not declared – the rule that asks for this record',
      auditTrail: 'NONE',
      auditReview: 'Not declared – who reviews the audit trail, and before which decision',
    });
    expect(assessment.withoutRecord).toEqual(['tag']);
  });
});

describe('systems and signatures', () => {
  test('each system is decided closed or open, and what is not decided is a gap', () => {
    expect(
      assessment.systems.map(({ id, access, follows }) => [id, statedWords(access), statedWords(follows)]),
    ).toEqual([
      ['IDP', 'Not declared – closed or open', 'Not declared – which controls apply'],
      ['MES', 'closed', 'Controls of closed systems: 11.10'],
      ['QMS', 'open', 'Controls of closed systems and of open systems: 11.10 and 11.30'],
    ]);
  });

  test('evidence of a supplier that nobody read, or of which nobody says what it covers, is said to be so', () => {
    expect(statedWords(row(assessment.systems, 'QMS').supplier)).toBe(
      'SUP-1 (reviewed: A. Lee for QA, 2026-01-10; covers QMS)',
    );
    expect(statedWords(row(assessment.systems, 'MES').supplier)).toBe(
      'SUP-2 (NO REVIEWER IS DECLARED; WHAT IT COVERS IS NOT DECLARED)',
    );
  });

  test('every signature says its meaning, its signers and to which record it is bound', () => {
    expect(assessment.signatures.map((one) => Object.values(printed(one)))).toEqual([
      ['Closed', 'QA_REL', 'ncr', 'As every signature'],
      ['Witnessed', 'SHARED', 'ncr', '1'],
    ]);
    expect(printed(assessment.signing)).toEqual({
      components: '2',
      later: 'Not declared – components at later signings of a session',
      shows: 'meaning, name, time',
      bound: 'Not declared – how a signature is tied to its record',
    });
  });
});

describe('clauses', () => {
  const part11 = catalogue.clauses.filter(({ source }) => source === 'P11');

  test('count every clause in force of the sets that the project names, 11.300 and the certification letter included', () => {
    expect(assessment.clauses.map(({ id }) => id)).toEqual(part11.map(({ id }) => id));
    expect(assessment.clauses.map(({ id }) => id)).toEqual(expect.arrayContaining(['P11-300', 'P11-100-c']));
    expect(assessment.counts).toMatchObject({
      inForce: part11.length,
      excluded: 1,
      applicable: part11.length - 1,
    });
  });

  test('leave out only what is excluded with a reason; a blank one excludes nothing', () => {
    expect(row(assessment.clauses, 'P11-200-b')).toMatchObject({
      counts: false,
      applicable: { standing: 'not applicable', remark: 'No biometric signatures are used' },
    });
    expect(row(assessment.clauses, 'P11-30')).toMatchObject({ counts: true });
    expect(statedWords(row(assessment.clauses, 'P11-30').applicable)).toBe(
      'Not declared – why it is excluded; it counts as applicable until then',
    );
  });

  test('a draft is reported, and counted nowhere', () => {
    expect(assessment.uncounted.map(({ clause, status }) => `${clause} ${status}`).slice(0, 2)).toEqual([
      'A11D-3 draft',
      'A11D-4 draft',
    ]);
    expect(assessment.clauses.some(({ id }) => id.startsWith('A11D'))).toBe(false);
  });

  test('whose number and meaning nobody checked are to be verified against the source', () => {
    expect(assessment.clauses.filter(({ verify }) => verify).map(({ id }) => id)).toEqual(
      part11.filter(({ certainty }) => certainty !== 'T').map(({ id }) => id),
    );
  });

  test('only tests of a type that shows the clause count for it', () => {
    const { technical, tests, open } = row(assessment.clauses, 'P11-10-e');
    expect(statedWords(technical)).toBe('transition NCR.T01');
    expect(statedWords(tests)).toMatch(/^OQ-AUD \d+$/u);
    expect(open).toEqual([]);
    const access = row(assessment.clauses, 'P11-10-d');
    expect(statedWords(access.tests)).toMatch(/^(?:Not declared – a test of type IQ-SEC, OQ-ROL|OQ-ROL \d+)$/u);
  });

  test('a clause to which nothing refers, or that no test of its type shows, is open; one for a procedure asks for it', () => {
    expect(row(assessment.clauses, 'P11-70').open).toEqual([
      'Nothing in the specification refers to it: no control is declared.',
      'No test of a type that shows it (OQ-SIG).',
    ]);
    expect(row(assessment.clauses, 'P11-100-b').open).toEqual([
      'Nothing in the specification refers to it: no control is declared.',
      'No procedure is declared for it.',
    ]);
    expect(row(assessment.clauses, 'P11-10-j').open).toEqual([]);
    expect(statedWords(row(assessment.clauses, 'P11-100-c').tests)).toBe(
      'N/A – shown by letter reference, not by a test',
    );
    expect(row(assessment.clauses, 'P11-10-b').open).toEqual(['No test of a type that shows it (PQ-RET, OQ-RPT).']);
  });

  test('a set that such a project should name is missed by name', () => {
    expect(assessment.setsNotNamed).toEqual([{ set: 'EU-CSV', title: 'EU GMP Annex 11 and Annex 15' }]);
  });
});

test('nobody concludes but people: no conclusion is composed', () => {
  expect(assessment.texts.conclusion).toBeNull();
  const written = assessmentOf(
    `${PLANT}texts: {C: {document: ERA, section: conclusion, text: We accept the gaps until March.}}\n`,
  );
  expect(written.texts.conclusion).toBe('We accept the gaps until March.');
});

test('changes since base are marked at the cell', () => {
  const changed = assessmentOf(
    PLANT.replace('medium: hybrid', 'medium: electronic')
      .replace('access: open', 'access: closed')
      .replace('refs: [P11-10-j, P11-100-c]', 'refs: [P11-100-c]'),
    PLANT,
  );
  expect(changed.changes.rows.map(({ table, row: id, what }) => `${table} | ${id} | ${what}`)).toEqual([
    'Record register | ncr | Medium: hybrid → electronic.',
    'Systems | QMS | Access: open → closed. Follows: Controls of closed systems and of open systems: 11.10 and 11.30 → Controls of closed systems: 11.10.',
    'Clauses | P11-10-j | Procedural: SOP-1 → Not declared – no procedure.',
  ]);
});

test('the facts of an assessment, as they were looked at and accepted', async () => {
  const { front: _front, ...facts } = assessment;
  await expect(`${JSON.stringify(facts, null, 1)}\n`).toMatchFileSnapshot(
    'expected/electronic-records-assessment.json',
  );
});
