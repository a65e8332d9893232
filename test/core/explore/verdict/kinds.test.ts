import { describe, expect, it } from 'vitest';
import { explored, verdictLines } from './explored.ts';

/** An order goes from Draft over Checked to Sent, or is Cancelled; a second clerk can approve it at any time. */
const ORDER = `
roles: {CLERK: {}, LEAD: {}}
systems: {SHOP: {}}
objects: {order: {fields: {kind: {type: code, codes: CL-KIND}}}}
codes: {CL-KIND: {values: {NORMAL: {}, URGENT: {}}}}
lifecycles:
  ORD:
    object: order
    system: SHOP
    initial: Draft
    states: {Draft: pre, Checked: active, Sent: released, Cancelled: terminal}
    transitions:
      check: {from: Draft, to: Checked, by: CLERK, fills: {order.kind: any}}
      return: {from: Checked, to: Draft, by: CLERK}
      send: {from: Checked, to: Sent, by: CLERK, sign: {meaning: Sent}}
      cancel: {from: [Draft, Checked], to: Cancelled, by: CLERK}
  APP:
    object: order
    system: SHOP
    initial: Open
    states: {Open: open, Given: closed}
    transitions:
      give: {from: Open, to: Given, by: LEAD}
      take: {from: Given, to: Open, by: LEAD, correction: true}
`;

function verdicts(invariants: string, spec = ORDER): readonly string[] {
  return verdictLines(explored(`${spec}invariants:\n${invariants}`, { observations: false }));
}

