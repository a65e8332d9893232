import { describe, expect, it } from 'vitest';
import { explored, verdictLines } from './explored.ts';
import type { ExplorationRequest } from '../../../../src/core/explore/verdict/exploration-request.ts';

/**
 * The board decides on a lot in QMS; MES hears of it and lets people act on what was decided. Which code the message carries
 * matters to the steps in MES alone, so that it is not followed: each of them seems possible once anything was decided.
 */
const DECIDED = (more: {
  readonly first: string;
  readonly second?: string;
  readonly steps?: string;
  readonly scrapped?: string;
  readonly invariants: string;
}): string => `
roles: {MRB: {}, OP: {}}
systems: {QMS: {}, MES: {}}
codes: {CL: {values: {REWORK: {}, SCRAP: {}}}}
objects: {lot: {fields: {disposition: {type: code, codes: CL}}}}
interfaces:
  IF-D: {from: QMS, to: MES, pattern: event, delivery: {order: fifo, per: lot}, fields: {code: {from: lot.disposition, type: code}}}
lifecycles:
  MRB:
    object: lot
    system: QMS
    initial: Open
    states: {Open: open, Decided: open, Revised: closed}
    transitions:
      decide: {from: Open, to: Decided, by: MRB, fills: {lot.disposition: ${more.first}}, emits: IF-D}
      revise: {from: Decided, to: Revised, by: MRB, fills: {lot.disposition: ${more.second ?? more.first}}, emits: IF-D}
  LOT:
    object: lot
    system: MES
    initial: Held
    states: {Held: held, Reworking: held, Scrapped: ${more.scrapped ?? 'terminal'}}
    transitions:
      rework: {from: Held, to: Reworking, by: OP, when: {copy: IF-D, field: code, equals: REWORK}}
      scrap: {from: [Held, Reworking], to: Scrapped, by: OP, when: {copy: IF-D, field: code, equals: SCRAP}}
${more.steps ?? ''}
invariants:
  I: ${more.invariants}
`;

/** The verdict with its story, and its reason. */
function verdict(spec: string, request: ExplorationRequest = {}): readonly [string | undefined, string | undefined] {
  const exploration = explored(spec, { observations: false, ...request });
  return [verdictLines(exploration)[0], exploration.invariants[0]?.reason];
}

const FOLLOWED = 'What IF-D.code really carries was followed.';
const NEVER = '{never: {LOT: Scrapped}}';

describe('A story that assumes what a message carries', () => {
  it('breaks the invariant where that can really arrive: it is told as it was found', () => {
    expect(verdict(DECIDED({ first: 'any', invariants: NEVER }))).toEqual([
      'I broken, 0 faults: MRB.decide LOT.scrap',
      'It breaks without any fault, in 2 steps.',
    ]);
  });

  it('breaks nothing where it cannot arrive', () => {
    const [line, reason] = verdict(DECIDED({ first: 'REWORK', invariants: NEVER }));
    expect(line).toBe('I holds');
    expect(reason).toMatch(/^No violation found within these bounds: .*; [0-9]+ states\. /u);
    expect(reason?.endsWith(FOLLOWED)).toBe(true);
  });

  it('gives way to one that can really happen', () => {
    expect(verdict(DECIDED({ first: 'REWORK', second: 'SCRAP', invariants: NEVER }))).toEqual([
      'I broken, 0 faults: MRB.decide MRB.revise LOT.scrap',
      `It breaks without any fault, in 3 steps. ${FOLLOWED}`,
    ]);
  });

  it('says nothing for certain where the world with real contents is too large', () => {
    const states = 8;
    const [line, reason] = verdict(DECIDED({ first: 'REWORK', invariants: NEVER }), {
      limits: { states, bytes: 2 ** 30 },
    });
    expect(line).toBe('I incomplete');
    expect(reason).toMatch(
      /^It breaks only if IF-D\.code can carry at any moment whatever a step asks for, and that was not confirmed\. With what is really carried: No violation was found in what was seen\. .* reached its limit of states/u,
    );
  });

  it('is judged at the step as well', () => {
    const step = (first: string) => DECIDED({ first, invariants: '{step: LOT.scrap, requires: {MRB: Revised}}' });
    expect(verdict(step('any'))[0]).toBe('I broken, 0 faults: MRB.decide LOT.scrap');
    expect(verdict(step('REWORK'))[0]).toBe('I vacuous');
  });
});

