import { describe, expect, it } from 'vitest';
import { stateVocabulary } from '../../../src/core/model/condition/state-vocabulary.ts';
import type { Finding, LintFinding } from '../../../src/core/rules/finding.ts';
import { DEFAULT_GATE } from '../../../src/core/rules/gate.ts';
import { judgeChanges } from '../../../src/core/rules/judge.ts';
import { runLints } from '../../../src/core/rules/run-lints.ts';
import { compare, sha256 } from './small-project.ts';

function judged(before: string, after: string): readonly Finding[] {
  const compared = compare(before, after);
  return judgeChanges({ ...compared, lintBase: [], lintHead: [], digest: sha256 }).findings;
}

function said({ ruleId, class: verdict, risk, element, attribute, raisedBy }: Finding): string {
  const place = `${element.kind}:${element.id}${attribute === '' ? '' : ` ${attribute}`}`;
  return `${verdict}${risk === undefined ? '' : `·${risk}`} ${ruleId} ${place}${raisedBy.map(({ id }) => ` ${id}`).join('')}`;
}

function saidOf(before: string, after: string): readonly string[] {
  return judged(before, after).map(said);
}

/** Both revisions linted as a command does it. */
function withLints(before: string, after: string): readonly Finding[] {
  const compared = compare(before, after);
  const lint = (model: typeof compared.base, graph: typeof compared.graphBase): readonly LintFinding[] =>
    runLints({ model, graph, digest: sha256, asOf: '2026-03-02' });
  return judgeChanges({
    ...compared,
    lintBase: lint(compared.base, compared.graphBase),
    lintHead: lint(compared.head, compared.graphHead),
    digest: sha256,
  }).findings;
}

const INVENTORY = (step: string): string => `
systems: {QMS: {}, ERP: {}}
roles: {QA: {}, OP: {}}
objects: {lot: {}, ncr: {of: lot}}
interfaces:
  IF-001: {from: QMS, to: ERP, about: lot, fields: {ref: {from: r}}}
  IF-002: {from: QMS, to: ERP, about: lot, messages: [RECEIPT, HOLD, UNHOLD, SPLIT]}
  IF-003: {from: QMS, to: ERP, about: lot}
lifecycles:
  NCR: {object: ncr, initial: Open, states: {Open: open, Closed: closed}}
  INV:
    object: lot
    initial: QI
    states: {QI: quarantine, Released: released, Blocked: held, Held2: held}
    transitions: {T: ${step}}
sets: {BLOCK: {of: NCR, effect: blocks, members: [Open]}}`;

describe('a hold, and what lifts it', () => {
  const receives = (from: string, to: string, before: string, after: string): readonly string[] =>
    saidOf(
      INVENTORY(`{from: ${from}, to: ${to}, receives: ${before}}`),
      INVENTORY(`{from: ${from}, to: ${to}, receives: ${after}}`),
    );

  it('more messages that lift a hold are no assurance, whatever state they lead to', () => {
    const more = ['IF-002.UNHOLD', '[IF-002.UNHOLD, IF-002.SPLIT, IF-002.RECEIPT]'] as const;
    expect(receives('Blocked', 'QI', ...more)).toEqual([
      'breaking·C transition-event-changed transition:INV.T receives rule A1',
    ]);
    expect(receives('Blocked', 'Held2', ...more)).toEqual([
      'breaking·C transition-event-changed transition:INV.T receives rule A1',
    ]);
    expect(receives('[Released, Blocked]', 'QI', ...more)).toEqual([
      'breaking·C transition-event-changed transition:INV.T receives rule A1',
    ]);
    expect(receives('QI', 'Released', ...more)).toEqual([
      'breaking·C transition-event-changed transition:INV.T receives rule A1',
    ]);
  });

  it('a new record that starts in quarantine by more messages is on no hold', () => {
    expect(receives('absent', 'QI', 'IF-002.RECEIPT', '[IF-002.RECEIPT, IF-002.SPLIT]')).toEqual([
      'breaking·H transition-event-changed transition:INV.T receives rule',
    ]);
    expect(receives('absent', 'QI', '[IF-002.RECEIPT, IF-002.SPLIT]', 'IF-002.RECEIPT')).toEqual([
      'risky·C hold-precedence-weakened transition:INV.T receives',
    ]);
  });

  it('another message instead of a filtered one is a hold that is lost', () => {
    const filter = '{message: IF-001, NCR: {in: BLOCK}}';
    expect(receives('Released', 'Blocked', filter, '[IF-003]')).toEqual([
      'risky·C hold-precedence-weakened transition:INV.T receives',
    ]);
    expect(receives('Released', 'Blocked', filter, '{message: IF-003, NCR: {in: BLOCK}}')).toEqual([
      'risky·C hold-precedence-weakened transition:INV.T receives',
    ]);
    expect(receives('Released', 'Blocked', filter, '[IF-001, IF-003]')).toEqual([
      'compatible·M assurance-strengthened transition:INV.T receives',
    ]);
  });

  it('one message of an interface is less than all of them', () => {
    expect(receives('Released', 'Blocked', 'IF-002', 'IF-002.HOLD')).toEqual([
      'risky·C hold-precedence-weakened transition:INV.T receives',
    ]);
    expect(receives('Released', 'Blocked', 'IF-002.HOLD', 'IF-002')).toEqual([
      'compatible·M assurance-strengthened transition:INV.T receives',
    ]);
  });

  it('other starts of a step that lifts a hold weigh as much', () => {
    const step = (start: string): string => INVENTORY(`{from: Blocked, to: QI, by: [QA]${start}}`);
    expect(saidOf(step(''), step(', auto: true'))).toEqual(['risky·C transition-automated transition:INV.T auto A1']);
    expect(saidOf(step(', after: 2 d'), step(', after: 1 d'))).toEqual([
      'risky·C timer-changed transition:INV.T after rule A1',
    ]);
    expect(saidOf(step(''), step('').replace('[QA]', '[QA, OP]'))).toEqual([
      'risky·C transition-role-widened transition:INV.T by A1',
    ]);
  });
});

