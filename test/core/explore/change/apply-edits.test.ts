import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffModels } from '../../../../src/core/diff/diff-models.ts';
import { applyEdits } from '../../../../src/core/explore/change/apply-edits.ts';
import { editsBetween } from '../../../../src/core/explore/change/edit.ts';
import type { SpecModel } from '../../../../src/core/model/spec-model.ts';
import { compare } from '../../rules/small-project.ts';
import { northmoor } from './northmoor-models.ts';

const BASE = `
systems: {QMS: {}, ERP: {}}
roles: {QA_INSP: {}, OPERATOR: {}}
objects: {ncr: {fields: {qty: {type: decimal}}}, lot: {}}
sets: {BLOCKING: {of: NCR, members: [Open, Review]}}
lifecycles:
  NCR:
    object: ncr
    system: QMS
    initial: Open
    states: {Open: open, Review: open, Closed: closed}
    transitions:
      T01: {from: Open, to: Review, by: [OPERATOR, QA_INSP], emits: IF-1}
      T02: {from: Review, to: Closed, by: QA_INSP, when: {field: ncr.qty, above: "0"}}
interfaces:
  IF-1: {from: QMS, to: ERP, fields: {status: {from: NCR}}, whenDown: {mode: queue, buffer: 1 h}}
`;

const HEAD = `
systems: {QMS: {}, ERP: {}}
roles: {INSPECTOR: {formerIds: [QA_INSP]}, OPERATOR: {}}
objects: {ncr: {fields: {quantity: {type: decimal, formerIds: [qty]}}}, lot: {}}
sets: {BLOCKING: {of: NONCONFORMITY, members: [Open, Review, Verify]}}
lifecycles:
  NONCONFORMITY:
    formerIds: [NCR]
    object: ncr
    system: QMS
    initial: Open
    states: {Open: open, Review: open, Verify: open, Closed: closed}
    transitions:
      T01: {from: Open, to: Review, by: [INSPECTOR], emits: IF-1}
      T03: {from: Review, to: Verify, by: INSPECTOR, when: {field: ncr.quantity, above: "0"}}
interfaces:
  IF-1: {from: QMS, to: ERP, fields: {status: {from: NONCONFORMITY}}, delivery: {guarantee: at-least-once, retry: {max: 3, every: 60 s}}}
`;

const ids = (from: SpecModel, to: SpecModel): readonly string[] => editsBetween(from, to).map(({ id }) => id);

function content(model: SpecModel): unknown {
  return [...model.elements.values(), model.project].map((element) => [
    element?.key,
    element?.parent,
    element?.attributes,
  ]);
}

describe('the edits between two revisions', () => {
  it('are elements with their parts, values, parts that came or went as a whole, and renames', () => {
    const { base, head } = compare(BASE, HEAD);
    expect(ids(base, head)).toEqual([
      'added state:NONCONFORMITY.Verify',
      'added transition:NONCONFORMITY.T03',
      'changed interface:IF-1 delivery',
      'changed interface:IF-1 whenDown',
      'changed set:BLOCKING members',
      'changed transition:NONCONFORMITY.T01 by',
      'removed transition:NCR.T02',
      'renamed field:ncr.quantity',
      'renamed lifecycle:NONCONFORMITY',
      'renamed role:INSPECTOR',
    ]);
  });

  it('are none between a revision and itself', () => {
    const { base, head } = compare(BASE, BASE);
    expect(ids(base, head)).toEqual([]);
  });
});