describe('What has to be reachable', () => {
  const reachable = '{reachable: {LOT: Scrapped}}';

  it('is reached by a way that can really happen', () => {
    expect(verdict(DECIDED({ first: 'any', invariants: reachable }))[0]).toBe('I holds: MRB.decide LOT.scrap');
    expect(verdict(DECIDED({ first: 'REWORK', second: 'SCRAP', invariants: reachable }))[0]).toBe(
      'I holds: MRB.decide MRB.revise LOT.scrap',
    );
  });

  it('is not reached by what only seems possible', () => {
    const [line, reason] = verdict(DECIDED({ first: 'REWORK', invariants: reachable }));
    expect(line).toBe('I broken, 0 faults');
    expect(reason).toContain(FOLLOWED);
  });
});

describe('A way out', () => {
  const possible = '{from: {LOT: Held}, possible: {LOT: Scrapped}}';
  const giveUp = '      give-up: {from: [Held, Reworking], to: Scrapped, by: OP}';

  it('that needs no such step is one', () => {
    const [line, reason] = verdict(DECIDED({ first: 'REWORK', steps: giveUp, invariants: possible }));
    expect(line).toBe('I holds');
    expect(reason).not.toContain(FOLLOWED);
  });

  it('that needs one is none where what it asks for never arrives', () => {
    const [line, reason] = verdict(DECIDED({ first: 'REWORK', invariants: possible }));
    expect(line).toBe('I broken, 0 faults: ');
    expect(reason).toBe(`It is broken from the beginning, without any fault. ${FOLLOWED}`);
  });

  it('that needs one is lost once the wrong decision is final', () => {
    expect(verdict(DECIDED({ first: 'any', invariants: possible }))[0]).toBe(
      'I broken, 0 faults: MRB.decide MRB.revise',
    );
  });

  it('that needs one is one where what it asks for can always arrive', () => {
    const [line, reason] = verdict(DECIDED({ first: 'REWORK', second: 'SCRAP', invariants: possible }));
    expect(line).toBe('I holds');
    expect(reason).toContain(FOLLOWED);
  });

  it('is left open where the world with real contents is too large', () => {
    const [line, reason] = verdict(DECIDED({ first: 'REWORK', second: 'SCRAP', invariants: possible }), {
      limits: { states: 8, bytes: 2 ** 30 },
    });
    expect(line).toBe('I incomplete');
    expect(reason).toMatch(
      /^It holds only if IF-D\.code can carry at any moment whatever a step asks for, and that is not certain\./u,
    );
  });
});

describe('What has to follow', () => {
  const scrapped = (without: string) => `{after: MRB.decide, must: {LOT: Scrapped}${without}}`;

  it('follows by steps that can really happen', () => {
    expect(verdict(DECIDED({ first: 'SCRAP', invariants: scrapped('') }))[0]).toBe('I holds');
    expect(verdict(DECIDED({ first: 'REWORK', invariants: scrapped('') }))[0]).toBe('I broken, 0 faults: MRB.decide');
  });

  it('follows by itself only where what arrives lets it', () => {
    const timed = (first: string) =>
      DECIDED({ first, invariants: scrapped(', without: people') }).replace(
        'to: Scrapped, by: OP, when',
        'to: Scrapped, after: 1 d, when',
      );
    expect(verdict(timed('SCRAP'))[0]).toBe('I holds');
    expect(verdict(timed('REWORK'))[0]).toMatch(/^I broken, 0 faults: MRB.decide/u);
  });
});

describe('A part of a forbidden combination', () => {
  it('that never really comes about leaves nothing to forbid', () => {
    const both = (first: string) => DECIDED({ first, invariants: '{never: {all: [{LOT: Scrapped}, {MRB: Open}]}}' });
    expect(verdict(both('any'))[0]).toBe('I holds');
    expect(verdict(both('REWORK'))[0]).toBe('I vacuous');
  });
});
