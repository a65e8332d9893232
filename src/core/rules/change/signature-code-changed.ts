import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports another code for the meaning of signatures on documents. */
export const signatureCodeChanged = defineChangeRule({
  id: 'signature-code-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-SIG', 'DOC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports another code for the meaning of signatures on documents.',
  why: 'The same letters beside a name say something else than on the documents that are signed already.',
  fix: 'Give a new meaning a new code; never use one again.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['project'], paths: ['signatures.meanings.*'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'another meaning for the same code',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
signatures: {meanings: {R: Reviewed}}`,
      after: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
signatures: {meanings: {R: Released}}`,
      expect: ['risky H project:project signatures.meanings.R'],
    },
    {
      name: 'more components',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
signatures: {components: 1}`,
      after: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
signatures: {components: 2}`,
      expect: [],
    },
  ],
});
