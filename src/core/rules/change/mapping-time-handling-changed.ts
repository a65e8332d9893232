import { defineChangeRule } from '../change-rule.ts';
import { transformVerdict } from '../judging/transform-steps.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another time zone, another shift between zones, or another way in which a day is made of a time. */
export const mappingTimeHandlingChanged = defineChangeRule({
  id: 'mapping-time-handling-changed',
  family: 'mappings',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-MAP', 'OQ-BND', 'OQ-RPT'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another time zone, another shift between zones, or another way in which a day is made of a time.',
  why: 'Expiry, production date and hold time move by hours or a day.',
  fix: 'Attach values before and after around midnight in every zone, and on the days when the clocks change.',
  mirror: { self: true },
  core: true,
  claims: [
    { kinds: ['mapping', 'reply'], paths: ['zone', 'source.zone', 'transform'] },
    { kinds: ['field'], paths: ['zone'] },
  ],
  check(change) {
    const { after, path, from, to } = change;
    if (path[0] === 'transform') return transformVerdict(change, 'time');
    // A field that was said to have no zone and now has one holds more than before: field-type-widened.
    if (after.kind === 'field' && from === 'none' && to !== undefined) return [];
    return [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }];
  },
  examples: [
    {
      name: 'the day of another zone',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [toDate: Europe/Berlin]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [toDate: UTC]}}}}`,
      expect: ['breaking H mapping:IF-1.nr transform'],
    },
    {
      name: 'no time of day any more',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [toZone: UTC]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{toZone: UTC}, {toDate: UTC}]}}}}`,
      expect: ['breaking H mapping:IF-1.nr transform'],
    },
    {
      name: 'another zone at arrival',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, type: timestamp, zone: UTC}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, type: timestamp, zone: local}}}}`,
      expect: ['breaking H mapping:IF-1.nr zone'],
    },
    {
      name: 'another zone of the field',
      before: `objects: {lot: {fields: {made: {type: timestamp, zone: UTC}}}}`,
      after: `objects: {lot: {fields: {made: {type: timestamp, zone: local}}}}`,
      expect: ['breaking H field:lot.made zone'],
    },
    {
      name: 'a zone where none was declared: it may have been another one',
      before: `objects: {lot: {fields: {made: {type: timestamp}}}}`,
      after: `objects: {lot: {fields: {made: {type: timestamp, zone: UTC}}}}`,
      expect: ['breaking H field:lot.made zone'],
    },
    {
      name: 'another prefix',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{toDate: UTC}, {prefix: A}]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{toDate: UTC}, {prefix: B}]}}}}`,
      expect: [],
    },
    {
      name: 'a zone for a time that had none, which is told as a wider type',
      before: `objects: {lot: {fields: {made: {type: timestamp, zone: none}}}}`,
      after: `objects: {lot: {fields: {made: {type: timestamp, zone: UTC}}}}`,
      expect: [],
    },
  ],
});
