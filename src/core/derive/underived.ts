import type { DerivationContext } from './derivation-context.ts';
import type { Exclusion, UnderivedType } from './test-case.ts';

/** Types of obligation that domain sections e.4 to e.6 ask for and no strategy of this version derives, and what they would prove. */
export const UNDERIVED: Readonly<Record<UnderivedType, string>> = {
  BND: 'Comparisons and limits one unit inside, at and outside',
  SOD: 'Two acts that one person must not combine, refused also for two roles on one user',
  TRM: 'Direct edits and interface messages against records in a terminal state (events are covered by ILL)',
  LOP: 'Cycles passed none, once, twice, and as often as is allowed',
  PTH: 'Pairs of consecutive steps through held, released and closed states',
  TMO: 'Timed steps just before, at and just after their time, and across a restart',
  CCY: 'Two steps on one record within the same moment',
  RET: 'Reopening, withdrawal, late entry and revision of results',
  CNS: 'Quantities before and after split, scrap, rework and return',
  VER: 'Effectivity before, at and after the effective date',
  NUL: 'Null, absent, blank and zero told apart',
  REF: 'References to unknown or superseded records',
  ENT: 'Second-person check and format control of critical manual entries',
  SRC: 'Messages from an unauthorised source',
  MSG: 'Each trigger sends one message, each message drives the declared step, other schema versions are refused',
  LST: 'A message removed before delivery is detected',
  ERR: 'A message that cannot be processed does not block the queue and is reprocessed after correction',
  ALM: 'Alarms at their limit, to their role, acknowledged',
  RCN: 'Seeded differences found by each reconciliation',
  RPT: 'Totals of reports against an independent count',
  PRF: 'Peak load',
  WFL: 'Deployed lifecycles compared with the specification as sets',
  BKP: 'Backup, restore evidence and archive',
  MON: 'Monitors and alarm routing',
  DOC: 'Procedures, manuals, supplier documents and training records',
  PAR: 'Parity of test and production environments',
  OFF: 'Retired paths and forms disabled',
  MIG: 'Migrated records',
};

/** One loud exclusion per type that is not built yet; the security checks of section e.5 are among them. */
export function underivedExclusions({ model }: DerivationContext): readonly Exclusion[] {
  const element = model.project?.key ?? 'project:project';
  const reason = 'Not derived by this version. Where the scope needs it, author a case for it.';
  const types = Object.entries(UNDERIVED) as readonly (readonly [UnderivedType, string])[];
  return [
    ...types.map(([rule, what]) => ({ rule, element, what: `${what}.`, reason })),
    {
      rule: 'SEC',
      element,
      what: 'Privileges of service accounts, secrets and encryption exercised in operation (OQ); the IQ checks of accounts are derived.',
      reason,
    },
  ];
}
