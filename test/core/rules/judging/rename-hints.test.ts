import { describe, expect, it } from 'vitest';
import { judgeChanges } from '../../../../src/core/rules/judge.ts';
import { lookAlikes } from '../../../../src/core/rules/judging/rename-hints.ts';
import { compare, sha256 } from '../small-project.ts';

const LOT = 'definition: Number printed on the label, type: string, length: 14, required: true';

function alike(before: string, after: string): readonly string[] {
  return lookAlikes(compare(before, after)).map(
    ({ removed, added, percent }) => `${removed.id} → ${added.id} ${percent} %`,
  );
}

describe('an element that is gone and one that is new', () => {
  const before = `objects: {lot: {fields: {lot_no: {${LOT}}, site: {type: string, length: 4}}}}`;
  const after = `objects: {lot: {fields: {lot_number: {${LOT}}, site: {type: string, length: 4}}}}`;

  it('are asked about when they say the same', () => {
    expect(alike(before, after)).toEqual(['lot.lot_no → lot.lot_number 72 %']);
  });

  it('stay two elements: the question changes neither class nor risk nor the number of findings', () => {
    const { findings } = judgeChanges({ ...compare(before, after), lintBase: [], lintHead: [], digest: sha256 });
    expect(
      findings.map((finding) => `${finding.ruleId} ${finding.class} ${finding.risk} ${finding.element.id}`),
    ).toEqual(['field-removed breaking H lot.lot_no', 'field-added-required breaking M lot.lot_number']);
    expect(findings[0]?.reason).toContain(
      'lot.lot_number, which is new, is 72 % alike; if it is the same, say so with formerIds: [lot_no] on it. Nothing was concluded from that.',
    );
  });

  it('are not asked about when a name alone is alike, or the parent is another', () => {
    expect(
      alike(before, `objects: {lot: {fields: {lot_number: {type: integer}, site: {type: string, length: 4}}}}`),
    ).toEqual([]);
    expect(
      alike(
        `objects: {lot: {fields: {a: {${LOT}}}}, ncr: {fields: {b: {type: integer}}}}`,
        `objects: {lot: {fields: {c: {type: integer}}}, ncr: {fields: {b: {type: integer}, a: {${LOT}}}}}`,
      ),
    ).toEqual([]);
  });

  it('are asked about once, each with the one that is most alike', () => {
    expect(
      alike(
        `systems: {MES-1: {environments: {PROD: {}}, gxp: direct, version: "1", gamp: 4}, MES-2: {environments: {PROD: {}}, gxp: direct, version: "2", gamp: 5}}`,
        `systems: {MES-3: {environments: {PROD: {}}, gxp: direct, version: "1", gamp: 4}, MES-4: {environments: {PROD: {}}, gxp: direct, version: "2", gamp: 5}}`,
      ),
    ).toEqual(['MES-1 → MES-3 88 %', 'MES-2 → MES-4 88 %']);
  });
});
