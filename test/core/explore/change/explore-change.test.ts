import { describe, expect, it } from 'vitest';
import type { ChangeExploration, InvariantChange } from '../../../../src/core/explore/change/change-exploration.ts';
import { exploreChange } from '../../../../src/core/explore/change/explore-change.ts';
import type { ExplorationRequest } from '../../../../src/core/explore/verdict/exploration-request.ts';
import { compare } from '../../rules/small-project.ts';
import { northmoor } from './northmoor-models.ts';

function explored(before: string, after: string, request: ExplorationRequest = {}): ChangeExploration {
  const { base, head } = compare(before, after);
  return exploreChange(base, head, request);
}

function invariant({ invariants }: ChangeExploration, id: string): InvariantChange {
  const found = invariants.find((one) => one.invariant === id);
  if (found === undefined) throw new Error(`nothing is said of ${id}`);
  return found;
}

const words = ({ invariants }: ChangeExploration): Readonly<Record<string, string>> =>
  Object.fromEntries(invariants.map((one) => [one.invariant, one.change]));

const blamed = (change: InvariantChange): readonly string[] =>
  (change.blame?.edits ?? []).map(({ element, what }) => `${element} ${what}`);

describe('CR-2041 of Northmoor: one more open status', () => {
  const change = exploreChange(northmoor('v1.0.0', 'base'), northmoor('cr-2041', 'head'));

  it('newly breaks what keeps open NCRs and release apart', () => {
    expect(words(change)).toEqual({
      'INV-01a': 'newly-broken',
      'INV-01b': 'newly-broken',
      'INV-01c': 'holds',
      'INV-02': 'newly-broken',
      'INV-03': 'newly-broken',
      'INV-04': 'holds',
      'INV-05': 'not-explored',
      'INV-06': 'holds',
      'INV-07': 'holds',
      'INV-08': 'holds',
      'INV-09': 'not-explored',
      'INV-10': 'newly-broken',
    });
    expect(change.complete).toBe(true);
  });

  it('does so by the new status with the step into it alone: what a board sees as one edit', () => {
    for (const id of ['INV-01a', 'INV-01b', 'INV-03', 'INV-10']) {
      const found = invariant(change, id);
      expect(blamed(found)).toEqual(['state:NCR.PendingVerification added, with transition NCR.T08 into it']);
      expect(found.blame?.edits[0]?.along).toEqual(['transition:NCR.T08']);
      expect(found.blame).toMatchObject({ searches: 2, minimal: true });
    }
  });

  it('names the step that the baseline does not have', () => {
    const { story, refusal } = invariant(change, 'INV-03');
    expect(refusal?.reason).toBe('The baseline has no such step');
    expect(story?.steps[(refusal?.step ?? 0) - 1]?.transitions).toEqual(['NCR.T08']);
  });

  it('shows, invariant or not, what can now last, and groups what is new because the status is', () => {
    expect(change.newPaths.map(({ what }) => what)).toEqual([
      'LOT in InProcess while NCR in a state of class open, with nothing on its way',
      'LOT in Complete while NCR in a state of class open, with nothing on its way',
      'INV in Released while NCR in a state of class open, with nothing on its way',
      'NCR in PendingVerification, also while BRR in Compiling, QAReview, Rejected or Released, INV in Blocked, QI, ' +
        'Released, Returned, Scrapped or Shipped, LOT in Complete, InProcess, OnHold, Rework or Scrapped',
    ]);
    expect(change.newPaths[2]).toMatchObject({
      states: [
        { lifecycle: 'INV', state: 'Released' },
        { lifecycle: 'NCR', state: 'PendingVerification' },
      ],
      classes: ['released', 'open'],
      steps: invariant(change, 'INV-01b').story?.steps.length,
    });
    expect(change.newPaths[2]?.story?.steps).toHaveLength(change.newPaths[2]?.steps ?? 0);
  });
}, 60_000);

describe('CR-2057 of Northmoor: the last answer counts', () => {
  const change = exploreChange(northmoor('v2.0.1', 'base'), northmoor('cr-2057', 'head'));

  it('breaks the release gate by the cache of IF-007, though all is well once everything has arrived', () => {
    const { change: word, blame, refusal, story } = invariant(change, 'INV-01a');
    expect(word).toBe('newly-broken');
    expect(invariant(change, 'INV-01b').change).toBe('holds');
    expect(blame).toEqual({
      edits: [{ element: 'interface:IF-007', path: ['cache'], what: 'cache changed from not declared to 15 min' }],
      searches: 2,
      minimal: true,
    });
    expect(refusal?.step).toBe(story?.steps.length);
    expect(refusal?.reason).toMatch(/^The baseline refuses it: NCR of ncr 1 must be .*, but is Open$/u);
  });
}, 60_000);

