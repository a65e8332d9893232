import { FRONT } from './front-values.ts';
import { blankLog, CONTROLLED_DOCUMENTS, EXCLUSIONS, PROTOCOL_TEXTS, SYSTEMS } from './protocol-values.ts';
import { condition, group, list, text, type TemplateValues } from './template-value.ts';

/** What the template of the installation qualification may name. */
export const INSTALLATION_QUALIFICATION_VALUES: TemplateValues = {
  front: FRONT,
  texts: PROTOCOL_TEXTS,
  totals: group('how much is to be checked', {
    checks: text('checks'),
    environments: text('environments'),
    undeclared: text('checks without a declared expected value'),
    anyUndeclared: condition('there are such checks'),
  }),
  systems: SYSTEMS,
  interfaces: list('interfaces in scope', {
    id: text('id'),
    title: text('title'),
    ends: text('from and to'),
    contract: text('contract'),
    transport: text('transport'),
  }),
  parity: list('declared differences between environments', {
    environment: text('environment'),
    what: text('what differs'),
    why: text('why'),
  }),
  counts: list('checks by environment and group', {
    ref: text('number of the row'),
    environment: text('environment'),
    group: text('group of checks'),
    checks: text('how many'),
    undeclared: text('how many of them without a declared expected value'),
  }),
  environments: list('environments with their checks', {
    name: text('name'),
    slug: text('name for ids of headings'),
    named: condition('the specification declares the environment'),
    groups: list('groups of checks', {
      name: text('name'),
      caption: text('environment and group'),
      checks: list('checks', {
        id: text('id of the check'),
        item: text('what is looked at'),
        attribute: text('which property of it'),
        expected: text('expected value, or that none is declared'),
        tone: text('weight of the row'),
        method: text('how to look'),
      }),
    }),
  }),
  notDerived: list('groups of checks that were not derived', {
    name: text('group'),
    types: text('types of check'),
  }),
  exclusions: EXCLUSIONS,
  configuration: list('elements of the specification with their semantic hash', {
    ref: text('number of the row'),
    element: text('element'),
    title: text('title'),
    file: text('spec file'),
    hash: text('semantic hash'),
  }),
  documents: CONTROLLED_DOCUMENTS,
  logRows: blankLog('signature log'),
  toolRows: blankLog('test equipment'),
  captureRows: blankLog('captured configuration'),
  deviationRows: blankLog('deviations'),
};
