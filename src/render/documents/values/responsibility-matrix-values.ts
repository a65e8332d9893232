import { cell, CHANGES_SINCE_BASE, compared, OWNERS, TABLE_GAPS } from './compared-values.ts';
import { FRONT } from './front-values.ts';
import { group, list, text, type TemplateValues } from './template-value.ts';

const title = text('title');

/** What the template of the responsibility matrix may name. */
export const RESPONSIBILITY_MATRIX_VALUES: TemplateValues = {
  front: FRONT,
  texts: group('what people wrote for the matrix, for `markdown`; empty where nobody did', {
    scoping: text('who leads'),
    overlaps: text('overlaps and decisions'),
    remarks: text('remarks'),
  }),
  totals: group('how much the matrix holds', {
    steps: text('process steps'),
    systems: text('systems'),
    byHand: text('steps whose data change systems by a procedure'),
    overlaps: text('overlaps'),
  }),
  scoping: group('who leads the process', {
    declared: text('declared lead'),
    computed: text('computed lead'),
    rule: text('how it was computed'),
    agreement: text('whether both are the same'),
    tone: text('weight of that statement'),
    reason: text('declared reason for another lead'),
    reasons: list('answers, and what each counts for', {
      ref: text('number'),
      answer: text('answer'),
      question: text('question'),
      side: text('side that it counts for'),
      because: text('why'),
      tone: text('weight of the row'),
    }),
    records: list('where steps keep their record', {
      system: text('system'),
      steps: text('steps with their record in it'),
      release: text('steps released in it'),
    }),
  }),
  steps: compared('process steps', {
    title,
    collects: cell('system in which data are captured'),
    record: cell('system of record'),
    review: cell('system used for review'),
    release: cell('system used for release'),
    audit: cell('system used for audit'),
    ...OWNERS,
    outputs: cell('regulated outputs'),
    crossing: cell('interfaces that cross the step'),
    ways: cell('way of the data from one of its systems to the next'),
    waysTone: text('weight of the last two cells'),
  }),
  systems: compared('systems', {
    title,
    version: cell('version'),
    gxp: cell('relevance for GxP'),
    functions: cell('functions'),
    ...OWNERS,
  }),
  flows: compared('interfaces', { title, ends: text('from and to'), ...OWNERS }),
  outputs: compared('regulated outputs', {
    title,
    kind: text('kind'),
    approvals: cell('who approves'),
    issue: cell('how it is issued'),
    assembled: cell('system in which it is put together'),
    retention: cell('how long it is kept'),
    clauses: cell('clauses'),
  }),
  content: compared('what each output shows', {
    source: cell('source'),
    record: cell('system of record'),
    arrives: cell('mapped field by which it arrives'),
    required: cell('whether it must be shown'),
  }),
  events: compared('business events', {
    title,
    owner: cell('system that decides that it has happened'),
    initiators: cell('systems that may start it'),
    numbering: cell('system that issues its number'),
    followers: cell('systems that follow'),
    conflict: cell('rule of conflict'),
    transitions: cell('steps of lifecycles'),
  }),
  objects: compared('data objects', {
    title,
    master: cell('system that is right'),
    copies: cell('systems that hold copies'),
    keys: cell('keys per system'),
    crosswalk: cell('table that joins the keys'),
    steward: cell('who answers for the data'),
    qualityLimit: cell('how good the data must be'),
    limitTone: text('weight of that cell'),
  }),
  decisions: compared('decisions and documents', {
    title,
    kind: text('kind'),
    record: cell('system of record'),
    approver: cell('role that approves'),
    signed: cell('whether and how it is signed'),
    clauses: cell('clauses'),
  }),
  grid: compared('joint ownership', { from: text('where it is read from'), ...OWNERS }),
  overlaps: compared('functions, data or events that two systems name', {
    kind: text('kind'),
    systems: cell('systems'),
    decision: cell('decision'),
  }),
  gaps: TABLE_GAPS,
  changes: CHANGES_SINCE_BASE,
};
