import { defineChangeRule } from '../change-rule.ts';
import { LENGTH_CLAIMS, boundMove, receiversThatCut } from '../judging/bounds.ts';
import { listed } from '../judging/wording.ts';

/** Reports a greatest length that is higher, or that is not declared any more. */
export const fieldLengthWidened = defineChangeRule({
  id: 'field-length-widened',
  family: 'data',
  judges: 'attribute',
  class: 'compatible',
  risk: 'L',
  evidence: ['OQ-BND', 'REG-DEP'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a greatest length that is higher, or that is not declared any more.',
  why: 'The field itself takes more; a receiver with less room may now cut the value.',
  fix: 'Widen the targets that it feeds in the same change.',
  mirror: { rule: 'field-length-narrowed' },
  core: true,
  claims: LENGTH_CLAIMS,
  check(change, context) {
    const move = boundMove(change, context);
    if (move?.way !== 'up' && move?.way !== 'gone') return [];
    const { what, way } = move;
    // The adjustment for keys looks at fields; the length of a key of an object stands on the object.
    if (change.after.kind === 'object') {
      const reason = 'a key is the identity of a record';
      return [{ what, raise: way === 'up' ? { risk: 'H', reason } : { class: 'risky', risk: 'H', reason } }];
    }
    if (way === 'up') return [{ what }];
    // No check can compare what is not declared: a cut that was found before is not found any more.
    const cutting = receiversThatCut(change, context);
    if (cutting.length === 0)
      return [{ what, raise: { class: 'risky', risk: 'M', reason: 'how long it may be, is not declared any more' } }];
    const reason = `${listed(cutting)} may cut it, and no check can tell any more`;
    return [{ what, raise: { class: 'risky', risk: 'H', reason } }];
  },
  examples: [
    {
      name: 'longer',
      before: `objects: {lot: {fields: {nr: {type: string, length: 20}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, length: 24}}}}`,
      expect: ['compatible L field:lot.nr length'],
    },
    {
      name: 'longer at the sender of a mapped field',
      before: `systems: {ERP: {}, MES: {}}
interfaces: {IF-4: {from: ERP, to: MES, fields: {supplier: {from: supplier, source: {length: 35}, type: string, length: 35}}}}`,
      after: `systems: {ERP: {}, MES: {}}
interfaces: {IF-4: {from: ERP, to: MES, fields: {supplier: {from: supplier, source: {length: 50}, type: string, length: 35}}}}`,
      expect: ['compatible L mapping:IF-4.supplier source.length'],
    },
    {
      name: 'not declared any more',
      before: `objects: {lot: {fields: {nr: {type: string, length: 20}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}}}}`,
      expect: ['risky M field:lot.nr length'],
    },
    {
      name: 'not declared any more, and a receiver has a limit',
      before: `systems: {ERP: {}, MES: {}}
objects: {lot: {fields: {nr: {type: string, length: 20}}}}
interfaces: {IF-4: {from: ERP, to: MES, fields: {lot: {from: lot.nr, length: 20}}}}`,
      after: `systems: {ERP: {}, MES: {}}
objects: {lot: {fields: {nr: {type: string}}}}
interfaces: {IF-4: {from: ERP, to: MES, fields: {lot: {from: lot.nr, length: 20}}}}`,
      expect: ['risky H field:lot.nr length'],
    },
    {
      name: 'a longer key in one of the systems',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], length: 10}}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], length: 14}}}}`,
      expect: ['compatible H object:lot keys.MES.length'],
    },
    {
      name: 'shorter',
      before: `objects: {lot: {fields: {nr: {type: string, length: 20}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, length: 12}}}}`,
      expect: [],
    },
  ],
});
