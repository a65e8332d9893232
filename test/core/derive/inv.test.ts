import { beforeAll, describe, expect, it } from 'vitest';

import type { Derivation } from '../../../src/core/derive/test-case.ts';
import { caseProving, derive, northmoor, plantOf, script } from './derive-texts.ts';

/** QMS holds the report, ERP the stock; a report blocks the stock by message. */
function twoSystems(release: string, invariant: string): Derivation {
  return derive(
    plantOf(`
systems: {QMS: {}, ERP: {}}
roles: {CLERK: {}, BOSS: {}}
objects: {lot: {}, ncr: {of: lot}}
lifecycles:
  NCR:
    object: ncr
    system: QMS
    initial: Draft
    states: {Draft: pre, Open: open, Closed: closed}
    transitions:
      T1: {event: raise, from: Draft, to: Open, by: CLERK, emits: IF-1}
      T2: {event: close, from: Open, to: Closed, by: CLERK}
  INV:
    object: lot
    system: ERP
    initial: QI
    states: {QI: quarantine, Blocked: held, Released: released}
    transitions:
      T1: {event: block, from: [QI, Released], to: Blocked, receives: IF-1}
      T2: {event: release, from: QI, to: Released, by: BOSS${release}}
interfaces:
  IF-1: {from: QMS, to: ERP, pattern: event, latency: 60 s, delivery: {order: fifo}}
requirements: {URS-1: {text: No bad stock leaves, satisfiedBy: [INV-1]}}
invariants: {INV-1: ${invariant}}
`),
  );
}

const keysOf = ({ obligations }: Derivation): readonly string[] =>
  obligations
    .filter(({ type }) => type === 'INV')
    .map(({ semanticKey }) => semanticKey)
    .sort();

const excludedFrom = ({ exclusions }: Derivation): readonly string[] =>
  exclusions.filter(({ rule }) => rule === 'INV').map(({ what, reason }) => `${what}: ${reason}`);

const STEP = '{title: No release while a report is open, step: INV.T2, requires: {none: ncr, NCR: {class: open}}}';

