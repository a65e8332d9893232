import { defineChangeRule } from '../change-rule.ts';
import { LENGTH_CLAIMS, boundMove } from '../judging/bounds.ts';

/** Reports a greatest length that is lower, or that is new. */
export const fieldLengthNarrowed = defineChangeRule({
  id: 'field-length-narrowed',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-BND', 'OQ-KEY', 'PQ-REC', 'MIG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a greatest length that is lower, or that is new.',
  why: 'Live and historical values are cut or rejected; a cut lot number is a false identity.',
  fix: 'Keep the length, or prove on live data that no value is longer, and say what happens to those that are.',
  mirror: { rule: 'field-length-widened' },
  core: true,
  claims: LENGTH_CLAIMS,
  check(change, context) {
    const move = boundMove(change, context);
    return move?.way === 'down' || move?.way === 'new' ? [{ what: move.what }] : [];
  },
  examples: [
    {
      name: 'shorter',
      before: `objects: {lot: {fields: {nr: {type: string, length: 20}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, length: 12}}}}`,
      expect: ['breaking H field:lot.nr length'],
    },
    {
      name: 'a length where none was declared: what is longer may now be cut',
      before: `objects: {lot: {fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, length: 12}}}}`,
      expect: ['breaking H field:lot.nr length'],
    },
    {
      name: 'a shorter key in one of the systems',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], length: 14}}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], length: 10}}}}`,
      expect: ['breaking H object:lot keys.MES.length'],
    },
    {
      name: 'a sender of whom nothing is said any more, so that the shorter length of the object holds',
      before: `systems: {ERP: {}, MES: {}}
objects: {lot: {fields: {nr: {type: string, length: 20}}}}
interfaces: {IF-4: {from: ERP, to: MES, fields: {lot: {from: lot.nr, source: {length: 35}}}}}`,
      after: `systems: {ERP: {}, MES: {}}
objects: {lot: {fields: {nr: {type: string, length: 20}}}}
interfaces: {IF-4: {from: ERP, to: MES, fields: {lot: {from: lot.nr}}}}`,
      expect: ['breaking H mapping:IF-4.lot source.length'],
    },
    {
      name: 'longer',
      before: `objects: {lot: {fields: {nr: {type: string, length: 20}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, length: 24}}}}`,
      expect: [],
    },
  ],
});
