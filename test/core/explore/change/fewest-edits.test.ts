import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../../src/core/explore/change/edit.ts';
import { fewestEdits } from '../../../../src/core/explore/change/fewest-edits.ts';
import type { FewestEdits, Outcome } from '../../../../src/core/explore/change/fewest-edits.ts';

const edit = (id: string): Edit => ({ kind: 'changed', id, deltas: [] });
const EDITS = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8'].map(edit);
const ids = ({ edits }: Pick<FewestEdits, 'edits'>): string => edits.map(({ id }) => id).join(' ');
const having = (...wanted: readonly string[]): readonly Edit[] => EDITS.filter(({ id }) => wanted.includes(id));

function fewest(
  judge: (edits: string) => Outcome | boolean,
  {
    suspects = [EDITS],
    needs = {},
    most = 100,
  }: {
    readonly suspects?: readonly (readonly Edit[])[];
    readonly needs?: Readonly<Record<string, readonly string[]>>;
    readonly most?: number;
  } = {},
): FewestEdits {
  return fewestEdits({
    edits: EDITS,
    suspects,
    needs: new Map(Object.entries(needs).map(([id, needed]) => [id, having(...needed)])),
    judge: (edits) => {
      const outcome = judge(ids({ edits }));
      return typeof outcome === 'string' ? outcome : outcome ? 'breaks' : 'does not break';
    },
    judgementsAtMost: most,
  });
}

describe('the fewest edits that break an invariant', () => {
  it('are the one edit that does it', () => {
    const found = fewest((edits) => edits.includes('E6'));
    expect([ids(found), found.minimal]).toEqual(['E6', true]);
  });

  it('are two edits that do it only together', () => {
    const found = fewest((edits) => edits.includes('E2') && edits.includes('E7'));
    expect([ids(found), found.minimal]).toEqual(['E2 E7', true]);
  });

  it('bring along what an edit cannot be without, and are never tried without it', () => {
    const tried: string[] = [];
    const found = fewest(
      (edits) => {
        tried.push(edits);
        return edits.includes('E8');
      },
      { needs: { E8: ['E1'], E1: ['E4'] } },
    );
    expect([ids(found), found.minimal]).toEqual(['E1 E4 E8', true]);
    expect(tried.filter((edits) => edits.includes('E8') && !edits.includes('E4'))).toEqual([]);
  });

  it('are found with two judgements where the story already points at them', () => {
    const found = fewest((edits) => edits.includes('E8'), {
      suspects: [having('E8'), EDITS],
      needs: { E8: ['E1'] },
    });
    expect([ids(found), found.judgements]).toEqual(['E1 E8', 2]);
  });

  it('are looked for among all edits where those that can matter do not break it', () => {
    const found = fewest((edits) => edits.includes('E3'), { suspects: [having('E5', 'E6')] });
    expect(ids(found)).toBe('E3');
  });

  it('are not called the fewest where the limit was reached', () => {
    const found = fewest((edits) => edits.includes('E2') && edits.includes('E7'), { most: 3 });
    expect(found.judgements).toBe(3);
    expect(found.minimal).toBe(false);
  });

  it('are not called the fewest where a search could not tell', () => {
    const found = fewest((edits) => (edits === 'E2' ? 'unknown' : edits.includes('E2') && edits.includes('E7')));
    expect([ids(found), found.minimal]).toEqual(['E2 E7', false]);
  });

  it('break it, whatever breaks it, and no longer when one of them is undone', () => {
    const causes = fc.array(
      fc.subarray(
        EDITS.map(({ id }) => id),
        { minLength: 1 },
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(causes, (combinations) => {
        const breaks = (edits: readonly string[]): boolean =>
          combinations.some((combination) => combination.every((id) => edits.includes(id)));
        const found = fewest((edits) => breaks(edits.split(' ')), { most: 1000 });
        const blamed = found.edits.map(({ id }) => id);
        expect(found.minimal).toBe(true);
        expect(breaks(blamed)).toBe(true);
        for (const id of blamed) expect(breaks(blamed.filter((other) => other !== id))).toBe(false);
      }),
    );
  });
});
