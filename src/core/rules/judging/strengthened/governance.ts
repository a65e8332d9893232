import { policyVerdict, POLICY_CLAIMS } from '../approval-policy.ts';
import { settingVerdict, SETTING_CLAIMS } from '../rule-settings.ts';
import { items, without } from '../values.ts';
import { listed, named, shift } from '../wording.ts';
import type { Strengthening } from './strengthening.ts';

/** A gate that stops more, a rule that weighs more, a waiver that ends earlier, a revision that comes into force later. */
export const governance: Strengthening = {
  claims: [
    ...POLICY_CLAIMS,
    ...SETTING_CLAIMS,
    { kinds: ['waiver'], paths: ['expires', 'compensating'] },
    { kinds: ['document'], paths: ['effective'] },
  ],
  check(change, context) {
    const { after, path, from, to } = change;
    if (after.kind === 'waiver' && path[0] === 'compensating') {
      const gained = without(items(to), items(from));
      return gained.length === 0 ? [] : [{ what: `${named(after)} now also rests on ${listed(gained)}.` }];
    }
    if (after.kind === 'waiver' || after.kind === 'document') {
      const earlier = after.kind === 'waiver';
      if (typeof from !== 'string' || typeof to !== 'string' || to < from !== earlier) return [];
      return [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }];
    }
    if (path[0] === 'gate' || path[0] === 'approvers' || path[0] === 'signers')
      return policyVerdict(change, 'tightened');
    return settingVerdict(change, context, 'raised');
  },
  examples: [
    {
      name: 'the gate stops more',
      before: `gate: {failOn: [breaking], maxWaiver: 90 d}`,
      after: `gate: {failOn: [risky], maxWaiver: 30 d, minimumApprovals: 3}`,
      expect: [
        'compatible M project:project gate.failOn',
        'compatible M project:project gate.maxWaiver',
        'compatible M project:project gate.minimumApprovals',
      ],
    },
    {
      name: 'a rule weighs more',
      before: `rules: {unit-missing: {severity: info, reason: No units here}}`,
      after: `rules: {unit-missing: {severity: error, reason: No units here}, state-added: {risk: H, reason: We ask for more}}`,
      expect: [
        'compatible M project:project rules.state-added',
        'compatible M project:project rules.unit-missing.severity',
      ],
    },
    {
      name: 'a waiver ends earlier',
      before: `systems: {MES: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-12-31}}`,
      after: `systems: {MES: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-06-30, compensating: [MES]}}`,
      expect: ['compatible M waiver:W-1 compensating', 'compatible M waiver:W-1 expires'],
    },
    {
      name: 'the gate stops one thing less and another more',
      before: `gate: {failOn: [breaking]}`,
      after: `gate: {failOn: ["risk:H"]}`,
      expect: ['compatible M project:project gate.failOn'],
    },
    {
      name: 'the gate stops less, and a waiver lives longer',
      before: `systems: {MES: {}}
gate: {failOn: [risky]}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-06-30}}`,
      after: `systems: {MES: {}}
gate: {failOn: [breaking]}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-12-31}}`,
      expect: [],
    },
  ],
};
