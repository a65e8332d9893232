import { defineChangeRule } from '../change-rule.ts';
import { falseClaims } from '../judging/false-claims.ts';
import { listed, named } from '../judging/wording.ts';

/** Reports a former id that the comparison does not bear out. */
export const renameClaimInvalid = defineChangeRule({
  id: 'rename-claim-invalid',
  family: 'model',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['TRC', 'RSK'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a former id that the comparison does not bear out.',
  why: 'A false rename hides that something was removed, and hands its history to something else.',
  fix: 'Claim only the id that the element itself had; declare what is new as new.',
  mirror: {
    elsewhere:
      'A false claim that is taken back is record-keeping-changed; one that goes with its element shows as the element that goes, such as system-removed.',
  },
  core: true,
  claims: [{ paths: ['formerIds'] }],
  check(context) {
    const claims = falseClaims(context);
    return [...new Set(claims.map(({ after }) => after))].map((after) => {
      const own = claims.filter((claim) => claim.after === after);
      const before = own[0]?.before;
      const objections = own.map(({ formerId, why }) => `${formerId} (${why})`);
      return {
        what: `${named(after)} says that it was ${listed(objections)}.`,
        ...(before === undefined ? {} : { before }),
        after,
        path: ['formerIds'],
        values: { from: undefined, to: own.map(({ formerId }) => formerId) },
      };
    });
  },
  examples: [
    {
      name: 'an element that was there already claims one that is gone',
      before: `systems: {MES: {}, ERP: {}}`,
      after: `systems: {ERP: {formerIds: [MES]}}`,
      expect: ['risky H system:ERP formerIds'],
    },
    {
      name: 'what it claims was another kind of element',
      before: `systems: {A: {}}
roles: {QA: {}}`,
      after: `systems: {A: {}, QC: {formerIds: [QA]}}`,
      expect: ['risky H system:QC formerIds'],
    },
    {
      name: 'renamed as declared, with an older name besides',
      before: `systems: {MES: {}}`,
      after: `systems: {MES2: {formerIds: [OLD, MES]}}`,
      expect: [],
    },
  ],
});
