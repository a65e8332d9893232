import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../../../src/core/explore/compose/bounds.ts';
import { WEAKENINGS } from '../../../../src/core/explore/strength/weakenings/index.ts';
import type { WeakeningKind } from '../../../../src/core/explore/strength/weakenings/weakening.ts';
import { weakeningScope } from '../../../../src/core/explore/strength/weakenings/weakening.ts';
import { projectText, load, sourceFile } from '../../rules/small-project.ts';

/** Every weakening of one kind: `LOT.T1 no longer sent IF-1 @ emits 0 → what the element then says`. */
function weakenings(kind: WeakeningKind, spec: string, without: readonly string[] = []): readonly string[] {
  const model = load('base', [sourceFile('base', 'countersign.yaml', projectText(spec))]);
  const rule = WEAKENINGS.find((one) => one.kind === kind);
  const scope = weakeningScope(model, boundsOf(model, { without }));
  return [...(rule?.of(model, scope) ?? [])].map(({ weakened, what, path }) => {
    const { line, column } = weakened.locate(path).span.start;
    return `${line}:${column} ${weakened.id} ${what} → ${canonicalize(weakened.attributes)}`;
  });
}

const INTERFACES =
  'systems: {A: {}, B: {}}\ninterfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B, messages: [HOLD]}}';

describe('conditions', () => {
  const spec = `lifecycles:
  LOT:
    initial: X
    states: {X: active, H: held}
    transitions:
      T1: {from: X, to: H, when: {all: [{fact: it is late}, {LOT: X}]}, procedure: {fact: somebody looks}}
      T2: {from: H, to: X, when: {LOT: H}}`;

  it('lose one part at a time', () => {
    expect(weakenings('condition-part-dropped', spec)).toEqual([
      '9:34 LOT.T1 no longer required that it is late → {"from":["X"],"procedure":{"kind":"fact","text":"somebody looks"},"to":"H","when":{"kind":"status","lifecycle":"LOT","states":{"kind":"states","states":["X"]}}}',
      '9:67 LOT.T1 no longer required that LOT is X → {"from":["X"],"procedure":{"kind":"fact","text":"somebody looks"},"to":"H","when":{"kind":"fact","text":"it is late"}}',
      '10:40 LOT.T2 no longer required that LOT is H → {"from":["H"],"to":"X"}',
    ]);
  });

  it('go altogether where there are several', () => {
    expect(weakenings('condition-dropped', spec)).toEqual([
      '9:34 LOT.T1 required none of its 2 conditions → {"from":["X"],"procedure":{"kind":"fact","text":"somebody looks"},"to":"H"}',
    ]);
  });

  it('of people go, too', () => {
    expect(weakenings('procedure-dropped', spec)).toEqual([
      '9:84 LOT.T1 no longer relied on people to see that somebody looks → {"from":["X"],"to":"H","when":{"kind":"all","of":[{"kind":"fact","text":"it is late"},{"kind":"status","lifecycle":"LOT","states":{"kind":"states","states":["X"]}}]}}',
    ]);
  });

  it('are left alone where the lifecycle or the step is left out', () => {
    expect(weakenings('condition-part-dropped', spec, ['LOT'])).toEqual([]);
    expect(weakenings('condition-part-dropped', spec, ['LOT.T1'])).toEqual([
      '10:40 LOT.T2 no longer required that LOT is H → {"from":["H"],"to":"X"}',
    ]);
  });
});

