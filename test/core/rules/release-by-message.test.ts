import { describe, expect, it } from 'vitest';
import { judged, said } from './judged.ts';

const saidOf = (before: string, after: string, ...rules: readonly string[]): readonly string[] =>
  judged(before, after)
    .findings.filter(({ ruleId }) => rules.includes(ruleId))
    .map(said);

interface Plant {
  readonly note?: string;
  readonly messages?: string;
  readonly takes?: string;
}

/** A hold in the MES that blocks stock in the ERP; QA lifts it with a signature, and a message lifts the block. */
function plant({ note = '', messages = '[HOLD, UNHOLD]', takes = 'IF-1.UNHOLD' }: Plant): string {
  return `systems: {MES: {}, ERP: {}}
roles: {OPERATOR: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: ${messages}}}
lifecycles:
  MLOT:
    object: lot
    system: MES
    initial: Run
    states: {Run: active, Hold: held}
    transitions:
      M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}
      M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}
      M3: {from: [Run, Hold], to: same, by: OPERATOR${note}}
  STOCK:
    object: lot
    system: ERP
    initial: Free
    states: {Free: released, Blocked: held}
    transitions:
      S1: {from: Free, to: Blocked, receives: IF-1.HOLD}
      S2: {from: Blocked, to: Free, receives: ${takes}}`;
}

describe('a message that lifts a hold in another lifecycle', () => {
  it('is a way around the signature where an unsigned step sends it', () => {
    expect(
      saidOf(plant({}), plant({ note: ', emits: IF-1.UNHOLD' }), 'control-bypass-introduced', 'effect-added'),
    ).toEqual(['breaking·C control-bypass-introduced STOCK.Free A5', 'risky·H effect-added MLOT.M3 emits A1']);
  });

  it('does not weigh by a message that puts on hold', () => {
    expect(
      saidOf(plant({}), plant({ note: ', emits: IF-1.HOLD' }), 'control-bypass-introduced', 'effect-added'),
    ).toEqual(['risky·M effect-added MLOT.M3 emits']);
  });

  it('is critical to filter less', () => {
    const filtered = '{HOLD: {}, UNHOLD: {filter: {field: lot.prio, above: 5}}}';
    expect(
      saidOf(plant({ messages: filtered }), plant({ messages: '{HOLD: {}, UNHOLD: {}}' }), 'interface-trigger-widened'),
    ).toEqual(['risky·C interface-trigger-widened IF-1.UNHOLD filter rule A1']);
  });

  it('is critical to add, where any message of the interface lifts it', () => {
    expect(
      saidOf(
        plant({ takes: 'IF-1' }),
        plant({ takes: 'IF-1', messages: '[HOLD, UNHOLD, NOTE]' }),
        'interface-message-added',
      ),
    ).toEqual(['risky·C interface-message-added IF-1.NOTE rule A1']);
  });
});

describe('the identity of a way around a control', () => {
  const ways = (steps: string): string => `roles: {OPERATOR: {}, QA: {}}
lifecycles: {INV: {initial: QI, states: {QI: quarantine, Blocked: open, Free: released}, transitions: {T1: {from: QI, to: Free, by: QA, sign: {meaning: Released}}, T2: {from: QI, to: Blocked, by: OPERATOR}${steps}}}}`;
  const fingerprints = (steps: string): readonly string[] =>
    judged(ways(''), ways(steps))
      .findings.filter(({ ruleId }) => ruleId === 'control-bypass-introduced')
      .map(({ fingerprint }) => fingerprint);

  it('is its steps and what they say', () => {
    const found = [
      ', T3: {from: Blocked, to: Free, by: QA, sign: {meaning: Seen}}',
      ', T3: {from: Blocked, to: Free, by: OPERATOR}',
      ', T3: {from: QI, to: Free, by: OPERATOR}',
      ', T3: {from: QI, to: Free, by: anyone}',
      ', T4: {from: QI, to: Free, by: OPERATOR}',
      ', T3: {from: QI, to: Free, by: OPERATOR}, T4: {from: Blocked, to: Free, by: OPERATOR}',
    ].map(fingerprints);
    expect(found.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(new Set(found.flat()).size).toBe(6);
  });

  it('does not know the titles of its steps', () => {
    expect(fingerprints(', T3: {from: QI, to: Free, by: OPERATOR, title: Shortcut}')).toEqual(
      fingerprints(', T3: {from: QI, to: Free, by: OPERATOR}'),
    );
  });
});

describe('a condition of a release that names a set', () => {
  const set = (members: string, effect: string): string => `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, ${effect}members: ${members}, unknown: out}}
lifecycles:
  NCR: {object: ncr, initial: Open, states: {Open: open, Closed: closed}}
  STOCK: {object: lot, initial: QI, states: {QI: quarantine, Free: released}, transitions: {S1: {from: QI, to: Free, when: {every: ncr, NCR: {in: DONE}}}}}`;

  it.each(['', 'effect: permits, ', 'effect: blocks, '])('is weaker where the set takes in more (%s)', (effect) => {
    expect(
      saidOf(
        set('[Closed]', effect),
        set('[Closed, Open]', effect),
        'guard-weakened',
        'value-map-entry-added',
        'assurance-strengthened',
        'unclassified-change',
      ),
    ).toEqual([
      'risky·C value-map-entry-added DONE members rule A1 A3 claimed',
      'risky·C guard-weakened STOCK.S1 when A1',
    ]);
  });
});