/** A lot is used once it is released; a hold stops both; a check must have been made. */
const PLANT = (more: {
  readonly release?: string;
  readonly use?: string;
  readonly lift?: string;
  readonly name?: string;
  readonly invariants?: string;
  readonly explore?: string;
}): string => `
roles: {QA: {}, OPERATOR: {}}
objects: {lot: {}}
lifecycles:
  ${more.name ?? 'HOLD:'}
    object: lot
    initial: Held
    states: {Held: held, Free: closed}
    transitions: {lift: {from: Held, to: Free, by: QA${more.lift ?? ''}}, hold: {from: Free, to: Held, by: QA}}
  LOT:
    object: lot
    initial: New
    states: {New: quarantine, Released: released, Used: terminal}
    transitions:
      release: {from: New, to: Released, by: QA${more.release ?? ''}}
      use: {from: Released, to: Used, by: OPERATOR${more.use ?? ''}}
${more.explore === undefined ? '' : `explore: ${more.explore}`}
invariants:
  ${more.invariants ?? 'I: {step: LOT.use, requires: {HOLD: Free}}'}
`;

describe('a change of a small plant', () => {
  const guarded = { release: ', when: {HOLD: Free}', use: ', when: {HOLD: Free}' };

  it('is told by what the baseline would have refused', () => {
    const change = invariant(explored(PLANT(guarded), PLANT({ release: guarded.release })), 'I');
    expect(change).toMatchObject({
      change: 'newly-broken',
      reason: 'In the head it is broken without any fault; in the base no violation was found within these bounds.',
      headFaults: 0,
      refusal: { step: 4, reason: 'The baseline refuses it: HOLD of lot 1 must be Free, but is Held' },
      blame: { edits: [{ element: 'transition:LOT.use', what: 'when changed' }], minimal: true },
    });
    expect(change.story?.replay).toHaveLength(4);
  });

  it('can need two edits that do no harm alone', () => {
    const invariants = 'I: {never: {all: [{LOT: Used}, {HOLD: Held}]}}';
    const before = PLANT({ release: ', when: {HOLD: Free}', use: ', when: {HOLD: Free}', invariants }).replace(
      'from: Free, to: Held, by: QA}',
      'from: Free, to: Held, by: QA, when: {LOT: New}}',
    );
    const change = explored(before, PLANT({ invariants }).replace('by: QA}}', 'by: QA, when: {LOT: New}}}'));
    expect(blamed(invariant(change, 'I'))).toEqual([
      'transition:LOT.release when changed',
      'transition:LOT.use when changed',
    ]);
    expect(invariant(change, 'I').blame?.minimal).toBe(true);
  });

  it('is not to blame for what is called otherwise', () => {
    const renamed = PLANT({
      name: 'STOP:\n    formerIds: [HOLD]',
      release: ', when: {STOP: Free}',
      invariants: 'J: {formerIds: [I], step: LOT.use, requires: {STOP: Free}}',
    });
    const change = explored(PLANT(guarded), renamed);
    expect(words(change)).toEqual({ J: 'newly-broken' });
    expect(blamed(invariant(change, 'J'))).toEqual(['transition:LOT.use when changed']);
    expect(invariant(change, 'J').refusal?.reason).toBe(
      'The baseline refuses it: STOP of lot 1 must be Free, but is Held',
    );
  });

  it('cannot hide behind smaller bounds', () => {
    const change = explored(PLANT(guarded), PLANT({ release: guarded.release, explore: '{without: [LOT.use]}' }));
    expect(words(change)).toEqual({ I: 'newly-broken' });
    expect(change.notes).toEqual(['LOT.use is left out by one revision only: it is explored in both.']);
  });

  it('cannot hide by asking for less: what it breaks is judged as the base words it', () => {
    const weaker = explored(
      PLANT(guarded),
      PLANT({ release: guarded.release, invariants: 'I: {step: LOT.use, requires: {LOT: Released}}' }),
    );
    expect(invariant(weaker, 'I')).toMatchObject({
      change: 'weakened',
      asInBase: true,
      reason:
        'The head words it otherwise, and of that no violation was found. As it is worded in the base, it is broken in the head in 4 steps, without any fault; in the base no violation was found within these bounds.',
      headFaults: 0,
      refusal: { step: 4, reason: 'The baseline refuses it: HOLD of lot 1 must be Free, but is Held' },
      blame: { edits: [{ element: 'transition:LOT.use', what: 'when changed' }], minimal: true },
    });
    expect(invariant(weaker, 'I').story?.replay).toHaveLength(4);
  });

  it('cannot hide by asking no more', () => {
    const invariants = 'J: {reachable: {LOT: Used}}';
    const removed = explored(PLANT(guarded), PLANT({ release: guarded.release, invariants }));
    expect(words(removed)).toEqual({ I: 'weakened', J: 'new' });
    expect(invariant(removed, 'I').reason).toBe(
      'The head no longer asks for it. As it is worded in the base, it is broken in the head in 4 steps, without any fault; in the base no violation was found within these bounds.',
    );
    expect(invariant(explored(PLANT(guarded), PLANT({ ...guarded, invariants })), 'I')).toMatchObject({
      change: 'removed',
      reason:
        'It was there in the base; the head no longer asks for it. As it is worded in the base, no violation was found in the head either.',
    });
  });

  it('does not mend by asking for less', () => {
    const weaker = explored(PLANT({}), PLANT({ invariants: 'I: {step: LOT.use, requires: {LOT: Released}}' }));
    expect(invariant(weaker, 'I')).toMatchObject({ change: 'already-broken', asInBase: true, baseFaults: 0 });
  });

  it('can mend', () => {
    expect(words(explored(PLANT({}), PLANT(guarded)))).toEqual({ I: 'fixed' });
    expect(words(explored(PLANT({}), PLANT({ lift: ', reason: true' })))).toEqual({ I: 'already-broken' });
  });

  it('can bring an invariant that the baseline breaks, too: then nothing but the invariant is to blame', () => {
    const added = explored(
      PLANT({ invariants: 'I: {reachable: {LOT: Used}}' }),
      PLANT({ invariants: 'I: {reachable: {LOT: Used}}\n  J: {step: LOT.use, requires: {HOLD: Free}}' }),
    );
    expect(words(added)).toEqual({ I: 'holds', J: 'new' });
    expect(invariant(added, 'J').blame).toMatchObject({ edits: [], invariantIsNew: true, minimal: true });
  });

  it('is to blame for what else it does where it brings the invariant: not for the invariant', () => {
    const invariants = 'J: {reachable: {LOT: Used}}';
    const added = explored(
      PLANT({ ...guarded, invariants }),
      PLANT({ release: guarded.release, invariants: `${invariants}\n  I: {step: LOT.use, requires: {HOLD: Free}}` }),
    );
    expect(invariant(added, 'I').blame).toMatchObject({
      edits: [{ element: 'transition:LOT.use', what: 'when changed' }],
      invariantIsNew: true,
      minimal: true,
    });
  });

  it('says where the way to something is lost that had to stay reachable', () => {
    const invariants = 'I: {reachable: {LOT: Used}}';
    const change = invariant(explored(PLANT({ invariants }), PLANT({ use: ', when: {LOT: New}', invariants })), 'I');
    expect(change.change).toBe('newly-broken');
    expect(change.reason).toContain(
      'The head refuses step 2 of the way by which the base gets there (LOT.use by people on lot 1): ',
    );
    expect(blamed(change)).toEqual(['transition:LOT.use when changed']);
  });

  it('opens paths of which no invariant speaks', () => {
    const invariants = 'I: {reachable: {LOT: Used}}';
    const early = (text: string): string => text.replace('to: Held, by: QA}', 'to: Held, by: QA, when: {LOT: New}}');
    const { newPaths } = explored(early(PLANT({ release: guarded.release, invariants })), early(PLANT({ invariants })));
    expect(
      newPaths.map(({ what, states, classes, steps, story }) => [what, states, classes, steps, story?.replay]),
    ).toEqual([
      [
        'HOLD in a state of class held while LOT in a state of class released',
        [
          { lifecycle: 'HOLD', state: 'Held' },
          { lifecycle: 'LOT', state: 'Released' },
        ],
        ['held', 'released'],
        1,
        ['LOT.release by people on lot 1'],
      ],
      [
        'HOLD in a state of class held while LOT in a state of class terminal',
        [
          { lifecycle: 'HOLD', state: 'Held' },
          { lifecycle: 'LOT', state: 'Used' },
        ],
        ['held', 'terminal'],
        2,
        undefined,
      ],
    ]);
  });

  it('opens none where nothing changes', () => {
    expect(explored(PLANT({}), PLANT({})).newPaths).toEqual([]);
  });
});

