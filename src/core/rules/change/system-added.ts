import type { Element } from '../../model/element.ts';
import { defineChangeRule } from '../change-rule.ts';
import { broughtAlong } from '../judging/environment-content.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new system, with its installations. */
export const systemAdded = defineChangeRule({
  id: 'system-added',
  family: 'data',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['IQ-CFG', 'RSK', 'TRC'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a new system, with its installations.',
  why: 'Nothing relied on it, yet the validated landscape grew: relevance, time basis, supplier and records need a first assessment.',
  fix: 'Declare `gxp`, `gamp`, `clock`, `supplier` and its owners, or say why they do not apply.',
  mirror: { rule: 'system-removed' },
  core: false,
  claims: [{ kinds: ['system', 'environment'], action: 'added' }],
  check(element, { head, inBase }) {
    // A new installation of a system that was there already is another change of the landscape: environment-added.
    const host = element.parent === undefined ? element : head.elements.get(element.parent);
    if (host !== undefined && host !== element && inBase(host) !== undefined) return [];
    const verdict = addedElement(element);
    const raise = element.kind === 'environment' ? broughtAlong(element as Element<'environment'>) : undefined;
    return [raise === undefined ? verdict : { ...verdict, raise }];
  },
  examples: [
    {
      name: 'new system',
      before: `systems: {MES: {}}`,
      after: `systems: {MES: {}, LIMS: {environments: {PROD: {build: 12.1.0}}}}`,
      expect: ['compatible M system:LIMS', 'compatible M environment:LIMS.PROD'],
    },
    {
      name: 'new system with an account',
      before: `systems: {MES: {}}
roles: {BUS: {kind: service}}`,
      after: `systems: {MES: {}, LIMS: {environments: {PROD: {accounts: {svc: {role: BUS, interactive: false}}}}}}
roles: {BUS: {kind: service}}`,
      expect: ['compatible M system:LIMS', 'risky H environment:LIMS.PROD'],
    },
    {
      name: 'one more installation',
      before: `systems: {MES: {}}`,
      after: `systems: {MES: {environments: {TEST: {build: 7.4.2}}}}`,
      expect: [],
    },
    {
      name: 'renamed as declared',
      before: `systems: {LAB: {}}`,
      after: `systems: {LIMS: {formerIds: [LAB]}}`,
      expect: [],
    },
  ],
});