describe('a revision with some of the edits', () => {
  const { base, head } = compare(BASE, HEAD);
  const edits = editsBetween(base, head);
  const having = (...wanted: readonly string[]): SpecModel =>
    applyEdits(
      base,
      head,
      edits.filter(({ id }) => wanted.includes(id)),
    );

  it('is base with none of them', () => {
    expect(content(having())).toEqual(content(base));
  });

  it('is head with all of them', () => {
    expect(diffModels(applyEdits(base, head, edits), head).deltas).toEqual([]);
  });

  it('gets an element with its parts, in the names that base uses', () => {
    const model = having('added transition:NONCONFORMITY.T03');
    expect(model.get('transition', 'NCR.T03')).toMatchObject({
      key: 'transition:NCR.T03',
      parent: 'lifecycle:NCR',
      attributes: { from: ['Review'], to: 'Verify', by: ['QA_INSP'], when: { field: 'ncr.qty' } },
    });
    expect(model.partsOf(model.get('lifecycle', 'NCR')!, 'transition').map(({ id }) => id)).toEqual([
      'NCR.T01',
      'NCR.T02',
      'NCR.T03',
    ]);
    expect(ids(base, model)).toEqual(['added transition:NCR.T03']);
  });

  it('gets one value and leaves the others of its element alone', () => {
    const model = having('changed interface:IF-1 delivery');
    expect(model.get('interface', 'IF-1')?.attributes).toEqual({
      ...base.get('interface', 'IF-1')?.attributes,
      delivery: { guarantee: 'at-least-once', retry: { max: 3, every: '60 s' } },
    });
  });

  it('gets a rename with everything that refers to the element', () => {
    const model = having('renamed lifecycle:NONCONFORMITY');
    expect(ids(base, model)).toEqual(['renamed lifecycle:NONCONFORMITY']);
    expect(model.get('set', 'BLOCKING')?.attributes).toEqual({ of: 'NONCONFORMITY', members: ['Open', 'Review'] });
    expect(model.get('mapping', 'IF-1.status')?.attributes).toEqual({ from: ['NONCONFORMITY'] });
    expect(model.get('transition', 'NONCONFORMITY.T02')?.attributes).toEqual(
      base.get('transition', 'NCR.T02')?.attributes,
    );
  });

  it('keeps two elements apart of which head gives one the name of the other', () => {
    const lifecycle = (name: string, transitions: string): string =>
      `lifecycles: {${name}, states: {A: open, B: closed}, transitions: {${transitions}}}}`;
    const compared = compare(
      lifecycle('NCR: {initial: A', 'T04: {from: A, to: B}, T08: {from: B, to: A}'),
      lifecycle('NC: {formerIds: [NCR], initial: A', 'T08: {from: A, to: B, formerIds: [T04]}'),
    );
    const between = editsBetween(compared.base, compared.head);
    expect(between.map(({ id }) => id)).toEqual([
      'removed transition:NCR.T08',
      'renamed lifecycle:NC',
      'renamed transition:NC.T08',
    ]);
    const names = (wanted: readonly number[]): readonly unknown[] =>
      applyEdits(
        compared.base,
        compared.head,
        between.filter((_, index) => wanted.includes(index)),
      )
        .ofKind('transition')
        .map(({ id, attributes }) => [id, attributes.to]);
    expect(names([])).toEqual([
      ['NCR.T04', 'B'],
      ['NCR.T08', 'A'],
    ]);
    expect(names([1])).toEqual([
      ['NC.T04', 'B'],
      ['NC.T08', 'A'],
    ]);
    expect(names([0, 2])).toEqual([['NCR.T08', 'B']]);
    expect(names([0, 1, 2])).toEqual([['NC.T08', 'B']]);
  });

  it('still says where everything is written', () => {
    const model = having('changed set:BLOCKING members');
    expect(model.get('set', 'BLOCKING')?.at).toEqual(base.get('set', 'BLOCKING')?.at);
  });
});

describe('whatever edits are taken', () => {
  const small = compare(BASE, HEAD);
  const pairs = [
    { name: 'a small plant with renames', base: small.base, head: small.head },
    ...[
      ['v1.0.0', 'cr-2041'],
      ['cr-2041', 'v2.0.1'],
      ['v2.0.1', 'cr-2057'],
      ['cr-2057', 'v1.0.0'],
    ].map(([from = '', to = '']) => ({
      name: `${from} to ${to}`,
      base: northmoor(from, 'base'),
      head: northmoor(to, 'head'),
    })),
  ];

  for (const { name, base, head } of pairs) {
    const edits = editsBetween(base, head);

    it(`${name}: none of ${edits.length} is base, all are head`, () => {
      expect(content(applyEdits(base, head, []))).toEqual(content(base));
      expect(diffModels(applyEdits(base, head, edits), head)).toMatchObject({ deltas: [] });
    });

    it(`${name}: in whatever order, they lie between base and head, and the other edits lead the rest of the way`, () => {
      fc.assert(
        fc.property(fc.shuffledSubarray([...edits]), (some) => {
          const model = applyEdits(base, head, some);
          const inOrder = edits.filter((edit) => some.includes(edit));
          expect(content(model)).toEqual(content(applyEdits(base, head, inOrder)));
          expect(editsBetween(base, model)).toHaveLength(some.length);
          expect(diffModels(applyEdits(model, head, editsBetween(model, head)), head).deltas).toEqual([]);
          expect(editsBetween(model, head)).toHaveLength(edits.length - some.length);
        }),
        { numRuns: base === small.base ? 60 : 8 },
      );
    });
  }
});
