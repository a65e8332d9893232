import { describe, expect, test } from 'vitest';
import { AUTHORED_SECTIONS, misplacedTexts } from '../../../src/core/documents/authored-sections.ts';
import { composeFront } from '../../../src/core/documents/document-front.ts';
import { DOCUMENT_TYPES } from '../../../src/core/documents/index.ts';
import { AUTHORED, CHANGE, CHANGED_PLANT, PLANT, PROJECT, plantContext, type PlantOptions } from './small-plant.ts';

const IA = { type: 'IA', title: 'Impact assessment' } as const;
const RTM = { type: 'RTM', title: 'Requirements traceability matrix' } as const;
const reasons = (options: PlantOptions, type: typeof IA | typeof RTM = IA): readonly string[] =>
  composeFront(type, plantContext(options)).status.reasons;
/** The changed plant without its open error, so that other reasons stand alone. */
const MENDED = CHANGED_PLANT.replace(
  'members: [Open, Held], unknown: out',
  'members: [Open, Held, Review], unknown: out',
);

describe('the front of a document', () => {
  test('says whose it is, which it is and from what it was made', () => {
    const { status: _, ...front } = composeFront(IA, plantContext());
    expect(front).toEqual({
      type: 'IA',
      title: 'CR-7: Review before release',
      number: 'SMP-REL-IA-001',
      revision: '2.0.0',
      organisation: 'Small plant',
      site: 'Site SMP',
      confidentiality: 'Confidentiality not declared',
      package: { id: 'SMP-REL', title: 'Hold and release', version: '2.0.0' },
      commit: 'b2b2b2b2b2b2',
      tree: 'clean',
      contentHash: 's1:c3c3c3c3c3c3',
      generated: '2026-03-02T08:00:00Z',
    });
  });

  test.each([
    ['', 'SMP-REL-IA-001'],
    ['numbering: {numbers: {IA: "14"}}', 'SMP-REL-IA-014'],
    ['numbering: {numbers: {IA: VAL-2026-7}}', 'VAL-2026-7'],
    ['numbering: {pattern: <TYPE>/<PKG>/<NNNN>}', 'IA/SMP-REL/0001'],
  ])('numbers the document by the project: %s', (numbering, number) => {
    expect(composeFront(IA, plantContext({ project: `${PROJECT}${numbering}\n` })).number).toBe(number);
  });

  test('writes the site where the package id does not begin with it', () => {
    const project = PROJECT.replace('id: SMP-REL', 'id: REL');
    expect(composeFront(IA, plantContext({ project })).number).toBe('SMP-REL-IA-001');
    expect(composeFront(IA, plantContext({ project: project.replace('  site: SMP\n', '') })).number).toBe('REL-IA-001');
  });

  test('a folder has no commit, and is a modified tree', () => {
    const { commit, generated, tree } = composeFront(
      IA,
      plantContext({ headIdentity: { kind: 'folder', commit: undefined, instant: undefined } as never }),
    );
    expect({ commit, generated, tree }).toEqual({ commit: 'no commit', generated: 'no commit', tree: 'modified' });
  });
});

/** A process step that leaves no cell of the responsibility matrix open. */
const ANSWERED_STEP = `steps:
  PS-1: {collects: MES, systemOfRecord: MES, review: QMS, release: QMS, audit: MES, outputs: {notApplicable: no output}, owners: {operations: OPS, quality: QA, it: {notApplicable: hosted}}}
`;

describe('the status of a document', () => {
  test('is FOR APPROVAL when nothing is missing, and never more', () => {
    const context = plantContext({ head: `${MENDED}${CHANGE}${AUTHORED}${ANSWERED_STEP}` });
    expect(DOCUMENT_TYPES.map((type) => composeFront(type, context).status)).toEqual(
      DOCUMENT_TYPES.map(() => ({ word: 'FOR APPROVAL', reasons: [] })),
    );
  });

  test('is DRAFT while the tree differs from its commit', () => {
    const head = `${MENDED}${CHANGE}${AUTHORED}`;
    expect(reasons({ head, headIdentity: { kind: 'worktree', modified: true } })).toEqual([
      'The files of head differ from commit b2b2b2b2b2b2.',
    ]);
    expect(reasons({ head, headIdentity: { kind: 'folder', commit: undefined } as never })).toEqual([
      'Head is a plain folder: no commit holds it.',
    ]);
  });

  test('is DRAFT when base is no declared baseline', () => {
    const head = `${MENDED}${CHANGE}${AUTHORED}`;
    expect(reasons({ head, baseIdentity: { commit: 'e5'.repeat(20) } })).toEqual([
      'Base commit e5e5e5e5e5e5 is not a declared baseline (baselines in the project file).',
    ]);
    expect(reasons({ head, baseIdentity: { kind: 'worktree' } })).toEqual([
      'Base is a worktree, which cannot be a declared baseline.',
    ]);
  });

  test('is DRAFT while an error is open, which suppresses no document', () => {
    expect(reasons({}, RTM)).toEqual([
      'Open error: state-set-not-total on set BLOCKED.',
      'Open error: value-map-fallback-permissive on set BLOCKED.',
    ]);
  });

  test('names every section that nobody wrote for this change', () => {
    expect(reasons({ head: `${MENDED}${CHANGE}` })).toEqual([
      'Not written: recommendation, regulatory, operations, data, documents, implementation (texts of document IA).',
    ]);
  });

  test('takes in-flight records and the way back from the change record', () => {
    const change = CHANGE.replace(
      '    touches:',
      '    inFlight: {LOT.Held: stays}\n    rollback: Put the earlier configuration back.\n    touches:',
    );
    expect(reasons({ head: `${MENDED}${change}` })).toEqual([
      'Not written: recommendation, regulatory, operations, documents (texts of document IA).',
    ]);
  });

  test('does not take a text of the baseline for one about this change', () => {
    expect(reasons({ base: `${PLANT}${AUTHORED}`, head: `${MENDED}${CHANGE}${AUTHORED}` })).toEqual([
      'Not written for this change, still the text of base: recommendation, regulatory, operations, data, documents, implementation.',
    ]);
  });

  test('asks for a change record', () => {
    expect(reasons({ head: `${MENDED}${AUTHORED}` })).toEqual([
      'No change record is new or changed in head (changes).',
      'Not written: reason (texts of document IA).',
    ]);
  });

  test('says when a text names a section that there is not', () => {
    const head = `${MENDED}${CHANGE}${AUTHORED}  TYPO: {document: IA, section: recomendation, text: lost}\n  OTHER: {document: VP, section: scope, text: lost}\n`;
    const context = plantContext({ head });
    expect(composeFront(IA, context).status.reasons).toEqual([
      'Text TYPO is for section recomendation, which IA does not have. Did you mean recommendation? It may be: data, documents, implementation, operations, questions, reason, recommendation, regulatory.',
    ]);
    expect(misplacedTexts(context.head.model).map(({ message }) => message)).toEqual([
      'Text OTHER is for document VP, which this version does not write.',
      'Text TYPO is for section recomendation, which IA does not have.',
    ]);
  });
});

test('every authored section is explained once', () => {
  const names = AUTHORED_SECTIONS.map(({ document, section }) => `${document}/${section}`);
  expect(new Set(names).size).toBe(names.length);
  expect(AUTHORED_SECTIONS.filter(({ meaning }) => !meaning.endsWith('.'))).toEqual([]);
});