describe('what a project setting may not lower', () => {
  const settings = `
rules:
  transition-role-widened: {class: compatible, risk: L, reason: we are few}
  guard-removed: {class: editorial, reason: noise}
  unclassified-change: {class: editorial, reason: noise}
  field-length-widened: {class: editorial, risk: L, reason: noise}
  field-length-narrowed: {class: compatible, risk: L, reason: labels are long}
  display-text-changed: {class: breaking, risk: C, reason: loud}
`;
  const step = (facts: string): string => settings + INVENTORY(`{from: QI, to: Released, ${facts}}`);

  it('a control is judged as if the setting were not there, which is said', () => {
    const found = judged(step('by: [QA], when: {fact: tested}'), step('by: [QA, OP]'));
    expect(found.map(said)).toEqual([
      'risky·C transition-role-widened transition:INV.T by A1 project',
      'risky·C guard-removed transition:INV.T when A1 project',
    ]);
    expect(found.map(({ raisedBy }) => raisedBy[1]?.reason)).toEqual([
      'the project says: we are few; refused: risky to compatible and C to L, which a project setting may not lower',
      'the project says: noise; refused: risky to editorial, which a project setting may not lower',
    ]);
    expect(saidOf(step('by: [QA]'), step('by: [QA], x-vendor: A'))).toEqual([
      'risky·C unclassified-change transition:INV.T extensions.x-vendor A1 project',
    ]);
  });

  it('a guard and roles of a step that is not gated keep their weight too', () => {
    const plain = (facts: string): string =>
      `${settings}roles: {QA: {}, OP: {}}\nlifecycles: {PL: {initial: A, states: {A: open, B: open}, transitions: {T: {from: A, to: B, ${facts}}}}}`;
    expect(saidOf(plain('by: [QA], when: {fact: tested}'), plain('by: [QA, OP]'))).toEqual([
      'risky·H transition-role-widened transition:PL.T by project',
      'risky·H guard-removed transition:PL.T when project',
    ]);
  });

  it('nothing becomes editorial; what may be lowered is, unless it is critical', () => {
    const field = (length: number): string => `${settings}objects: {lot: {fields: {nr: {length: ${length}}}}}`;
    expect(saidOf(field(20), field(30))).toEqual(['compatible·L field-length-widened field:lot.nr length project']);
    expect(saidOf(field(30), field(20))).toEqual(['compatible·L field-length-narrowed field:lot.nr length A6 project']);
  });
});

