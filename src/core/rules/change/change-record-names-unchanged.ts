import { defineChangeRule } from '../change-rule.ts';
import { currentRecords, differingKeys, keysNamed } from '../judging/change-records.ts';
import { listed, named } from '../judging/wording.ts';

/** Reports a change record that names elements in which nothing differs. */
export const changeRecordNamesUnchanged = defineChangeRule({
  id: 'change-record-names-unchanged',
  family: 'model',
  judges: 'comparison',
  class: 'risky',
  risk: 'L',
  evidence: ['DOC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports a change record that names elements in which nothing differs.',
  why: 'What was announced and decided is not what is delivered, or only a part of it.',
  fix: 'Take the name out of `touches`, or say in the record when the rest follows.',
  mirror: { rule: 'change-not-recorded' },
  core: true,
  claims: [],
  check(context) {
    const { base } = context;
    if (base.project === undefined) return [];
    const records = currentRecords(context);
    if (records.length === 0) return [];
    const differing = differingKeys(context);
    return records.flatMap((after) => {
      const unchanged = (after.attributes.touches ?? []).filter(
        (name) => ![...keysNamed([name], context)].some((key) => differing.has(key)),
      );
      if (unchanged.length === 0) return [];
      return [
        {
          what: `${named(after)} names ${listed(unchanged)}, in which nothing differs.`,
          after,
          before: context.inBase(after) ?? after,
          path: ['touches'],
          values: { from: undefined, to: unchanged },
          partial: true,
        },
      ];
    });
  },
  examples: [
    {
      name: 'names one element too many',
      before: `systems: {MES: {version: "1"}, ERP: {version: "1"}}`,
      after: `systems: {MES: {version: "2"}, ERP: {version: "1"}}
changes: {CR-1: {reason: Update, touches: [MES, ERP]}}`,
      expect: ['risky L change:CR-1 touches'],
    },
    {
      name: 'a title, a part, a rename and a removed element',
      before: `systems: {MES: {title: A}, ERP: {}, OLD: {}}
objects: {lot: {fields: {nr: {type: string, length: 8}}}}`,
      after: `systems: {MES: {title: B}, SAP: {formerIds: [ERP]}}
objects: {lot: {fields: {nr: {type: string, length: 9}}}}
changes: {CR-1: {reason: Update, touches: [MES, SAP, OLD, lot]}}`,
      expect: [],
    },
    {
      name: 'a record that was closed before',
      before: `package: {id: EX, title: Example, version: "2"}
systems: {MES: {}}
changes: {CR-1: {reason: First, from: "1", touches: [MES]}}`,
      after: `package: {id: EX, title: Example, version: "3"}
systems: {MES: {}}
changes: {CR-1: {reason: First, from: "1", touches: [MES]}}`,
      expect: [],
    },
  ],
});
