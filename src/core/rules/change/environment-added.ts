import type { Element } from '../../model/element.ts';
import { defineChangeRule } from '../change-rule.ts';
import { broughtAlong } from '../judging/environment-content.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new installation of a system that was there. */
export const environmentAdded = defineChangeRule({
  id: 'environment-added',
  family: 'data',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['IQ-CFG', 'IQ-SEC'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a new installation of a system that was there.',
  why: 'It must be installed as declared before anything that is tested or done in it counts.',
  fix: 'Qualify the installation, and say in `differs` where it is not like production.',
  mirror: { rule: 'environment-removed' },
  core: false,
  claims: [{ kinds: ['environment'], action: 'added' }],
  check(element, { head, inBase }) {
    const host = element.parent === undefined ? undefined : head.elements.get(element.parent);
    // A new system speaks for its installations.
    if (host !== undefined && inBase(host) === undefined) return [];
    const verdict = addedElement(element);
    const raise = broughtAlong(element as Element<'environment'>);
    return [raise === undefined ? verdict : { ...verdict, raise }];
  },
  examples: [
    {
      name: 'one more installation',
      before: `systems: {MES: {}}`,
      after: `systems: {MES: {environments: {TEST: {build: 7.4.2}}}}`,
      expect: ['compatible M environment:MES.TEST'],
    },
    {
      name: 'one with an account, and one with a job',
      before: `systems: {MES: {}}
roles: {QA: {}}`,
      after: `systems: {MES: {environments: {PROD2: {accounts: {adm: {role: QA, interactive: true}}}, TEST: {jobs: {close: daily 02:00}}}}}
roles: {QA: {}}`,
      expect: ['risky H environment:MES.PROD2', 'risky M environment:MES.TEST'],
    },
    {
      name: 'a new system',
      before: `systems: {MES: {}}`,
      after: `systems: {MES: {}, LIMS: {environments: {PROD: {build: 12.1.0}}}}`,
      expect: [],
    },
  ],
});
