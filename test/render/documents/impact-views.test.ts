import { beforeAll, describe, expect, it } from 'vitest';
import type { DocumentContext } from '../../../src/core/documents/document-context.ts';
import { composeFront } from '../../../src/core/documents/document-front.ts';
import type { EffectRowFacts } from '../../../src/core/documents/impact/composed-effect-facts.ts';
import type { InventoryRow } from '../../../src/core/documents/impact/finding-facts.ts';
import { impactAssessment } from '../../../src/core/documents/impact-assessment.ts';
import type { Json } from '../../../src/core/language/canonical.ts';
import { writePdf } from '../../../src/io/pdf-writer.ts';
import { readTemplateStore } from '../../../src/io/template-store.ts';
import { effectsView, unprovedValues } from '../../../src/render/documents/impact-effects-view.ts';
import { inventoryView } from '../../../src/render/documents/impact-inventory-view.ts';
import { renderDocument } from '../../../src/render/documents/render-document.ts';
import { EMERGENCY, boardContext } from '../../core/documents/board-plant.ts';
import { plantContext } from '../../core/documents/small-plant.ts';
import { POPPLER, pageTexts } from '../../io/pdf/poppler.ts';

const context = boardContext();
const facts = (of: DocumentContext) => impactAssessment.compose(of, composeFront(impactAssessment, of));
const board = facts(context);

async function pagesOf(of: DocumentContext): Promise<readonly string[]> {
  const front = composeFront(impactAssessment, of);
  const document = renderDocument({
    type: impactAssessment,
    front,
    facts: facts(of) as Json,
    context: of,
    templates: readTemplateStore(),
  });
  return pageTexts((await writePdf(document)).bytes).map((text) => text.replace(/\s+/g, ' '));
}

describe('the inventory', () => {
  const whyOf = (row: Partial<InventoryRow>): unknown => {
    const [one] = plain.inventory;
    if (one === undefined) throw new Error('the plant has a change');
    const bare = { ...one, reason: 'It changed.', raisedBy: [], waiver: null, disposition: null };
    return inventoryView({ inventory: [{ ...bare, ...row }] })[0]?.['why'];
  };
  const plain = facts(plantContext());

  it('tells the same edit once, with its further places; what is explained otherwise is in small print below', () => {
    expect(
      inventoryView(board)
        .filter(({ ref }) => typeof ref === 'string' && /^F-0[19]/.test(ref))
        .map(({ ref, element, tone, places }) => ({ ref, element, tone, places })),
    ).toEqual([
      { ref: 'F-01', element: 'UC', tone: 'high', places: '' },
      { ref: 'F-01.1', element: 'UC', tone: 'small', places: '' },
      { ref: 'F-09', element: 'lot.box', tone: 'high', places: 'Further places: F-09.1 lot.nr, F-09.2 lot.pallet.' },
    ]);
  });

  it.each([
    ['A1', 'it enters a released state', 'Raised (A1, gated step): it enters a released state.'],
    ['A2', 'RO-01 is made from it', 'Raised (A2, regulated output): RO-01 is made from it.'],
    ['A3', 'lot.nr is critical', 'Raised (A3, critical): lot.nr is critical.'],
    ['A4', 'it feeds a key', 'Raised (A4, key): it feeds a key.'],
    ['A5', 'records may be in Held', 'Migration plan asked for (A5): records may be in Held.'],
    ['A6', 'evidence gap: no test is written for X', 'Evidence gap (A6): no test is written for X.'],
    ['A7', 'pre-effective', 'Lowered (A7): pre-effective.'],
    ['A8', 'X says `consumers: none`', 'Lowered (A8): X says `consumers: none`.'],
    [
      'A8',
      'X says `consumers: none`, which does not count: Y refers to X',
      'Not lowered (A8): X says `consumers: none`, which does not count: Y refers to X.',
    ],
    ['A9', 'compensated in the same change (UC). Proof.', 'Lowered (A9): compensated in the same change (UC). Proof.'],
    ['A9', 'compensated by UC (factor)', 'To be seen with it (A9): compensated by UC (factor).'],
    ['project', 'the project says: small plant', 'Project setting: the project says: small plant.'],
    [
      'project',
      'the project says: small; refused: H to L, which a project setting may not lower',
      'Project setting, not followed as a whole: the project says: small; refused: H to L, which a project setting may not lower.',
    ],
    ['rule', 'the limit is gone', 'Graded by the rule for this case: the limit is gone.'],
    ['grouping', 'state-added on X', 'Weighs as much as what it stands for: state-added on X.'],
  ] as const)('says what %s did: %s', (id, reason, words) => {
    expect(whyOf({ raisedBy: [{ id, reason }] })).toBe(`It changed. ${words}`);
  });

  it('says of a waiver whether base holds it, whether it is accepted, or that it clears nothing', () => {
    expect([
      whyOf({ waiver: { id: 'W-1', reason: '', expires: '2026-05-01' } }),
      whyOf({ waiverRequest: { id: 'W-1', accepted: true, why: 'Approved by A. Bell.' } }),
      whyOf({ waiverRequest: { id: 'W-1', accepted: false, why: 'Not valid: nobody approved it.' } }),
      whyOf({ disposition: 'Accepted by the line' }),
    ]).toEqual([
      'It changed. Waived by W-1 until 2026-05-01.',
      'It changed. Waiver W-1 came with this change and is accepted by the policy of base: Approved by A. Bell.',
      'It changed. Waiver W-1 is a request that clears nothing: Not valid: nobody approved it.',
      'It changed. Disposed of in the change record: Accepted by the line.',
    ]);
  });
});

