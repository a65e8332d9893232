import { group, list, text, texts } from './template-value.ts';

const signatory = { role: text('function that signs'), meaning: text('what its signature means') };

/** What every document may say about itself. */
export const FRONT = group('what every document says about itself', {
  number: text('number of the document'),
  revision: text('revision: the version of the package at head'),
  package: text('code and version of the package'),
  packageTitle: text('process and decision in scope'),
  intendedUse: text('what the integrated systems are used for'),
  lines: list('product lines', { code: text('code'), title: text('title') }),
  outOfScope: texts('what is not covered'),
  base: text('the approved revision: commit, time, version'),
  head: text('the proposed revision: commit, time, version'),
  baseline: text('declared baseline that base is, and where it was approved'),
  sourceHash: text('hash over both specifications, templates and versions'),
  tool: text('tool, rules and language with their versions'),
  generated: text('time of head’s commit; documents know no other'),
  preApproval: list('signatories before execution, or of the document, for `signatures`', signatory),
  postApproval: list('signatories after execution, for `signatures`', signatory),
  revisions: list('change records of the specification, newest first', {
    revision: text('version that the change led to'),
    date: text('day of the change record'),
    author: text('who asked for it'),
    change: text('id of the change record'),
    what: text('its title or reason'),
    touches: text('elements that it declares to touch'),
  }),
  references: list('documents, baselines and sources that the document refers to', {
    id: text('number of the reference'),
    number: text('number of the document'),
    title: text('title'),
    edition: text('revision or edition'),
  }),
  definitions: list('terms and abbreviations', {
    id: text('number of the row'),
    term: text('term'),
    meaning: text('what it means'),
  }),
  responsibilities: list('functions that sign, and who stands for them', {
    id: text('number of the row'),
    function: text('function'),
    answersFor: text('what it answers for'),
    heldBy: text('who stands for it'),
  }),
});