describe('a rename and the lints', () => {
  const list = (name: string, members: string, former = ''): string => `
lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Check: open}, transitions: {T1: {from: Open, to: Review, auto: true}, T2: {from: Review, to: Check, auto: true}, T3: {from: Check, to: Open, auto: true}}}}
sets: {${name}: {of: NCR, effect: blocks, unknown: out, members: [${members}]${former}}}`;
  const totality = (before: string, after: string): readonly string[] =>
    withLints(before, after)
      .map(said)
      .filter((text) => text.includes('state-set-not-total'));

  it('carries the same violation over', () => {
    expect(totality(list('VM', 'Open, Check'), list('VN', 'Open, Check', ', formerIds: [VM]'))).toEqual([]);
  });

  it('does not swallow another violation of the same rule', () => {
    expect(totality(list('VM', 'Open, Check'), list('VN', 'Open, Review', ', formerIds: [VM]'))).toEqual([
      'breaking·H introduced:state-set-not-total set:VN',
      'compatible·M resolved:state-set-not-total set:VN A3',
    ]);
  });

  it('knows a violation again whose subject is what was renamed', () => {
    const plant = (state: string, former: string): string => `
lifecycles: {NCR: {initial: Open, states: {Open: open, ${state}: {class: open${former}}, Closed: closed}, transitions: {T1: {from: Open, to: ${state}, auto: true}, T2: {from: ${state}, to: Closed, auto: true}}}}
sets: {S: {of: NCR, effect: blocks, unknown: out, members: [Open]}}`;
    expect(totality(plant('Review', ''), plant('Check', ', formerIds: [Review]'))).toEqual([]);
  });
});

describe('a set of all but some', () => {
  const model = (unknown: string) =>
    compare(
      '',
      `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, except: [Closed]${unknown}}}`,
    ).head;
  it.each(['', ', unknown: out', ', unknown: in', ', unknown: reject'])(
    'takes every other declared state in%s',
    (unknown) => {
      const vocabulary = stateVocabulary(model(unknown));
      expect(['Open', 'Review', 'Closed'].map((state) => vocabulary.counts('S', 'NCR', state))).toEqual([
        true,
        true,
        false,
      ]);
    },
  );

  it('counts what nobody declares as it says', () => {
    const counted = (unknown: string): boolean | undefined =>
      stateVocabulary(model(unknown)).counts('S', 'NCR', 'Archived');
    expect([', unknown: out', ', unknown: in', ', unknown: reject', ''].map(counted)).toEqual([
      false,
      true,
      undefined,
      true,
    ]);
  });
});

describe('`consumers: none`', () => {
  const plant = (length: number, facts: string, use: string): string =>
    `systems: {A: {}, B: {}}\nobjects: {note: {consumers: none, fields: {body: {type: string, length: ${length}${facts}}}}}\n${use}`;
  it('does not count where something refers to the element', () => {
    const use = 'interfaces: {IF-1: {from: A, to: B, fields: {b: {from: note.body}}}}';
    const [finding] = judged(plant(20, '', use), plant(10, '', use));
    expect(finding && said(finding)).toBe('breaking·H field-length-narrowed field:note.body length A8');
    expect(finding?.raisedBy[0]?.reason).toBe(
      'note says `consumers: none`, which does not count: IF-1.b refers to note.body',
    );
  });

  it('does not count for what is there for itself, a certificate or a step', () => {
    const outputs = (content: string): string =>
      `objects: {lot: {fields: {nr: {type: string}, result: {type: string}}}}\noutputs: {RO: {kind: certificate, consumers: none, content: {${content}}}}`;
    const [finding] = judged(outputs('nr: {from: lot.nr}, result: {from: lot.result}'), outputs('nr: {from: lot.nr}'));
    expect(finding && [finding.ruleId, finding.class, finding.risk]).toEqual(['output-field-removed', 'breaking', 'H']);
    expect(finding?.raisedBy.map(({ reason }) => reason)).toContain(
      'RO says `consumers: none`, which does not count: nobody can say that of content items',
    );
  });

  it('does not count for what is critical, and does where both graphs bear it out', () => {
    const critical = ', critical: true';
    expect(saidOf(plant(20, critical, ''), plant(10, critical, ''))).toEqual([
      'breaking·H field-length-narrowed field:note.body length A6 A8',
    ]);
    const change = 'changes: {CR-1: {reason: Shorter, touches: [note]}}';
    expect(saidOf(plant(20, '', change), plant(10, '', change))).toEqual([
      'compatible·L field-length-narrowed field:note.body length A6 A8',
    ]);
  });
});

