import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { composeFront } from '../../../src/core/documents/document-front.ts';
import { impactAssessment } from '../../../src/core/documents/impact-assessment.ts';
import { DOCUMENT_TYPES } from '../../../src/core/documents/index.ts';
import { installationQualification } from '../../../src/core/documents/installation-qualification.ts';
import { operationalQualification } from '../../../src/core/documents/operational-qualification.ts';
import { traceabilityMatrix } from '../../../src/core/documents/traceability-matrix.ts';
import { documentSchema } from '../../../src/render/json/schemas/document-schema.ts';
import { AUTHORED, CHANGED_PLANT, PROJECT, plantContext, questions } from './small-plant.ts';

const context = plantContext();
const emptyContext = plantContext({
  project: 'language: 1\npackage: {id: E, title: Empty, version: "1"}\nprofile: sketch\n',
  base: 'systems: {}\n',
  head: 'systems: {}\n',
});
const front = (type: (typeof DOCUMENT_TYPES)[number], of = context) => composeFront(type, of);
const assessment = impactAssessment.compose(context, front(impactAssessment));
const matrix = traceabilityMatrix.compose(context, front(traceabilityMatrix));
const installation = installationQualification.compose(context, front(installationQualification));
const operation = operationalQualification.compose(context, front(operationalQualification));

describe('facts of every document', () => {
  test.each(DOCUMENT_TYPES.map((type) => [type.type, type] as const))(
    '%s: are plain JSON and valid by the published schema',
    (_, type) => {
      for (const of of [context, emptyContext]) {
        const document = composeFront(type, of);
        const twin = {
          formatVersion: 1,
          tool: { name: 'countersign', version: '9.9.9' },
          document,
          facts: type.compose(of, document),
        };
        expect(JSON.parse(JSON.stringify(twin))).toEqual(twin);
        const validate = new Ajv2020({
          allErrors: true,
          strict: true,
          strictTypes: false,
          allowUnionTypes: true,
        }).compile(documentSchema(type));
        validate(twin);
        expect(validate.errors ?? []).toEqual([]);
      }
    },
  );

  test.each(DOCUMENT_TYPES.map((type) => [type.type, type] as const))(
    '%s: the schema refuses what is missing and what is unknown',
    (_, type) => {
      const document = composeFront(type, context);
      const facts = type.compose(context, document) as Record<string, unknown>;
      const validate = new Ajv2020({ strict: false }).compile(documentSchema(type));
      const { front: _front, ...without } = facts;
      const twin = (changed: unknown) => ({
        formatVersion: 1,
        tool: { name: 'c', version: '1' },
        document,
        facts: changed,
      });
      expect([validate(twin(facts)), validate(twin(without)), validate(twin({ ...facts, more: 1 }))]).toEqual([
        true,
        false,
        false,
      ]);
    },
  );

  test.each(DOCUMENT_TYPES.map((type) => [type.type, type] as const))(
    '%s: the same revisions give the same facts',
    (_, type) => {
      expect(JSON.stringify(type.compose(plantContext(), front(type)))).toBe(
        JSON.stringify(type.compose(context, front(type))),
      );
    },
  );
});

