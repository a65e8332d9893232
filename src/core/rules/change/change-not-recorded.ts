import { defineChangeRule } from '../change-rule.ts';
import { changedElements, isNamed, keepsRecords, keysNamed, namesOf, openRecords } from '../judging/change-records.ts';
import { listed, named } from '../judging/wording.ts';

/** Reports elements that mean something else than before, and that no open change record names. */
export const changeNotRecorded = defineChangeRule({
  id: 'change-not-recorded',
  family: 'model',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['DOC', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports elements that mean something else than before, and that no open change record names.',
  why: 'Nobody asked for it in writing, so that nobody has assessed it or decided about it.',
  fix: 'Name the elements in `touches` of the change record, or take the edit out of this change.',
  mirror: { self: true },
  core: true,
  claims: [],
  check(context) {
    const { base, head } = context;
    // A project without any change record keeps them elsewhere, and a first version has nothing that it changes.
    if (!keepsRecords(context) || base.project === undefined) return [];
    const open = openRecords(context);
    const names = open.flatMap(namesOf);
    const keys = keysNamed(names, context);
    const strangers = changedElements(context).filter((element) => !isNamed(element, keys));
    if (strangers.length === 0) return [];
    const ids = strangers.map(({ id }) => id);
    const [record, ...others] = open;
    const subject = record === undefined || others.length > 0 ? head.project : record;
    const who =
      record === undefined
        ? 'Head holds no open change record'
        : names.length === 0
          ? `${listed(open.map(named))} ${others.length === 0 ? 'names' : 'name'} no element`
          : `${listed(open.map(named))} ${others.length === 0 ? 'does' : 'do'} not name all that changed`;
    return [
      {
        what: `${who}: ${listed(ids)} ${ids.length === 1 ? 'changes' : 'change'} without being announced.`,
        ...(subject === undefined ? {} : { after: subject, before: context.inBase(subject) ?? subject }),
        path: [subject?.kind === 'change' ? 'touches' : 'changes'],
        values: { from: undefined, to: ids },
        partial: true,
      },
    ];
  },
  examples: [
    {
      name: 'the record names something else',
      before: `systems: {MES: {version: "1"}, ERP: {version: "1"}}`,
      after: `systems: {MES: {version: "2"}, ERP: {version: "2"}}
changes: {CR-1: {reason: Update, touches: [MES]}}`,
      expect: ['risky H change:CR-1 touches'],
    },
    {
      name: 'no record is open',
      before: `systems: {MES: {version: "1"}}
changes: {CR-1: {reason: First, touches: [MES], approved: [{function: QA, name: A. Bell, date: 2026-02-01}]}}`,
      after: `systems: {MES: {version: "2"}}
changes: {CR-1: {reason: First, touches: [MES], approved: [{function: QA, name: A. Bell, date: 2026-02-01}]}}`,
      expect: ['risky H project:project changes'],
    },
    {
      name: 'the record names nothing',
      before: `systems: {MES: {version: "1"}}`,
      after: `systems: {MES: {version: "2"}}
changes: {CR-1: {reason: Update}}`,
      expect: ['risky H change:CR-1 touches'],
    },
    {
      name: 'announced, with a part and a removed element',
      before: `systems: {MES: {version: "1"}, OLD: {}}
objects: {lot: {fields: {nr: {type: string, length: 8}}}}`,
      after: `systems: {MES: {version: "2"}}
objects: {lot: {fields: {nr: {type: string, length: 9}}}}
changes: {CR-1: {reason: Update, touches: [MES, OLD, lot], impacts: {MES: Accepted}}}`,
      expect: [],
    },
    {
      name: 'only titles',
      before: `systems: {MES: {title: A}}`,
      after: `systems: {MES: {title: B}}
changes: {CR-1: {reason: Update}}`,
      expect: [],
    },
    {
      name: 'records are kept elsewhere',
      before: `systems: {MES: {version: "1"}}`,
      after: `systems: {MES: {version: "2"}}`,
      expect: [],
    },
  ],
});
