import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another calculation of an item of a regulated output. */
export const outputCalculationChanged = defineChangeRule({
  id: 'output-calculation-changed',
  family: 'process',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-RPT', 'PQ-OUT'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports another calculation of an item of a regulated output.',
  why: 'The result or the verdict that is reported differs.',
  fix: 'Calculate the same examples both ways, at the limits too.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['output-item'], paths: ['derivation'] }],
  check: ({ after, path, from, to }) => [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'rounded otherwise',
      before: `outputs: {RO: {content: {nr: {from: lot_no}, yield: {from: yield_pct, derivation: Rounded to 0.1 %}}}}`,
      after: `outputs: {RO: {content: {nr: {from: lot_no}, yield: {from: yield_pct, derivation: Rounded to 1 %}}}}`,
      expect: ['breaking H output-item:RO.yield derivation'],
    },
    {
      name: 'another title',
      before: `outputs: {RO: {content: {nr: {from: lot_no}, yield: {from: yield_pct, derivation: Rounded}}}}`,
      after: `outputs: {RO: {content: {nr: {from: lot_no}, yield: {from: yield_pct, derivation: Rounded, title: Yield}}}}`,
      expect: [],
    },
  ],
});