describe('An invariant of kind', () => {
  it('never: no reachable state is like this', () => {
    expect(
      verdicts(`
  A: {never: {ORD: Sent, APP: Open}}
  B: {never: {ORD: Draft, APP: {not: [Open, Given]}}}
  C: {never: {ORD: {class: held}, APP: Open}}`),
    ).toEqual([
      'A broken, 0 faults: ORD.check ORD.send',
      // One part of the combination never comes about: that it is never seen says nothing.
      'B vacuous',
      'C vacuous',
    ]);
  });

  it('step: the step is only taken where this is plainly true', () => {
    expect(
      verdicts(`
  A: {step: ORD.send, requires: {APP: Given}}
  B: {step: ORD.send, requires: {ORD: Checked}}
  C: {step: APP.take, requires: {APP: Given}}`),
    ).toEqual(['A broken, 0 faults: ORD.check ORD.send', 'B holds', 'C holds']);
  });

  it('step: values that the step itself fills are those that it requires', () => {
    expect(
      verdicts(`
  A: {step: ORD.check, requires: {field: order.kind, in: [NORMAL, URGENT]}}
  B: {step: ORD.check, requires: {field: order.kind, equals: NORMAL}}
  C: {step: ORD.send, requires: {field: order.kind, filled: true}}`),
    ).toEqual(['A holds', 'B broken, 0 faults: ORD.check', 'C holds']);
  });

  it('step: what nobody can know counts as not true, unless the step asks for the same', () => {
    const spec = ORDER.replace('send: {from: Checked,', 'send: {when: {fact: it is paid}, from: Checked,');
    expect(
      verdicts(
        `
  A: {step: ORD.send, requires: {fact: it is paid}}
  B: {step: ORD.send, requires: {fact: it is packed}}`,
        spec,
      ),
    ).toEqual(['A holds', 'B broken, 0 faults: ORD.check ORD.send']);
  });

  it('before: steps before steps, from the beginning or since another step', () => {
    expect(
      verdicts(`
  A: {before: ORD.send, must: ORD.check}
  B: {before: ORD.send, must: APP.give}
  C: {before: ORD.send, must: ORD.check, since: ORD.return}
  D: {before: ORD.check, must: ORD.return, since: ORD.return}
  E: {before: APP.take, must: APP.give, since: APP.take}`),
    ).toEqual([
      'A holds',
      'B broken, 0 faults: ORD.check ORD.send',
      'C holds',
      'D broken, 0 faults: ORD.check',
      'E holds',
    ]);
  });

  it('before: counted anew, what came earlier no longer counts', () => {
    expect(
      verdicts(`
  A: {before: ORD.send, must: APP.give, since: ORD.check}
  B: {before: ORD.send, must: APP.give, since: ORD.return}`),
    ).toEqual(['A broken, 0 faults: ORD.check ORD.send', 'B broken, 0 faults: ORD.check ORD.send']);
    const spec = ORDER.replace('send: {from: Checked,', 'send: {when: {APP: Given}, from: Checked,');
    expect(
      verdicts(
        `
  A: {before: ORD.send, must: APP.give}
  B: {before: ORD.send, must: APP.give, since: ORD.check}`,
        spec,
      ),
    ).toEqual(['A holds', 'B broken, 0 faults: APP.give ORD.check ORD.send']);
  });

  it('before: conditions, on either side', () => {
    expect(
      verdicts(`
  A: {before: {ORD: Sent}, must: ORD.check}
  B: {before: {ORD: Sent}, must: {APP: Given}}
  C: {before: ORD.send, must: {ORD: Checked}}
  D: {before: ORD.send, must: {APP: Given}}
  E: {before: {ORD: Sent}, must: {ORD: Checked}, since: ORD.return}`),
    ).toEqual([
      'A holds',
      'B broken, 0 faults: ORD.check ORD.send',
      'C holds',
      'D broken, 0 faults: ORD.check ORD.send',
      'E holds',
    ]);
  });

  it('after: it stays possible until it is there', () => {
    expect(
      verdicts(`
  A: {after: ORD.check, must: {ORD: [Sent, Cancelled]}}
  B: {after: ORD.check, must: {ORD: Sent}}
  C: {after: ORD.check, given: {APP: Given}, must: {ORD: Sent}}
  D: {after: {ORD: Draft}, must: {ORD: [Checked, Cancelled]}}
  E: {after: ORD.send, must: {APP: Given}, without: people}
  F: {after: ORD.check, must: [ORD.send, ORD.cancel]}
  G: {after: ORD.check, must: ORD.send}
  H: {after: {ORD: Checked}, must: [ORD.send, ORD.cancel]}`),
    ).toEqual([
      'A holds',
      'B broken, 0 faults: ORD.check ORD.cancel',
      'C broken, 0 faults: APP.give ORD.check ORD.cancel',
      'D holds',
      'E broken, 0 faults: ORD.check ORD.send',
      'F holds',
      'G broken, 0 faults: ORD.check ORD.cancel',
      'H holds',
    ]);
  });

  it('after: the time limit is said to be judged elsewhere', () => {
    const [verdict] = explored(
      `${ORDER}invariants: {A: {after: ORD.check, must: {ORD: [Sent, Cancelled]}, within: 15 min}}`,
    ).invariants;
    expect(verdict?.verdict).toBe('holds');
    expect(verdict?.reason).toContain(
      'Explored is that it stays reachable; the limit of 15 min is judged elsewhere, from latencies and retries (interface-latency-exceeds-need).',
    );
  });

  it('from: a way out always exists, and a correction is none', () => {
    expect(
      verdicts(`
  A: {from: {ORD: Checked}, possible: {ORD: Sent}}
  B: {from: {ORD: Cancelled}, possible: {ORD: Draft}}
  C: {from: {APP: Given}, possible: {APP: Open}}`),
    ).toEqual(['A holds', 'B broken, 0 faults: ORD.cancel', 'C broken, 0 faults: APP.give']);
  });

  it('reachable: the way is shown', () => {
    expect(
      verdicts(`
  A: {reachable: {ORD: Sent, APP: Given}}
  B: {reachable: {ORD: {class: held}}}`),
    ).toEqual(['A holds: APP.give ORD.check ORD.send', 'B broken, 0 faults']);
  });

  it('agree: once nothing is on its way, one of the combinations is there', () => {
    expect(
      verdicts(`
  A: {agree: [{ORD: [Draft, Checked, Cancelled]}, {ORD: Sent, APP: Given}]}
  B: {agree: [{ORD: [Draft, Checked, Cancelled]}, {ORD: Sent}]}`),
    ).toEqual(['A broken, 0 faults: ORD.check ORD.send', 'B holds']);
  });

  it('gate: entered by these steps alone, each signed; told from the declarations, and with a story where there is one', () => {
    const spec = ORDER.replace(
      'cancel:',
      'rush: {from: Draft, to: Sent, by: LEAD}\n      late: {from: Cancelled, to: Sent, by: LEAD, when: {APP: []}}\n      cancel:',
    ).replace('{APP: []}', '{all: [{APP: Open}, {APP: Given}]}');
    expect(
      verdicts(`
  A: {gate: {ORD: {class: released}}, only: [ORD.send], signed: true}
  B: {gate: {ORD: Checked}, only: [ORD.check], signed: true}
  C: {gate: {ORD: Draft}, only: [ORD.return]}`),
    ).toEqual(['A holds', 'B broken, 0 faults: ORD.check', 'C broken']);
    expect(
      verdicts(
        `
  A: {gate: {ORD: Sent}, only: [ORD.send, ORD.late], signed: false}
  B: {gate: {ORD: Sent}, only: [ORD.send, ORD.rush]}`,
        spec,
      ),
    ).toEqual(['A broken, 0 faults: ORD.rush', 'B broken']);
  });

  it('final: never left, unless the condition of the step excludes it', () => {
    const spec = ORDER.replace(
      'cancel:',
      'undo: {from: any, to: Draft, by: LEAD, when: {ORD: {not: Cancelled}}}\n      cancel:',
    );
    expect(verdicts('  A: {final: [ORD.Sent, ORD.Cancelled]}')).toEqual(['A holds']);
    expect(
      verdicts(
        `
  A: {final: ORD.Sent}
  B: {final: ORD.Cancelled}`,
        spec,
      ),
    ).toEqual(['A broken, 0 faults: ORD.check ORD.send ORD.undo', 'B holds']);
  });

  it('independent: neither a condition nor a message of the one reads the other', () => {
    const spec = ORDER.replace('give: {', 'give: {when: {ORD: Checked}, ');
    expect(verdicts('  A: {independent: APP, of: ORD}')).toEqual(['A holds']);
    expect(
      verdicts(
        `
  A: {independent: APP, of: ORD}
  B: {independent: ORD, of: APP}`,
        spec,
      ),
    ).toEqual(['A broken', 'B holds']);
  });

  it('separate: a role that breaks it is said, persons are not in the specification', () => {
    const rules = `segregation:
  S-1: {acts: [ORD.check, ORD.send]}
  S-2: {acts: [ORD.check, APP.give]}
`;
    const { invariants } = explored(`${ORDER}${rules}invariants: {A: {separate: S-1}, B: {separate: S-2}}`, {
      observations: false,
    });
    expect(invariants.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['broken', 'CLERK may do ORD.check and ORD.send, which S-1 keeps apart.'],
      [
        'not-explored',
        'By the rights of the roles, none may do what S-2 keeps apart. Which person holds which roles is not in the specification: whether one of them can combine the acts is not explored.',
      ],
    ]);
  });

  it('conserved: quantities are not followed, and that is said', () => {
    const spec = ORDER.replace('fields: {', 'fields: {pieces: {type: integer}, ');
    const { invariants } = explored(
      `${spec}invariants: {A: {conserved: order.pieces, over: ORD.send, across: [SHOP]}}`,
      {
        observations: false,
      },
    );
    expect(invariants.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      [
        'not-explored',
        'Quantities are not followed by the search: that order.pieces stays the same over ORD.send in and between SHOP is a matter of tests and reconciliation.',
      ],
    ]);
  });
});

