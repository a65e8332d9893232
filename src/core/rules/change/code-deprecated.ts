import type { Element } from '../../model/element.ts';
import { defineChangeRule } from '../change-rule.ts';
import { whyStillWritten } from '../judging/code-uses.ts';
import { named } from '../judging/wording.ts';

/** Reports a code that is only read from now on. */
export const codeDeprecated = defineChangeRule({
  id: 'code-deprecated',
  family: 'codes',
  judges: 'attribute',
  class: 'compatible',
  risk: 'L',
  evidence: ['DOC'],
  approvers: { approve: ['OPS'], inform: ['QA', 'IT'] },
  purpose: 'Reports a code that is only read from now on.',
  why: 'It announces that the code will go: whoever writes it has until then to stop.',
  fix: 'Tell those who enter it, and keep its entries in value maps as long as records hold it.',
  mirror: { rule: 'code-added' },
  core: false,
  claims: [{ kinds: ['code'], paths: ['use'] }],
  check({ before, after, to }, { base, head }) {
    if (to !== 'deprecated') return [];
    const what = `${named(after)} is deprecated: it is still read, and no longer written.`;
    const reason = whyStillWritten(after as Element<'code'>, head) ?? whyStillWritten(before as Element<'code'>, base);
    return [reason === undefined ? { what } : { what, raise: { class: 'risky', risk: 'H', reason } }];
  },
  examples: [
    {
      name: 'deprecated',
      before: `codes: {CL: {values: {A: First, B: {title: Second}}}}`,
      after: `codes: {CL: {values: {A: First, B: {title: Second, use: deprecated}}}}`,
      expect: ['compatible L code:CL.B use'],
    },
    {
      name: 'a verdict that blocks, one of a critical field, one for which a condition waits, and one to which a map leads',
      before: `objects: {ncr: {fields: {verdict: {type: code, codes: V}, grade: {type: code, codes: G, critical: true}}}}
codes: {V: {values: {PASS: Pass, FAIL: {title: Fail, trait: blocking}}}, G: {values: {A: First}}, X: {values: {Q: Query}}}
valueMaps: {VM: {to: X, map: {"1": Q}}}
lifecycles: {NCR: {object: ncr, states: {Open: open, Closed: closed}, transitions: {T: {from: Open, to: Closed, when: {field: ncr.verdict, equals: PASS}}}}}`,
      after: `objects: {ncr: {fields: {verdict: {type: code, codes: V}, grade: {type: code, codes: G, critical: true}}}}
codes: {V: {values: {PASS: {title: Pass, use: deprecated}, FAIL: {title: Fail, trait: blocking, use: deprecated}}}, G: {values: {A: {title: First, use: deprecated}}}, X: {values: {Q: {title: Query, use: deprecated}}}}
valueMaps: {VM: {to: X, map: {"1": Q}}}
lifecycles: {NCR: {object: ncr, states: {Open: open, Closed: closed}, transitions: {T: {from: Open, to: Closed, when: {field: ncr.verdict, equals: PASS}}}}}`,
      expect: ['risky H code:G.A use', 'risky H code:V.FAIL use', 'risky H code:V.PASS use', 'risky H code:X.Q use'],
    },
    {
      name: 'declared as it was anyway',
      before: `codes: {CL: {values: {A: First, B: {title: Second}}}}`,
      after: `codes: {CL: {values: {A: First, B: {title: Second, use: active}}}}`,
      expect: [],
    },
    {
      name: 'written again',
      before: `codes: {CL: {values: {A: First, B: {title: Second, use: deprecated}}}}`,
      after: `codes: {CL: {values: {A: First, B: {title: Second}}}}`,
      expect: [],
    },
  ],
});