describe('a step that an invariant forbids while a report is open', () => {
  it('is attempted while the blocking message waits; settled, the stock is blocked and there is nothing to attempt', () => {
    const derivation = twoSystems(', when: {none: ncr, NCR: Open}', STEP);
    expect(keysOf(derivation)).toEqual(['INV|INV-1|INV.T2|near', 'INV|INV-1|INV.T2|pending']);
    expect(excludedFrom(derivation)).toEqual([
      'INV.T2 release: attempt to break INV-1 directly: No way that a tester can go leads to such a situation within these bounds: 1 lot, 1 ncr, at most 1 message waiting in each channel, no fault.',
    ]);
    const attack = caseProving(derivation, 'INV|INV-1|INV.T2|pending');
    expect(attack).toMatchObject({ type: 'INV', element: 'transition:INV.T2', requirements: ['URS-1'] });
    expect(attack.support).toEqual(
      expect.arrayContaining(['invariant:INV-1', 'transition:INV.T2', 'transition:NCR.T1', 'interface:IF-1']),
    );
    expect(script(attack))
      .toBe(`INV.T2 release: attempt to break INV-1 with a message pending and after the nearest near miss
initial ERP: TEST-LOT-1: INV QI
initial QMS: TEST-NCR-1: NCR Open
before: The way below leads from new records to the initial states. Consumers are stopped; messages arrive only where it says so.
before: Way 1 of 1: As clerk1 in QMS, on TEST-NCR-1, start raise, and confirm. NCR of TEST-NCR-1 is Open. Still kept back: IF-1 to ERP.
before: The attempt is made while these still wait: IF-1 to ERP.
account boss1 (BOSS)
account clerk1 (CLERK)
data: TEST-LOT-1: test record, to be prepared in ERP; write the number that the system issues for it.
data: TEST-NCR-1: test record, to be prepared in QMS; write the number that the system issues for it.
data: TEST-NCR-1 is prepared so that it belongs to TEST-LOT-1.
after: Mark TEST-LOT-1 and TEST-NCR-1 as test material that must not be used or shipped.
after: Restore the test data set before the next case.
/10 ERP: As boss1 in ERP open TEST-LOT-1 and read status, record version and all fields. Note the time on the reference clock as T0.
    => INV is QI.
    Write T0, status, version and field values; attach a screen that shows user, clock and environment.
/20 QMS: Open the message log of QMS and look up IF-1 to ERP.
    => IF-1 to ERP: sent, not delivered.
    Write message ids and the times of sending; attach the extract.
/30 ERP: As boss1 in ERP, on TEST-LOT-1, start release, and confirm.
    => Refused, before or at the signature, with a text that names the cause: at least one ncr is Open. INV stays QI; the record version equals step 10.
    Write the text shown, status and version.
/40 ERP: As boss1 in ERP open TEST-LOT-1 again and compare it with step 10.
    => INV is QI; record version and every field equal step 10.
    Write status and version; attach a screen that shows user, clock and environment.
/50 ERP: Export the audit trail and the security log of ERP for TEST-LOT-1 from T0 on.
    => For the attempt there is an entry with user, time with offset and the refusal, where the system let the attempt be made. (NOT DECLARED: audit trail of lot; write what is kept.) No entry shows a change of TEST-LOT-1.
    Write user and time of each entry; attach the export.
/60 ERP: Start all stopped consumers again. When nothing is on its way any more, read the status of each test record in ERP and QMS.
    => Within 60 s of starting them: INV of TEST-LOT-1 is Blocked and NCR of TEST-NCR-1 is Open.
    Write each status and the time seen.
`);
  });

  it('is still expected to be refused where nothing in the specification refuses it, and the case says so', () => {
    const attack = caseProving(twoSystems('', STEP), 'INV|INV-1|INV.T2|near');
    expect(attack.prerequisites.at(-1)).toBe(
      'Known beforehand: the specification as it stands lets INV.T2 through here, against INV-1. A system that is built to it fails this case.',
    );
    expect(attack.steps.find(({ proves }) => proves.length > 0)?.expected).toBe(
      'Refused, before or at the signature, with a text that names the cause: at least one ncr is in an open status. INV stays QI; the record version equals step 10.',
    );
    expect(caseProving(twoSystems(', when: {none: ncr, NCR: Open}', STEP), 'INV|INV-1|INV.T2|near').id).toBe(attack.id);
  });
});

describe('what must never be', () => {
  const never = '{all: [{INV: Released}, {some: ncr, NCR: {class: open}}]}';

  it('is attacked by each step that leads into it, and by no other', () => {
    const derivation = twoSystems('', `{title: Never both, never: ${never}}`);
    expect(keysOf(derivation)).toEqual([
      'INV|INV-1|INV.T2|near',
      'INV|INV-1|INV.T2|pending',
      'INV|INV-1|NCR.T1|direct',
      'INV|INV-1|NCR.T1|near',
    ]);
  });

  it('once everything has arrived: the step is done, and what it leads to must not stay', () => {
    const raised = caseProving(
      twoSystems('', `{title: Never both for long, never: ${never}, once: settled}`),
      'INV|INV-1|NCR.T1|direct',
    );
    expect(raised.steps.map(({ action, expected }) => `${action} => ${expected}`).slice(1)).toEqual([
      'As clerk1 in QMS, on TEST-NCR-1, start raise, and confirm. => NCR is Open.',
      'When nothing is on its way any more, read the status of each test record in ERP and QMS. => Within 60 s of confirming: INV of TEST-LOT-1 is Blocked and NCR of TEST-NCR-1 is Open. It is not so that at least one ncr is in an open status; INV is Released.',
    ]);
  });
});

describe('what must come before', () => {
  it('is attacked where it has not come', () => {
    const derivation = twoSystems('', '{title: Reported first, before: INV.T2, must: NCR.T2}');
    expect(keysOf(derivation)).toEqual([
      'INV|INV-1|INV.T2|direct',
      'INV|INV-1|INV.T2|near',
      'INV|INV-1|INV.T2|pending',
    ]);
    expect(caseProving(derivation, 'INV|INV-1|INV.T2|direct').objective).toBe(
      'INV.T2 (release) is refused with nothing on its way where NCR.T2 has not been done before (INV-1).',
    );
  });
});