describe('steps', () => {
  it('do not send one of their messages', () => {
    const spec = `${INTERFACES}
lifecycles:
  LOT: {initial: X, states: [X], transitions: {T1: {from: X, to: same, emits: [IF-2.HOLD, IF-1]}, T2: {from: X, to: same, emits: IF-1}}}`;
    expect(weakenings('message-not-sent', spec.replace('[X]', '{X: active}'))).toEqual([
      '7:88 LOT.T1 no longer sent IF-2.HOLD → {"emits":["IF-1"],"from":["X"],"to":"same"}',
      '7:99 LOT.T1 no longer sent IF-1 → {"emits":["IF-2.HOLD"],"from":["X"],"to":"same"}',
      '7:138 LOT.T2 no longer sent IF-1 → {"from":["X"],"to":"same"}',
    ]);
  });

  it('are possible in one more state, one step away, but for the one to which they lead', () => {
    const spec = `lifecycles:
  LOT: {states: {X: active, H: held, Z: closed}, transitions: {T1: {from: X, to: Z}, T2: {from: any, to: X}, T3: {from: absent, to: X}}}`;
    expect(weakenings('allowed-elsewhere', spec)).toEqual([
      '5:75 LOT.T1 were also possible in H → {"from":["H","X"],"to":"Z"}',
    ]);
  });

  it('lead to a state of another class, one for each class', () => {
    const spec = `lifecycles:
  LOT: {states: {W: active, X: active, H: held, Z: closed}, transitions: {T1: {from: W, to: X}, T2: {from: H, to: {last: [W, X]}}, T3: {from: H, to: same}}}`;
    expect(weakenings('leads-elsewhere', spec).map((line) => line.split(' → ')[0])).toEqual([
      '5:93 LOT.T1 led to H instead of X',
      '5:93 LOT.T1 led to Z instead of X',
      '5:115 LOT.T2 led to H instead of where the record came from',
      '5:115 LOT.T2 led to Z instead of where the record came from',
      '5:150 LOT.T3 led to W instead of staying where it is',
      '5:150 LOT.T3 led to Z instead of staying where it is',
    ]);
  });

  it('are not signed', () => {
    const spec =
      'lifecycles: {LOT: {states: {X: active}, transitions: {T1: {from: X, to: X, sign: {meaning: Seen}}, T2: {from: X, to: X}}}}';
    expect(weakenings('not-signed', spec)).toEqual(['4:82 LOT.T1 were no longer signed → {"from":["X"],"to":"X"}']);
  });

  it('are started whatever their message carries', () => {
    const spec = `${INTERFACES.replace('IF-1: {from: A, to: B}', 'IF-1: {from: A, to: B, fields: {status: {from: LOT}}}')}
lifecycles:
  LOT:
    states: {X: active}
    transitions: {T1: {from: X, to: X, receives: {message: IF-1, LOT: X}}, T2: {from: X, to: X, receives: IF-1}}`;
    expect(weakenings('filter-dropped', spec)).toEqual([
      '9:60 LOT.T1 were started whatever its message carries, and not only where the message IF-1 says that LOT is X → {"from":["X"],"receives":{"kind":"message","messages":["IF-1"],"of":{"kind":"all","of":[]}},"to":"X"}',
    ]);
  });

  it('may be done by a role from which another act is kept apart', () => {
    const spec = `roles: {R1: {}, R2: {}, ADMIN: {kind: administrator}}
lifecycles: {LOT: {states: {X: active}, transitions: {T1: {from: X, to: X, by: R1}, T2: {from: X, to: X, by: R2}, T3: {from: X, to: X, by: R1}}}}
segregation: {S1: {acts: [LOT.T1, LOT.T2]}, S2: {acts: [LOT.T3], barred: {kinds: [administrator]}}}`;
    expect(weakenings('role-widened', spec)).toEqual([
      '5:80 LOT.T1 could also be done by R2 → {"by":["R1","R2"],"from":["X"],"to":"X"}',
      '5:110 LOT.T2 could also be done by R1 → {"by":["R1","R2"],"from":["X"],"to":"X"}',
      '5:140 LOT.T3 could also be done by ADMIN → {"by":["ADMIN","R1"],"from":["X"],"to":"X"}',
    ]);
  });
});

describe('sets and interfaces', () => {
  const lifecycle = 'lifecycles: {NCR: {states: {A: open, B: open, C: closed}}}';

  it('do not name a member that blocks', () => {
    const spec = `${lifecycle}
sets:
  S1: {of: NCR, effect: blocks, members: [A, B]}
  S2: {of: NCR, effect: blocks, except: [C]}
  S3: {of: NCR, effect: blocks, classes: [open]}
  S4: {of: NCR, members: [A]}`;
    expect(weakenings('blocking-member-missing', spec)).toEqual([
      '6:43 S1 did not name A → {"effect":"blocks","members":["B"],"of":"NCR"}',
      '6:46 S1 did not name B → {"effect":"blocks","members":["A"],"of":"NCR"}',
      '7:7 S2 did not name A → {"effect":"blocks","members":["B"],"of":"NCR"}',
      '7:7 S2 did not name B → {"effect":"blocks","members":["A"],"of":"NCR"}',
      '8:7 S3 did not name A → {"effect":"blocks","members":["B"],"of":"NCR"}',
      '8:7 S3 did not name B → {"effect":"blocks","members":["A"],"of":"NCR"}',
    ]);
  });

  it('name one more member that permits', () => {
    expect(
      weakenings('permitting-member-added', `${lifecycle}\nsets: {S1: {of: NCR, effect: permits, members: [C]}}`),
    ).toEqual([
      '5:48 S1 also named A → {"effect":"permits","members":["A","C"],"of":"NCR"}',
      '5:48 S1 also named B → {"effect":"permits","members":["B","C"],"of":"NCR"}',
    ]);
  });

  it('do not keep messages in order that some step sends', () => {
    const spec = `systems: {A: {}, B: {}}
interfaces:
  IF-1: {from: A, to: B, delivery: {order: fifo}}
  IF-2: {from: A, to: B, delivery: {order: sequence, stale: process}}
  IF-3: {from: A, to: B, delivery: {order: none}}
lifecycles: {LOT: {states: {X: active}, transitions: {T1: {from: X, to: X, emits: [IF-1, IF-3]}}}}`;
    expect(weakenings('order-not-kept', spec)).toEqual([
      '6:44 IF-1 did not keep its messages in order → {"delivery":{"order":"none"},"from":"A","to":["B"]}',
    ]);
  });
});