describe('evidence', () => {
  const plant = (length: number, test: string): string =>
    `objects: {lot: {fields: {nr: {length: ${length}}}}}\n${test}`;
  it('is missing where no test verifies what changed, and that is said', () => {
    const [finding] = judged(plant(20, ''), plant(10, ''));
    expect(finding && said(finding)).toBe('breaking·H field-length-narrowed field:lot.nr length A6');
    expect(finding?.raisedBy[0]?.reason).toBe(
      'evidence gap: no test is written for lot.nr, and none is derived from it',
    );
    const test = 'tests: {PQ-1: {level: PQ, verifies: [lot.nr], steps: [{do: a, expect: b}]}}';
    expect(saidOf(plant(20, test), plant(10, test))).toEqual(['breaking·H field-length-narrowed field:lot.nr length']);
    const mapped = 'systems: {A: {}, B: {}}\ninterfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot.nr}}}}';
    expect(saidOf(plant(20, mapped), plant(10, mapped))).toEqual([
      'breaking·H field-length-narrowed field:lot.nr length',
    ]);
  });

  it('that a critical element loses is high, whatever the test still verifies', () => {
    const test = (verifies: string): string => `systems: {A: {}, B: {}}
interfaces: {IF-5: {from: A, to: B, fields: {value: {from: v, critical: true}, note: {from: remark}}}}
tests: {OQ-1: {level: OQ, verifies: [${verifies}], steps: [{do: a, expect: b}]}}`;
    const [finding] = judged(test('IF-5.value, IF-5.note'), test('IF-5.note'));
    expect(finding && said(finding)).toBe('risky·H trace-link-removed test:OQ-1 verifies rule');
    expect(finding?.raisedBy).toEqual([{ id: 'rule', reason: 'IF-5.value loses a proof: IF-5.value is critical' }]);
    expect(saidOf(test('IF-5.value, IF-5.note'), test('IF-5.value'))).toEqual([
      'risky·M trace-link-removed test:OQ-1 verifies',
    ]);
  });
});

describe('conditions that say the same', () => {
  const step = (when: string): string => INVENTORY(`{from: QI, to: Released, by: [QA], when: ${when}}`);
  it.each([
    ['{none: ncr, NCR: {in: BLOCK}}', '{not: {some: ncr, NCR: {in: BLOCK}}}'],
    ['{if: {fact: urgent}, then: {fact: signed}}', '{any: [{not: {fact: urgent}}, {fact: signed}]}'],
  ])('%s → %s is editorial, with the proof', (before, after) => {
    const found = judged(step(before), step(after));
    expect(found.map(said)).toEqual(['editorial formatting-changed transition:INV.T when']);
    expect(found[0]?.reason).toMatch(/let the same cases through/u);
  });

  it('a tighter one of a release is breaking, and no more than high', () => {
    expect(saidOf(step('{fact: a}'), step('{all: [{fact: a}, {fact: b}]}'))).toEqual([
      'breaking·H guard-tightened transition:INV.T when A1',
    ]);
  });
});

describe('white space', () => {
  it('is nothing in requirements, meanings of signatures and facts', () => {
    const plant = (text: string, meaning: string, fact: string): string => `
roles: {QA: {}}
requirements: {URS-1: {text: "${text}"}}
lifecycles: {L: {initial: A, states: {A: open, B: closed}, transitions: {T: {from: A, to: B, by: [QA], when: {fact: "${fact}"}, sign: {meaning: "${meaning}"}}}}}`;
    expect(saidOf(plant('a b c', 'd e', 'f g'), plant('a\\nb  c', 'd\\ne', 'f  g'))).toEqual([
      'editorial formatting-changed project:project',
    ]);
    expect(saidOf(plant('a b c', 'd e', 'f g'), plant('a bc', 'd e', 'f g'))).toEqual([
      'risky·M requirement-text-changed requirement:URS-1 text A6',
    ]);
  });

  it('does not turn another role of a signature into another meaning', () => {
    const plant = (sign: string): string => `
roles: {QA: {}, OP: {}}
lifecycles: {L: {initial: A, states: {A: open, B: closed}, transitions: {T: {from: A, to: B, by: [QA], sign: [${sign}]}}}}`;
    expect(saidOf(plant('{meaning: "d e", by: QA}'), plant('{meaning: "d  e", by: OP}'))).toEqual([
      'risky·H signature-signer-widened transition:L.T sign',
      'breaking·M transition-role-narrowed transition:L.T sign',
    ]);
  });
});

