import { group, list, text, type TemplateValue } from './template-value.ts';

/** What people have written for a protocol in the specification. */
export const PROTOCOL_TEXTS = group('authored sections of the protocol; empty where nobody wrote one, for `markdown`', {
  objective: text('objective'),
  scope: text('scope'),
  prerequisites: text('prerequisites'),
  acceptance: text('acceptance criteria'),
  equipment: text('test equipment and tools'),
  testData: text('test data'),
});

/** Installations in scope. */
export const SYSTEMS = list('installations of the systems in scope', {
  id: text('system and environment'),
  system: text('id and title of the system'),
  version: text('version'),
  gxp: text('relevance for GxP'),
  category: text('GAMP category'),
  owners: text('owners by function'),
  environment: text('environment'),
  build: text('build that is installed'),
  host: text('host and location'),
});

/** What is not tested. */
export const EXCLUSIONS = list('what is not tested, each with the reason', {
  ref: text('number of the row'),
  rule: text('rule of derivation'),
  element: text('element'),
  what: text('what is left out'),
  reason: text('why'),
});

/** Controlled documents that a protocol rests on. */
export const CONTROLLED_DOCUMENTS = list('controlled documents that the specification names', {
  id: text('id in the specification'),
  number: text('number'),
  title: text('title'),
  revision: text('revision'),
  effective: text('day from which it is effective'),
  kind: text('kind'),
});

/** Numbered rows that people fill by hand. */
export function blankLog(of: string): TemplateValue {
  return list(`blank rows: ${of}`, { id: text('number of the row') });
}
