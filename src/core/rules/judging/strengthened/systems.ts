import { plainShift } from '../plain-shift.ts';
import { isLongerSupport, isStricterOutage } from '../system-promises.ts';
import type { Change } from '../../../diff/delta.ts';
import type { Strengthening } from './strengthening.ts';

const SYSTEM = (more: string): string => `systems: {MES: {${more}}}
roles: {BUS: {kind: service}}
documents: {SA-1: {kind: supplier}}`;

/** Longer support, a first backup or assessment, a longer outage that is survived, an account that is closed to people. */
export const systems: Strengthening = {
  claims: [
    { kinds: ['system'], paths: ['supportUntil', 'maxOutage', 'downtimeTolerance', 'backup', 'supplier'] },
    { kinds: ['environment'], paths: ['accounts.*.interactive'] },
  ],
  check: (change) => (isStronger(change) ? [{ what: plainShift(change) }] : []),
  examples: [
    {
      name: 'longer support, and a longer outage that is survived',
      before: SYSTEM('supportUntil: 2028-12-31, maxOutage: 24 h, downtimeTolerance: 24 h'),
      after: SYSTEM('supportUntil: 2031-12-31, maxOutage: 72 h, downtimeTolerance: 4 h'),
      expect: [
        'compatible M system:MES downtimeTolerance',
        'compatible M system:MES maxOutage',
        'compatible M system:MES supportUntil',
      ],
    },
    {
      name: 'a first backup and a first assessment',
      before: SYSTEM(''),
      after: SYSTEM('backup: Daily, supplier: SA-1'),
      expect: ['compatible M system:MES backup', 'compatible M system:MES supplier'],
    },
    {
      name: 'nobody can log in any more',
      before: SYSTEM('environments: {PROD: {accounts: {svc: {role: BUS}}}}'),
      after: SYSTEM('environments: {PROD: {accounts: {svc: {role: BUS, interactive: false}}}}'),
      expect: ['compatible M environment:MES.PROD accounts.svc.interactive'],
    },
    {
      name: 'another backup, and a shorter outage',
      before: SYSTEM('backup: Daily, maxOutage: 72 h'),
      after: SYSTEM('backup: Weekly, maxOutage: 24 h'),
      expect: [],
    },
  ],
};

function isStronger(change: Change): boolean {
  const { path, from, to } = change;
  switch (path[0]) {
    case 'accounts':
      return to === false;
    case 'supportUntil':
      return isLongerSupport(change);
    case 'backup':
    case 'supplier':
      return from === undefined;
    default:
      return isStricterOutage(change);
  }
}