describe('what is not attacked', () => {
  it('is listed with its reason: kinds that no attempt breaks, and steps that begin only where they are allowed', () => {
    expect(excludedFrom(twoSystems('', '{title: Can be released, reachable: {INV: Released}}'))).toEqual([
      'Attempts to break INV-1: It asks that a way exists and forbids no step.',
    ]);
    expect(excludedFrom(twoSystems('', '{title: Only from QI, step: INV.T2, requires: {INV: QI}}'))).toEqual([
      'INV.T2 attempted against INV-1: INV.T2 begins only where INV-1 allows it: no attempt could break it.',
    ]);
  });

  it('a plant that is too large to be searched to its end is said to be INCOMPLETE, never unreachable', () => {
    const ring = (id: string): string =>
      `  ${id}: {system: A, initial: S1, states: {S1: pre, S2: active, S3: held, S4: open}, transitions: {T1: {from: S1, to: S2, by: R}, T2: {from: S2, to: S3, by: R}, T3: {from: S3, to: S4, by: R}, T4: {from: S4, to: S1, by: R}}}`;
    const derivation = derive(
      plantOf(`
systems: {A: {}}
roles: {R: {}}
lifecycles:
${['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9'].map(ring).join('\n')}
  X:
    system: A
    initial: Shut
    states: {Shut: pre, Never: active, Done: closed}
    transitions: {T1: {from: Never, to: Shut, by: R}, T2: {from: Shut, to: Done, by: R}}
invariants: {INV-1: {title: Not from there, step: L1.T1, requires: {X: Shut}}, INV-2: {title: Not there, step: L1.T1, requires: {X: [Shut, Done]}}}
`),
    );
    expect(keysOf(derivation)).toEqual(['INV|INV-1|L1.T1|direct', 'INV|INV-1|L1.T1|near']);
    expect(excludedFrom(derivation).filter((text) => text.includes('INV-2'))).toEqual([
      'L1.T1 T1: attempt to break INV-2 after the nearest near miss: INCOMPLETE: the search ended at 100000 states, before every situation was seen. Author a case for it.',
      'L1.T1 T1: attempt to break INV-2 directly: INCOMPLETE: the search ended at 100000 states, before every situation was seen. Author a case for it.',
      'L1.T1 T1: attempt to break INV-2 with a message pending: No message that bears on L1.T1 is waited for in A.',
    ]);
  });

  it('a plant without invariants has neither cases nor exclusions', () => {
    const { obligations, exclusions } = derive(plantOf('systems: {A: {}}'));
    expect([...obligations, ...exclusions.filter(({ rule }) => rule === 'INV')]).toEqual([]);
  });
});