describe('a message that may be lost', () => {
  const plant = (guard: string): string => `
roles: {QA: {}}
objects: {lot: {}}
systems: {QMS: {}, ERP: {}}
interfaces: {IF-1: {from: QMS, to: ERP, faults: [lose], delivery: {order: fifo, per: lot}}}
lifecycles:
  NCR:
    object: lot
    system: QMS
    initial: None
    states: {None: pre, Open: open}
    transitions: {raise: {from: None, to: Open, by: QA, emits: IF-1}}
  STOCK:
    object: lot
    system: ERP
    initial: QI
    states: {QI: quarantine, Blocked: held, Released: released}
    transitions:
      block: {from: [QI, Released], to: Blocked, receives: IF-1}
      release: {from: QI, to: Released, by: QA${guard}}
explore: {faults: 1}
invariants: {I: {never: {all: [{STOCK: Released}, {NCR: Open}]}, once: settled}}
`;

  it('makes a change worse that lets the same happen without any fault', () => {
    const without = plant('').replace('from: [QI, Released], to: Blocked', 'from: QI, to: Blocked');
    const change = invariant(explored(plant(''), without), 'I');
    expect(change).toMatchObject({
      change: 'worse',
      baseFaults: 1,
      headFaults: 0,
      reason: 'In the head it is broken without any fault, in the base only with one fault.',
    });
    expect(blamed(change)).toEqual(['transition:STOCK.block from changed from QI, Released to QI']);
  });
});