describe('Of what is left out of the search', () => {
  it('a step that is asked about is said; where nothing else is asked about, nothing is explored', () => {
    const spec = `${ORDER}explore: {without: [ORD.send]}\n`;
    const { invariants } = explored(
      `${spec}invariants:
  A: {step: ORD.send, requires: {APP: Given}}
  B: {step: [ORD.send, ORD.check], requires: {ORD: [Draft, Checked]}}
  C: {before: APP.give, must: ORD.send}`,
      { observations: false },
    );
    expect(invariants.map(({ invariant, verdict, reason }) => [invariant, verdict, reason.split('. ').at(-1)])).toEqual(
      [
        ['A', 'not-explored', 'ORD.send is left out of the search.'],
        ['B', 'holds', 'ORD.send is left out of the search.'],
        ['C', 'not-explored', 'Nobody can tell whether it has come.'],
      ],
    );
  });

  it('a lifecycle may be in any status, and that is said', () => {
    const spec = `${ORDER}explore: {without: [APP]}\n`;
    const { invariants } = explored(`${spec}invariants: {A: {never: {ORD: Sent, APP: Open}}}`, { observations: false });
    expect(invariants.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      [
        'broken',
        'It breaks without any fault, in 2 steps. APP is left out of the search and may be in any status at any moment.',
      ],
    ]);
  });
});
