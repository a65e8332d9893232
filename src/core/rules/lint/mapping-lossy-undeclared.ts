import { defineLint } from '../lint-rule.ts';
import { criticalPlace } from '../linting/critical-value.ts';
import { doesNotApply } from '../linting/declared.ts';
import { longestValue } from '../linting/longest-value.ts';
import { lossesOf } from '../linting/lossy-steps.ts';
import { mappedSubjects } from '../linting/mapped-value.ts';

/** Critical values that lose something on their way, of which nobody decided that they may. */
export const mappingLossyUndeclared = defineLint({
  id: 'mapping-lossy-undeclared',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'That a loss is acceptable is a declaration that a sketch may leave out.',
  purpose: 'Reports a critical mapped field with a step that makes one value of different ones, without `lossy`.',
  why: 'What was different at the sender is the same at the receiver, and nobody decided that it may be.',
  fix: 'Take the step away, or say why the loss is acceptable: `lossy: {reason: …}` on the field, or on the value map.',
  reads: [
    'objects.field.critical',
    'objects.field.many',
    'interfaces.field.critical',
    'interfaces.field.lossy',
    'interfaces.field.transform',
    'interfaces.field.tooLong',
    'interfaces.field.map',
    'valueMaps.map',
    'valueMaps.unknown',
    'valueMaps.lossy',
  ],
  examples: [
    {
      name: 'merged codes, a part, letters made alike, one of several values, a day, words, and a cut',
      spec: `
        systems: {QMS: {}, MES: {}}
        objects:
          ncr:
            fields:
              kind: {type: code, critical: true}
              text: {type: text, length: 200, critical: true}
              lots: {type: string, many: true, critical: true}
              at: {type: timestamp, zone: UTC, critical: true}
        valueMaps: {VM: {map: {REWORK: RW, REPAIR: RW, SCRAP: SC}, unknown: {default: XX}}}
        interfaces:
          IF-1:
            from: QMS
            to: MES
            fields:
              kind: {from: ncr.kind, type: code, map: VM}
              text: {from: ncr.text, type: text, transform: [{part: {from: 1, length: 40}}, {case: upper}]}
              lot: {from: ncr.lots, type: string}
              day: {from: ncr.at, type: date, transform: [{toDate: UTC}]}
              note: {from: note, type: text, critical: true, tooLong: truncate}
              other: {from: note, type: text, critical: true, transform: [{custom: as agreed}]}`,
      expect: [
        '15:47 error IF-1.kind: IF-1.kind is critical and makes RW of REPAIR and REWORK (VM): nothing says that this is acceptable.',
        '15:47 error IF-1.kind: IF-1.kind is critical and makes XX of everything unknown (VM): nothing says that this is acceptable.',
        '16:54 error IF-1.text: IF-1.text is critical and keeps only a part of the text: nothing says that this is acceptable.',
        '16:85 error IF-1.text: IF-1.text is critical and makes large and small letters alike: nothing says that this is acceptable.',
        '17:19 error IF-1.lot: IF-1.lot is critical and takes one of several values, and no step says which: nothing says that this is acceptable.',
        '18:51 error IF-1.day: IF-1.day is critical and drops the time of day: nothing says that this is acceptable.',
        '19:63 error IF-1.note: IF-1.note is critical and cuts what is too long: nothing says that this is acceptable.',
        '20:67 error IF-1.other: IF-1.other is critical and does something that is said in words only: nothing says that this is acceptable.',
      ],
    },
    {
      name: 'a reason, a reason on the value map, one-to-one steps, rounding, a calculation, a key, an uncritical value, a cut that is reported',
      spec: `
        systems: {QMS: {}, MES: {}}
        objects: {ncr: {fields: {kind: {type: code, critical: true}, text: {type: string, length: 10, critical: true}, size: {type: decimal, unit: EA, critical: true}, lots: {type: string, many: true}}}}
        valueMaps:
          VM-1: {map: {REWORK: RW, REPAIR: RW}, unknown: reject, lossy: {reason: MES treats both alike}}
          VM-2: {map: {REWORK: RW, SCRAP: SC}, unknown: reject}
        interfaces:
          IF-1:
            from: QMS
            to: MES
            fields:
              reasoned: {from: ncr.text, type: string, transform: [{case: upper}], lossy: {reason: MES knows capitals only}}
              merged: {from: ncr.kind, type: code, map: VM-1}
              kind: {from: ncr.kind, type: code, map: VM-2}
              whole: {from: ncr.text, type: string, transform: [{part: {from: 1, length: 10}}, {padLeft: {with: "0", to: 12}}, {prefix: "N-"}]}
              trimmed: {from: ncr.text, type: string, transform: [{trim: both}]}
              rounded: {from: ncr.size, type: decimal, unit: EA, transform: [{round: {decimals: 0, mode: half-up}}]}
              total: {from: ncr.size, type: decimal, unit: EA, transform: [{aggregate: sum}]}
              lots: {from: ncr.lots, type: string, critical: true, transform: [{join: ";"}]}
              number: {from: ncr.text, type: string, key: true, transform: [{case: upper}]}
              remark: {from: remark, type: text, transform: [{case: upper}]}
              short: {from: ncr.text, type: string, length: 8, tooLong: truncate}`,
      expect: [],
    },
  ],
  *check({ model, subjects }) {
    for (const field of mappedSubjects(subjects)) {
      const { key, lossy } = field.attributes;
      // Keys have a rule of their own, and blanks at the ends are no content of anything else.
      if (key === true || lossy !== undefined || doesNotApply(field, 'lossy')) continue;
      const critical = criticalPlace(model, field);
      if (critical === undefined) continue;
      for (const loss of lossesOf(model, field)) {
        if (loss.kind === 'blanks') continue;
        // Where the lengths are known, mapping-truncation compares them.
        if (loss.kind === 'length' && longestValue(model, field) !== undefined) continue;
        yield {
          element: field,
          path: loss.path,
          message: `${field.id} is critical and ${loss.what}: nothing says that this is acceptable.`,
          hint: 'Add `lossy: {reason: …}`, or use a step that keeps different values different.',
          subject: [loss.kind, loss.what],
          related: [{ message: `${critical.element.id} is critical.`, ...critical }],
        };
      }
    }
  },
});