describe('former ids', () => {
  it('of something else in base are a finding, and what they name is removed', () => {
    expect(saidOf('systems: {MES: {}, ERP: {}}', 'systems: {ERP: {formerIds: [MES]}}')).toEqual([
      'breaking·H system-removed system:MES',
      'risky·H rename-claim-invalid system:ERP formerIds',
    ]);
    const two = judged('systems: {A: {}, B: {}}', 'systems: {C: {formerIds: [A, B]}}');
    expect(two.map(said)).toContain('risky·H rename-claim-invalid system:C formerIds');
    expect(two.find(({ ruleId }) => ruleId === 'rename-claim-invalid')?.reason).toMatch(
      /^System C says that it was B \(System C is in base already as A, beside B\)\./u,
    );
  });

  it('that are older than base are record keeping', () => {
    expect(saidOf('systems: {ERP: {}}', 'systems: {ERP: {formerIds: [OLD]}}')).toEqual([
      'editorial record-keeping-changed system:ERP formerIds',
    ]);
  });
});

describe('a draft that comes into force', () => {
  const plant = (status: string): string => `
roles: {QA: {}}
lifecycles: {INV: {${status}initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released, by: [QA]}}}}`;
  it('weighs what adding it with its parts does', () => {
    const [finding, ...others] = judged(plant('status: draft, '), plant(''));
    expect(others).toEqual([]);
    expect(finding && said(finding)).toBe('risky·C element-activated lifecycle:INV status grouping');
    expect(finding?.parts?.map(({ id }) => id)).toEqual(['INV.QI', 'INV.Released', 'INV.T1']);
    expect(finding?.approvers.approve).toEqual(['OPS', 'QA', 'IT']);
  });

  it('is high at least, and a part by itself is judged so too', () => {
    expect(saidOf('systems: {A: {status: draft}}', 'systems: {A: {status: effective}}')).toEqual([
      'risky·H element-activated system:A status',
    ]);
    const step = plant('').replace('{from: QI, to: Released', '{status: draft, from: QI, to: Released');
    expect(saidOf(step, plant(''))).toEqual(['risky·C element-activated transition:INV.T1 status A1']);
  });
});

describe('what only makes things stronger or only adds', () => {
  it('does not reach the default gate by criticality or by a release', () => {
    expect(DEFAULT_GATE).toEqual(['breaking', 'risk:H']);
    const link = (elements: string): string =>
      `systems: {A: {}, B: {}}\nrequirements: {URS-1: {text: Kept., criticality: high, satisfiedBy: [${elements}]}}`;
    expect(saidOf(link('A'), link('A, B'))).toEqual([
      'compatible·M assurance-strengthened requirement:URS-1 satisfiedBy',
    ]);
    const block = (unknown: string): string =>
      INVENTORY('{from: QI, to: Released, by: [QA], when: {none: ncr, NCR: {in: BLOCK}}}').replace(
        'members: [Open]',
        `members: [Open], unknown: ${unknown}`,
      );
    expect(saidOf(block('out'), block('in'))).toEqual(['compatible·M assurance-strengthened set:BLOCK unknown']);
  });

  it('nobody is refused by a required field of an object that is new itself', () => {
    const [finding] = judged('systems: {A: {}}', 'systems: {A: {}}\nobjects: {lot: {fields: {nr: {required: true}}}}');
    expect(finding && said(finding)).toBe('compatible·L object-added object:lot');
  });
});

describe('what people work by', () => {
  it('a remark on an outage is no display text; one on a step of a story is', () => {
    const flow = (note: string): string =>
      `systems: {A: {}, B: {}}\ninterfaces: {IF-1: {from: A, to: B, whenDown: {mode: manual, note: ${note}}}}`;
    expect(saidOf(flow('Ask QA.'), flow('Go on.'))).toEqual([
      'risky·M interface-downtime-note-changed interface:IF-1 whenDown.note',
    ]);
    const story = (note: string): string =>
      `exceptions: {EX-1: {class: downtime, treatment: automated, scenario: {steps: [{check: It waits., note: ${note}}]}}}`;
    expect(saidOf(story('a'), story('b'))).toEqual(['editorial display-text-changed exception:EX-1 scenario.steps']);
    expect(saidOf(story('a'), story('a').replace('It waits.', 'It goes on.'))).toEqual([
      'risky·M exception-path-changed exception:EX-1 scenario.steps',
    ]);
  });
});