describe('the impact assessment', () => {
  test('speaks of the change record that is new', () => {
    expect(assessment.changes.map(({ id, reason, requester, date }) => ({ id, reason, requester, date }))).toEqual([
      {
        id: 'CR-7',
        reason: 'Inspectors want to see which lots wait for them.',
        requester: 'INSPECTOR',
        date: '2026-03-01',
      },
    ]);
    expect(assessment.front.revisions).toEqual([
      {
        revision: '2.0.0',
        date: '2026-03-01',
        author: 'INSPECTOR',
        change: 'CR-7',
        what: 'Review before release',
        touches: ['IF-001', 'LOT', 'URS-002'],
      },
    ]);
    expect(assessment.front.baseline).toEqual({
      version: '1.0.0',
      commit: 'a1'.repeat(20),
      approval: 'board minutes 7',
    });
  });

  test('numbers the changes, worst first; those that another explains stand below it', () => {
    const leads = assessment.inventory.filter(({ explainedBy }) => explainedBy === null);
    expect(leads.map(({ ref }) => ref)).toEqual(leads.map((_, index) => `F-${`${index + 1}`.padStart(2, '0')}`));
    expect(
      assessment.inventory.filter(({ explainedBy, ref }) => explainedBy !== null && !ref.startsWith(`${explainedBy}.`)),
    ).toEqual([]);
    expect(leads.slice(0, 2).map(({ ref, ruleId, element, risk }) => ({ ref, ruleId, id: element.id, risk }))).toEqual([
      { ref: 'F-01', ruleId: 'transition-retargeted', id: 'LOT.T02', risk: 'C' },
      { ref: 'F-02', ruleId: 'transition-added', id: 'LOT.T03', risk: 'C' },
    ]);
    expect(leads.map(({ ruleId }) => ruleId)).toContain('introduced:state-set-not-total');
  });

  test('names the three worst, each element once, with what they reach', () => {
    expect(assessment.worst.map(({ ref }) => ref)).toEqual(expect.arrayContaining(['F-01']));
    expect(assessment.worst.length).toBe(3);
    expect(new Set(assessment.worst.map(({ element }) => element.id)).size).toBe(3);
    expect(assessment.worst.every(({ class: verdict }) => verdict !== 'editorial')).toBe(true);
  });

  test('lists every impact once, from the change that reaches it', () => {
    expect(assessment.consequences.map(({ reached }) => reached).toSorted()).toEqual(
      context.assessment.impacts.map(({ element }) => element).toSorted(),
    );
    const refs = new Set(assessment.inventory.map(({ ref }) => ref));
    expect(assessment.consequences.flatMap(({ findings }) => findings).filter((ref) => !refs.has(ref))).toEqual([]);
  });

  test('sees a control that is weakened', () => {
    expect(assessment.controls.weakened.map(({ element }) => element)).toContain('set:BLOCKED');
  });

  test('accounts for every test of both revisions, selected or left out', () => {
    const { totals, selected, exclusions, byElement } = assessment.verification;
    const { select, exclude } = context.assessment.regression;
    expect(selected.map(({ id }) => id)).toEqual(select.map(({ id }) => id));
    expect(exclusions.flatMap(({ ids }) => ids).toSorted()).toEqual(exclude.map(({ id }) => id).toSorted());
    expect(totals.new + totals.reAuthor + totals.reRun).toBe(select.length);
    expect(totals.notAffected + totals.retired).toBe(exclude.length);
    const sum = (key: keyof typeof totals) => byElement.reduce((all, row) => all + row[key], 0);
    expect({
      new: sum('new'),
      reAuthor: sum('reAuthor'),
      reRun: sum('reRun'),
      notAffected: sum('notAffected'),
      retired: sum('retired'),
    }).toEqual(totals);
  });

  test('asks every question, with the answers of the change record', () => {
    expect(assessment.questions.map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
    expect(assessment.questions.filter(({ answer }) => answer !== null)).toEqual([
      expect.objectContaining({
        id: 'way-back',
        answer: 'Y',
        why: 'The earlier configuration is kept.',
        by: 'IT',
        date: '2026-03-02',
      }),
    ]);
  });

  test('asks the board about an unsigned new step and about unanswered questions', () => {
    const asked = assessment.openQuestions.map(({ question }) => question);
    expect(asked).toContain('Why is LOT.T03 (inspect) not signed, and may INSPECTOR start it?');
    expect(asked).toContain(
      `${questions.length - 1} of ${questions.length} assessment questions have no answer: who answers them?`,
    );
  });

  test('asks whether a change that no record announced belongs to it', () => {
    const stranger = plantContext({
      head: `${CHANGED_PLANT.replace('mes-p1', 'mes-p2')}changes: {CR-7: {reason: more, touches: [LOT, IF-001, URS-002, BLOCKED]}}\n`,
    });
    const facts = impactAssessment.compose(stranger, front(impactAssessment, stranger));
    expect(facts.inventory.filter((row) => row.stranger).map(({ element }) => element.id)).toEqual(['MES.PROD']);
    expect(facts.openQuestions.map(({ question }) => question)).toContainEqual(
      expect.stringMatching(/^Do F-\d+ belong to CR-7\?/),
    );
  });

  test('counts what is not declared', () => {
    expect(assessment.notKnown).toMatchObject({
      checks: context.head.derivation.checks.length,
      checksUndeclared: context.head.derivation.checks.filter(({ expected }) => expected === undefined).length,
      cases: context.head.derivation.cases.length,
    });
  });

  test('keeps authored words as they were written', () => {
    expect(assessment.authored.recommendation).toEqual({ ids: ['REC'], markdown: 'Return it: **Review** must block.' });
    expect(assessment.authored.reason).toBeNull();
  });

  test('the requester, operations, IT, quality and the board sign; the design authority where product data change', () => {
    expect(assessment.front.signatures.before.map(({ code }) => code)).toEqual(['REQ', 'PRO', 'SYS', 'QAC', 'CCB']);
    const product = plantContext({
      head: `${CHANGED_PLANT.replace('from: lot.quantity, type: integer', 'from: lot.quantity, type: decimal')}${AUTHORED}`,
    });
    const facts = impactAssessment.compose(product, front(impactAssessment, product));
    expect(facts.front.signatures.before.map(({ code }) => code)).toEqual(['REQ', 'PRO', 'SYS', 'DES', 'QAC', 'CCB']);
  });
});

test('the facts of an assessment, as they were looked at and accepted', async () => {
  const {
    front: { tool: _tool, ...front },
    verification: { totals },
    inventory,
    changes,
    counts,
    worst,
    controls,
    aspects,
    documents,
    openQuestions,
    diff,
  } = assessment;
  const judged = inventory.map(({ fingerprint: _fingerprint, ...row }) => row);
  const golden = {
    front,
    changes,
    class: assessment.class,
    counts,
    worst,
    inventory: judged,
    controls,
    aspects,
    documents,
    totals,
    openQuestions,
    diff,
  };
  await expect(`${JSON.stringify(golden, null, 1)}\n`).toMatchFileSnapshot('expected/impact-assessment.json');
});

describe('signatures', () => {
  test('a project names its own signers and meanings', () => {
    const own = plantContext({
      project: `${PROJECT}signers: {OQ: [AUT, QAA, SITE]}\nsignatures: {meanings: {AUT: I wrote it, SITE: The site agrees}}\n`,
    });
    expect(operationalQualification.compose(own, front(operationalQualification, own)).front.signatures).toEqual({
      before: [
        { code: 'AUT', role: 'Author', meaning: 'I wrote it' },
        { code: 'SITE', role: 'SITE', meaning: 'The site agrees' },
      ],
      after: [expect.objectContaining({ code: 'QAA', role: 'Quality, final' })],
    });
  });

  test('protocols are signed before and after execution', () => {
    const codes = (facts: typeof operation | typeof installation) =>
      [facts.front.signatures.before, facts.front.signatures.after].map((block) => block.map(({ code }) => code));
    expect(codes(installation)).toEqual([
      ['AUT', 'TEC', 'SYS', 'QAP'],
      ['REV', 'QAA'],
    ]);
    expect(codes(operation)).toEqual([
      ['AUT', 'TEC', 'PRO', 'QAP'],
      ['REV', 'QAA'],
    ]);
  });
});

describe('the traceability matrix', () => {
  test('has a row for each requirement and for each test', () => {
    expect(matrix.forward.map(({ requirement, status, risks }) => ({ requirement, status, risks }))).toEqual([
      { requirement: 'URS-001', status: 'traced', risks: [] },
      { requirement: 'URS-002', status: 'traced', risks: [{ id: 'RSK-01', severity: 'high' }] },
      { requirement: 'URS-003', status: 'no element', risks: [] },
    ]);
    expect(matrix.backward.length).toBe(context.trace.backward.length);
  });

  test('states every figure with what it is counted over', () => {
    expect(matrix.coverage.find(({ what }) => what === 'requirements with an element that realises them')).toEqual({
      what: 'requirements with an element that realises them',
      covered: 2,
      of: 3,
    });
  });

  test('counts the tests behind a clause through its requirements', () => {
    const row = matrix.clauses.find(({ clause }) => clause === 'P11-10-a');
    expect(row).toMatchObject({
      requirements: ['URS-001'],
      tests: matrix.forward[0]?.tests.length,
      status: 'referenced',
      certainty: 'text checked',
    });
  });
});

describe('the installation protocol', () => {
  test('prints every check once, by environment', () => {
    const printed = installation.environments.flatMap(({ groups }) =>
      groups.flatMap(({ checks }) => checks.map(({ id }) => id)),
    );
    expect(printed.toSorted()).toEqual(context.head.derivation.checks.map(({ id }) => id).toSorted());
    expect(installation.environments.map(({ environment }) => environment)).toEqual(['PROD', 'TEST', 'not declared']);
  });

  test('says what is not declared instead of guessing', () => {
    const build = installation.environments.flatMap(({ environment, groups }) =>
      groups.flatMap(({ checks }) =>
        checks
          .filter(({ attribute, element }) => attribute === 'build' && element.startsWith('environment:MES'))
          .map(({ expected }) => ({ environment, expected })),
      ),
    );
    expect(build).toEqual([
      { environment: 'PROD', expected: '4.2.1' },
      { environment: 'TEST', expected: null },
    ]);
  });

  test('captures the configured elements with whole semantic hashes', () => {
    expect(installation.configuration.map(({ element }) => element)).toContain('set:BLOCKED');
    expect(installation.configuration.filter(({ hash }) => !/^h1:[0-9a-f]{64}$/.test(hash))).toEqual([]);
  });
});

describe('the operation protocol', () => {
  test('prints every case once, by lifecycle or interface', () => {
    expect(operation.chapters.flatMap(({ cases }) => cases.map(({ id }) => id)).toSorted()).toEqual(
      context.head.derivation.cases.map(({ id }) => id).toSorted(),
    );
    expect(operation.chapters.map(({ element }) => element).toSorted()).toEqual([
      'interface:IF-001',
      'lifecycle:LOT',
      'system:MES',
    ]);
  });

  test('accounts for every obligation and exclusion', () => {
    expect(operation.selection.reduce((sum, { obligations }) => sum + obligations, 0)).toBe(
      operation.totals.obligations,
    );
    expect(operation.types.reduce((sum, { obligations }) => sum + obligations, 0)).toBe(operation.totals.obligations);
    const left = [...operation.exclusions, ...installation.exclusions];
    expect(left.length).toBe(context.head.derivation.exclusions.length);
    expect(left.filter(({ reason }) => reason === '')).toEqual([]);
  });

  test('lists the accounts that cases use, with the user without rights', () => {
    expect(operation.accounts.filter(({ kind }) => kind === 'human').map(({ role }) => role)).toEqual(
      expect.arrayContaining(['INSPECTOR', 'OPERATOR']),
    );
  });

  test('lists declared exceptions with the cases on their elements', () => {
    expect(operation.exceptions).toEqual([
      expect.objectContaining({
        id: 'EX-01',
        class: 'downtime',
        treatment: 'procedural',
        documents: ['SOP-1'],
        cases: operation.chapters.find(({ element }) => element === 'interface:IF-001')?.cases.length,
      }),
    ]);
  });
});
