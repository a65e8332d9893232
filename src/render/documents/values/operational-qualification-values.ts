import { FRONT } from './front-values.ts';
import { blankLog, CONTROLLED_DOCUMENTS, EXCLUSIONS, PROTOCOL_TEXTS, SYSTEMS } from './protocol-values.ts';
import { group, list, table, text, texts, type TemplateValues } from './template-value.ts';

const shared = {
  ref: text('number by which cases name it'),
  kind: text('kind'),
  text: text('the sentence'),
  cases: text('how many cases say it'),
};

const testCase: TemplateValues = {
  id: text('id of the case'),
  title: text('title'),
  objective: text('objective; empty where it repeats the title'),
  requirements: text('requirements that it serves'),
  risks: text('risks that it answers'),
  element: text('element under test'),
  hash: text('semantic hash of the element, shortened'),
  caseHash: text('hash of the case, shortened'),
  type: text('type of test'),
  rigour: text('how much is tested and how independently'),
  initialState: texts('state in which each system begins'),
  prerequisites: text('prerequisites, those that several cases share by number'),
  accounts: text('accounts with their roles'),
  testData: text('test data, by number'),
  cleanUp: text('clean-up, shared sentences by number'),
  steps: list('steps in their order', {
    number: text('number'),
    system: text('system in which it is done'),
    action: text('what to do'),
    expected: text('what must be seen'),
    rest: text('what to write; empty where an earlier step says it'),
  }),
};

/** What the template of the operational qualification may name. */
export const OPERATIONAL_QUALIFICATION_VALUES: TemplateValues = {
  front: FRONT,
  texts: PROTOCOL_TEXTS,
  totals: group('how much is to be tested', {
    obligations: text('obligations'),
    cases: text('cases'),
    steps: text('steps'),
    exclusions: text('exclusions'),
  }),
  rigour: group('rigour of the protocol', { label: text('level'), reason: text('why') }),
  systems: SYSTEMS,
  types: list('types of test', {
    type: text('code'),
    rule: text('what it derives'),
    obligations: text('obligations'),
    cases: text('cases'),
  }),
  lifecycles: list('lifecycles with their counts', {
    lifecycle: text('id'),
    states: text('states'),
    events: text('events'),
    transitions: text('transitions'),
    arcs: text('pairs of source and transition'),
    illegalPairs: text('pairs of state and event without a transition'),
    guardAtoms: text('atomic conditions'),
    signed: text('signed transitions'),
    roleNegatives: text('roles that must be refused'),
  }),
  selection: table('obligations and cases, elements down and types across'),
  exclusions: EXCLUSIONS,
  accounts: list('accounts that testers need', {
    account: text('name'),
    role: text('role'),
    kind: text('with rights or without'),
    cases: text('how many cases use it'),
  }),
  testData: list('test data set', {
    ref: text('number'),
    what: text('what to prepare'),
    cases: text('how many cases use it'),
  }),
  chapters: list('lifecycles, interfaces and systems with their cases', {
    name: text('name'),
    id: text('id of the heading'),
    processSteps: text('process steps that name it'),
    index: list('cases in short', {
      id: text('id'),
      type: text('type of test'),
      title: text('title'),
      steps: text('how many steps'),
    }),
    shared: list('sentences that several cases share', shared),
    undeclared: list('facts that the specification does not declare', shared),
    cases: list('cases, for the partial test-case', testCase),
  }),
  exceptions: list('exceptions of the plant', {
    id: text('id'),
    class: text('class'),
    title: text('title'),
    treatment: text('how it is treated, or why it does not apply'),
    elements: text('elements'),
    documents: text('procedures'),
    cases: text('how many cases play it'),
  }),
  documents: CONTROLLED_DOCUMENTS,
  logRows: blankLog('signature log'),
  deviationRows: blankLog('deviations'),
};
