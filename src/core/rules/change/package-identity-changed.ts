import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports another identity of the package: its code, organisation or site, or the version of the language in which it is written. */
export const packageIdentityChanged = defineChangeRule({
  id: 'package-identity-changed',
  family: 'model',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['DOC', 'TRC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose:
    'Reports another identity of the package: its code, organisation or site, or the version of the language in which it is written.',
  why: 'Documents of both are filed as those of different packages, and who looks for the old ones does not find the new.',
  fix: 'Say in the change record under which code and site the earlier documents are kept.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['project'], paths: ['language', 'package.id', 'package.organisation', 'package.site'] }],
  check(change) {
    const raise = { risk: 'H', reason: 'another version of the language may read the same words otherwise' } as const;
    return [change.path[0] === 'language' ? { what: plainShift(change), raise } : { what: plainShift(change) }];
  },
  examples: [
    {
      name: 'another code and site',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1", site: N1}`,
      after: `systems: {MES: {}}
package: {id: EY, title: Example, version: "1", site: N2}`,
      expect: ['risky M project:project package.id', 'risky M project:project package.site'],
    },
    {
      name: 'another version',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}`,
      after: `systems: {MES: {}}
package: {id: EX, title: Example, version: "2"}`,
      expect: [],
    },
  ],
});