describe('values before and after', () => {
  const effect = (verdict: EffectRowFacts['verdict'], more: Partial<EffectRowFacts> = {}): EffectRowFacts => ({
    ref: 'W-01',
    element: { kind: 'mapping', id: 'IF-1.a' },
    verdict,
    by: null,
    statement: 'Said.',
    touchedBy: [],
    notFollowed: [],
    compensations: [],
    vectors: { different: 0, same: 3, unknown: 0 },
    rows: [],
    ...more,
  });

  it('call equal nothing that was only observed', () => {
    const kinds = (['different', 'equal', 'no-difference-observed', 'not-evaluable'] as const).map(
      (verdict) => (effectsView([effect(verdict)])['statements'] as { kind: string }[])[0]?.kind,
    );
    expect(kinds).toEqual([
      'Proved: does not arrive as before',
      'Proved: arrives as before',
      'Observed only: no proof',
      'Not evaluable: nothing is shown',
    ]);
  });

  it('say what was not followed, and what makes up for what', () => {
    const place = { element: { kind: 'interface', id: 'IF-1' }, attribute: 'to', findings: ['F-02'] };
    const told = effect('equal', {
      by: 'algebra',
      notFollowed: [place],
      compensations: [
        { ref: 'F-01', reason: 'compensated by UC (factor)' },
        { ref: 'F-03', reason: 'compensated by UC (factor)' },
      ],
    });
    expect((effectsView([told])['statements'] as { statement: string }[])[0]?.statement).toBe(
      'Said. Shown by exact algebra of the whole way. F-01, F-03 (A9): compensated by UC (factor). What no value shows changed as well, and was not followed: interface IF-1, to (F-02).',
    );
  });

  it('print the inputs that differ, and count the others; of many they print the first', () => {
    const rows = Array.from({ length: 50 }, (_, at) => ({ input: `${at}`, base: 'a', head: 'b', same: false }));
    const many = effect('different', {
      by: 'counterexample',
      vectors: { different: 50, same: 2, unknown: 1 },
      rows: [...rows, { input: 'x', base: '? a formula', head: 'b', same: null }],
    });
    const [table] = effectsView([many, { ...many, element: { kind: 'reply', id: 'IF-2.b' } }])['tables'] as {
      caption: string;
      rows: unknown[];
    }[];
    expect(table?.caption).toBe(
      'W-01 mapping IF-1.a and 1 further field: 50 of 53 vectors do not arrive as before, 2 do, of 1 nobody can say; the first 40, all of them stand in the data of this document',
    );
    expect(table?.rows).toEqual(rows.slice(0, 40).map(({ input, base, head }) => ({ input, base, head })));
  });

  it('are on page 1 where not all is proved', () => {
    expect([
      unprovedValues([effect('equal'), effect('different')]),
      unprovedValues([effect('equal'), effect('not-evaluable'), effect('no-difference-observed')]),
    ]).toEqual([
      '',
      'of 3 mapped fields on a changed way, 1 could not be evaluated and 1 was only observed on some values',
    ]);
  });
});

describe.skipIf(!POPPLER)('the printed assessment', () => {
  let pages: readonly string[] = [];
  let all = '';
  beforeAll(async () => {
    pages = await pagesOf(context);
    all = pages.join(' ');
  });

  it('has on page 1 what a board must not miss, and nothing of it on page 2', () => {
    for (const words of [
      'NO RECOMMENDATION: no recommendation was authored for this change. The computed class is no recommendation.',
      'none waived, 1 covered by a waiver that came with the change and is accepted.',
      'Edits that no change record names: VF, VM (F-06).',
      'Emergency change: CR-2, made before it was approved. Approval after the fact (to be done by 2026-02-28): not approved: the record holds no approval that counts of OPS, IT; that day had passed when head was committed (2026-03-02).',
      'Values before and after (section 5.1): of 5 mapped fields on a changed way, 1 was only observed on some values.',
    ]) {
      expect(pages[0]).toContain(words);
    }
    expect(pages[1]).toMatch(/^Approvals H The signature block/);
  });

  it('has the rest in its sections', () => {
    for (const words of [
      'To be approved after the fact by 2026-02-28',
      'Edits that no change record names F-06: Change record CR-2 does not name all that changed: VF and VM change without being announced.',
      'Their changes in the inventory: VF (F-11, F-13); VM (F-05, F-07).',
      'What earlier change records say about what changes again',
      'Disposed of: Accepted with the scale of the line. Records under way: Open lots keep theirs. Approved: QA (A. Bell, 2026-01-20; Minutes 3).',
      'New; accepted for F-11',
      'W-02 mapping IF-1.pieces: 7 of 10 vectors do not arrive as before, 3 do',
      'No difference observed on 10 vectors. That is no proof: other values may arrive otherwise.',
    ]) {
      expect(all).toContain(words);
    }
  });

  it('prints the sentence of a person beside the computed class', async () => {
    const [first] = await pagesOf(plantContext());
    expect(first).toMatch(
      /Computed: at least one change has critical risk by its rule\. .*Recommendation of a person, as authored in the specification \(text REC\): Return it: Review must block\./,
    );
  });

  it('says loudly that an emergency change has no day', async () => {
    const [first, ...others] = await pagesOf(boardContext(EMERGENCY.replace('    approveBy: 2026-02-28\n', '')));
    expect(first).toContain('Approval after the fact (no day for it is declared): not approved:');
    expect(others.join(' ')).toContain('NOT DECLARED: no day is set until which this change must be approved');
  });

  it('says nothing of emergencies, values and earlier decisions where there are none', async () => {
    const text = (await pagesOf(plantContext())).join(' ');
    expect(text).toContain('N/A – no change touches the way of a field that is mapped in both revisions.');
    expect(text).not.toMatch(
      /approved after the fact|Emergency change:|What earlier change records say|Vectors that differ/,
    );
  });
});