describe('the demonstration plant', () => {
  let derivation: Derivation;
  beforeAll(async () => {
    derivation = derive(await northmoor('v1.0.0'));
  }, 60_000);

  it('has these attacks', () => {
    const rows = derivation.obligations
      .filter(({ type }) => type === 'INV')
      .map(({ id, semanticKey }) => `${semanticKey} ${id}`)
      .sort();
    expect(rows).toEqual([
      'INV|INV-01a|INV.T03|near OQ-INV.T03-INV-P2RPJ',
      'INV|INV-01a|INV.T03|pending OQ-INV.T03-INV-W37Q8',
      'INV|INV-01b|INV.T03|near OQ-INV.T03-INV-B7XKF',
      'INV|INV-01b|INV.T03|pending OQ-INV.T03-INV-A2Y9D',
      'INV|INV-01b|NCR.T01|direct OQ-NCR.T01-INV-9VA32',
      'INV|INV-01b|NCR.T01|near OQ-NCR.T01-INV-MNMXS',
      'INV|INV-01b|NCR.T01|pending OQ-NCR.T01-INV-J0JGF',
      'INV|INV-01b|NCR.T06|direct OQ-NCR.T06-INV-PV8R9',
      'INV|INV-01b|NCR.T06|near OQ-NCR.T06-INV-Q2DQH',
      'INV|INV-01b|NCR.T06|pending OQ-NCR.T06-INV-SFVTD',
      'INV|INV-02|LOT.T04|direct OQ-LOT.T04-INV-HXPM9',
      'INV|INV-03|BRR.T02|direct OQ-BRR.T02-INV-24G52',
      'INV|INV-03|BRR.T02|near OQ-BRR.T02-INV-MF35T',
      'INV|INV-04|NCR.T03|direct OQ-NCR.T03-INV-3H4E4',
      'INV|INV-04|NCR.T03|near OQ-NCR.T03-INV-FTE1Z',
      'INV|INV-10|LOT.T04|direct OQ-LOT.T04-INV-VPKHH',
      'INV|INV-10|LOT.T04|near OQ-LOT.T04-INV-J4JND',
      'INV|INV-10|LOT.T04|pending OQ-LOT.T04-INV-9GNGK',
      'INV|INV-10|NCR.T01|direct OQ-NCR.T01-INV-7QD0K',
      'INV|INV-10|NCR.T01|near OQ-NCR.T01-INV-518DV',
      'INV|INV-10|NCR.T06|direct OQ-NCR.T06-INV-RV72H',
      'INV|INV-10|NCR.T06|near OQ-NCR.T06-INV-4EVN1',
    ]);
  });

  it('ids of cases are those of the obligation that leads them, and each attack is proved once', () => {
    const attacks = derivation.cases.filter(({ type }) => type === 'INV');
    expect(attacks.filter(({ id, obligations }) => !obligations.includes(id))).toEqual([]);
    expect(attacks.flatMap(({ obligations }) => obligations).sort()).toEqual(
      derivation.obligations.filter(({ type }) => type === 'INV').map(({ id }) => id),
    );
  });

  it('attempts the release of stock while HOLD waits: refused, and blocked once it has arrived', () => {
    const attack = caseProving(derivation, 'INV|INV-01a|INV.T03|pending');
    expect(attack.requirements).toEqual(['URS-002', 'URS-008', 'URS-009']);
    expect(attack.prerequisites.at(-1)).toBe('The attempt is made while these still wait: IF-002.HOLD to ERP.');
    expect(attack.steps.find(({ proves }) => proves.length > 0)?.expected).toMatch(
      /^Refused, .*something of IF-002 is on its way/u,
    );
    expect(attack.steps.at(-1)?.expected).toMatch(/^Within 120 s of starting them: .*INV of TEST-LOT-1 is Blocked/u);
  });

  it('attempts it with everything else as it must be: only the open report stops it', () => {
    const attack = caseProving(derivation, 'INV|INV-01a|INV.T03|near');
    expect(attack.initialState).toEqual([
      { system: 'ERP', state: 'TEST-LOT-1: INV QI' },
      { system: 'MES', state: 'TEST-LOT-1: LOT Complete' },
      { system: 'QMS', state: 'TEST-LOT-1: BRR Released' },
      { system: 'QMS', state: 'TEST-NCR-1: NCR Open' },
    ]);
    expect(attack.steps.find(({ proves }) => proves.length > 0)?.expected).toBe(
      'Refused, before or at the signature, with a text that names the cause: at least one ncr is in a status of VM-NCR-BLOCK (Dispositioned, Open, UnderReview), asked of QMS over IF-007 at this moment. INV stays QI; the record version equals step 10.',
    );
  });
});

it.each([
  ['cr-2041', ['INV.T03 INV-01a', 'BRR.T02 INV-03', 'LOT.T04 INV-02']],
  ['cr-2057', ['INV.T03 INV-01a']],
  ['v2.0.1', []],
])(
  '%s: the steps that the specification lets through are named',
  async (tag, expected) => {
    const known = derive(await northmoor(tag)).cases.flatMap(({ prerequisites }) =>
      prerequisites.flatMap((text) => {
        const [, step, invariant] = /lets (\S+) through here, against (\S+)\. /u.exec(text) ?? [];
        return step === undefined || invariant === undefined ? [] : [`${step} ${invariant}`];
      }),
    );
    expect([...known].sort()).toEqual([...expected].sort());
  },
  60_000,
);
