import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, LintFinding } from '../../../src/core/rules/finding.ts';
import { CHANGE_RULES } from '../../../src/core/rules/change/index.ts';
import { comparisonClass, judgeChanges } from '../../../src/core/rules/judge.ts';
import type { Judgement } from '../../../src/core/rules/judge.ts';
import { adjustFindings } from '../../../src/core/rules/judging/adjust-findings.ts';
import { changeContext } from '../../../src/core/rules/judging/change-context.ts';
import { groupFindings } from '../../../src/core/rules/judging/group-findings.ts';
import { classRank, riskRank } from '../../../src/core/rules/judging/raw-finding.ts';
import { runChangeRules } from '../../../src/core/rules/run-change-rules.ts';
import { compare, sha256 } from './small-project.ts';

function judge(
  before: string,
  after: string,
  lints: { readonly base?: readonly LintFinding[]; readonly head?: readonly LintFinding[] } = {},
): Judgement {
  return judgeChanges({
    ...compare(before, after),
    lintBase: lints.base ?? [],
    lintHead: lints.head ?? [],
    digest: sha256,
  });
}

function said({ ruleId, class: verdict, risk, element, attribute, raisedBy }: Finding): string {
  const place = `${element.kind}:${element.id}${attribute === '' ? '' : ` ${attribute}`}`;
  return `${verdict}${risk === undefined ? '' : `·${risk}`} ${ruleId} ${place}${raisedBy.map(({ id }) => ` ${id}`).join('')}`;
}

function saidOf(before: string, after: string): readonly string[] {
  return judge(before, after).findings.map(said);
}

function lint(ruleId: string, element: string, facts: Partial<LintFinding> = {}): LintFinding {
  const [kind, id] = element.split(':') as [NonNullable<LintFinding['element']>['kind'], string];
  return {
    ruleId,
    severity: 'error',
    message: `${id} is wrong.`,
    element: { kind, id },
    elementKey: element,
    at: {
      revision: 'head',
      file: 'countersign.yaml',
      pointer: '',
      span: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
    },
    fingerprint: `h1:${ruleId} ${element}`,
    ...facts,
  };
}

const SYSTEMS = 'systems: {A: {}, B: {}}\n';
const GATE = `
roles: {QA: {}, OP: {}}
lifecycles:
  NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}
  INV:
    initial: QI
    states: {QI: quarantine, Released: released}
    transitions:
      T1: {from: QI, to: Released, by: [QA], when: {NCR: {not: {in: BLOCK}}}}
      T2: {from: QI, to: same, by: [QA]}
sets: {BLOCK: {of: NCR, effect: blocks, members: [Open, Review]}}`;

describe('traps that a naive comparison falls into', () => {
  it('a longer source is compatible by itself, and breaking where its target newly cuts it', () => {
    const mapping = (length: number): string =>
      `${SYSTEMS}interfaces: {IF-1: {from: A, to: B, fields: {lot: {from: lot_no, source: {length: ${length}}, length: 20}}}}`;
    const truncation = lint('mapping-truncation', 'mapping:IF-1.lot', { message: 'lot is cut from 40 to 20.' });
    const { findings, class: whole } = judge(mapping(20), mapping(40), { head: [truncation] });
    expect(findings.map(said)).toEqual([
      'breaking·H introduced:mapping-truncation mapping:IF-1.lot',
      'compatible·L field-length-widened mapping:IF-1.lot source.length',
    ]);
    expect(findings[0]?.reason).toBe(
      'lot is cut from 40 to 20. Base does not have this. It comes with field-length-widened on IF-1.lot.',
    );
    expect(findings[0]?.evidence).toEqual(['RSK', 'OQ-BND', 'REG-DEP']);
    expect(whole).toBe('MAJOR');
    expect(judge(mapping(20), mapping(40)).class).toBe('MINOR');
  });

  it('a map entry that goes with its code is explained by it and stays in the list', () => {
    const plant = (codes: string, map: string): string =>
      `codes: {CL: {values: {${codes}}}, CLX: {values: {P: P, Q: Q}}}\nvalueMaps: {VM: {from: CL, to: CLX, map: {${map}}}}`;
    const { findings } = judge(plant('X: X, K: K', 'X: P, K: Q'), plant('X: X', 'X: P'));
    expect(findings.map(said)).toEqual([
      'breaking·H code-removed code:CL.K',
      'breaking·H value-map-entry-removed value-map:VM map.K',
    ]);
    const [code, entry] = findings;
    expect(code?.claims).toEqual([entry?.fingerprint]);
    expect(entry?.claimedBy).toBe(code?.fingerprint);
  });

  it.each([
    ['{all: [{fact: a}, {fact: b}]}', '{any: [{fact: a}, {fact: b}]}'],
    ['{field: r.verdict, equals: P}', '{not: {field: r.verdict, equals: F}}'],
  ])('%s → %s is a weaker condition', (before, after) => {
    const plant = (when: string): string => `
codes: {CL: {values: {P: {}, F: {}, H: {}}}}
objects: {r: {fields: {verdict: {type: code, codes: CL}}}}
lifecycles: {L: {object: r, initial: X, states: {X: open, Z: closed}, transitions: {T: {from: X, to: Z, when: ${when}}}}}`;
    expect(saidOf(plant(before), plant(after))).toEqual(['risky·H guard-weakened transition:L.T when']);
  });

  it('an inherited right to release is a wider release, though the step did not change', () => {
    expect(saidOf(GATE, GATE.replace('OP: {}', 'OP: {inherits: [QA]}'))).toEqual([
      'risky·C role-inheritance-widened role:OP inherits grouping',
      'risky·C transition-role-widened transition:INV.T1 by A1',
      'risky·H transition-role-widened transition:INV.T2 by',
    ]);
  });

  it('order, quotes and layout are bytes', () => {
    expect(
      saidOf(
        GATE,
        GATE.replace('{QA: {}, OP: {}}', '{OP: {}, "QA": {}}').replace('[Open, Review]', '["Review", Open]'),
      ),
    ).toEqual(['editorial formatting-changed project:project']);
  });

  it('a new title does not hide a new type', () => {
    const field = (facts: string): string => `objects: {lot: {fields: {nr: {${facts}}}}}`;
    expect(saidOf(field('title: A, type: string'), field('title: B, type: integer'))).toEqual([
      'breaking·H field-type-changed field:lot.nr type A6',
      'editorial display-text-changed field:lot.nr title',
    ]);
  });

  it('a declared rename does not swallow what changed beside it', () => {
    const plant = (name: string, combination: string, former: string): string => `
lifecycles: {LOT: {initial: Run, states: {Run: active, ${name}: {class: held${former}}}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {agree: [{LOT: ${name}, INV: ${combination}}]}}`;
    expect(saidOf(plant('Hold', 'Blocked', ''), plant('OnHold', 'QI', ', formerIds: [Hold]'))).toEqual([
      'breaking·H sync-projection-changed invariant:I1 agree A6',
      'editorial element-renamed state:LOT.OnHold',
    ]);
  });

  it('a key of the author, and a part that no rule knows, are loud', () => {
    const { findings, class: whole } = judge('systems: {A: {x-note: a}}', 'systems: {A: {x-note: b}}');
    expect(findings.map(said)).toEqual(['risky·H unclassified-change system:A extensions.x-note']);
    expect(findings[0]?.reason).toBe(
      'System A, extensions.x-note: a → b. No rule of this version judges this difference, so it counts as high risk until people have.',
    );
    expect(whole).toBe('MAJOR');
  });

  it('a code that travels is no harmless rename', () => {
    expect(saidOf('codes: {CL: {values: {P: {}}}}', 'codes: {CL: {values: {Q: {formerIds: [P]}}}}')).toEqual([
      'risky·H unclassified-change code:CL.Q A6',
    ]);
  });
});

describe('adjustments', () => {
  it('A1: what a releasing step rests on weighs one more', () => {
    expect(
      saidOf(
        GATE,
        GATE.replace(
          'effect: blocks, members: [Open, Review]',
          'effect: blocks, members: [Open, Review], unknown: out',
        ),
      ),
    ).toEqual(['risky·C value-map-fallback-added set:BLOCK unknown A1']);
    expect(
      saidOf(GATE, GATE.replace('T2: {from: QI, to: same, by: [QA]', 'T2: {from: QI, to: same, by: [QA, OP]')),
    ).toEqual(['risky·H transition-role-widened transition:INV.T2 by']);
  });

  it('A1: an invariant that a new state breaks is critical where a release rests on it', () => {
    const after = GATE.replace('Review: open,', 'Review: open, Verify: open,');
    const total = lint('state-set-not-total', 'set:BLOCK', {
      severity: 'warning',
      message: 'BLOCK does not say what Verify counts as.',
    });
    const { findings, class: whole } = judge(GATE, after, { head: [total] });
    expect(findings.map(said)).toEqual([
      'risky·C introduced:state-set-not-total set:BLOCK A1',
      'risky·M state-added state:NCR.Verify',
    ]);
    expect(findings[0]?.raisedBy).toEqual([
      { id: 'A1', reason: 'the condition of INV.T1 uses it, which leads into a released state' },
    ]);
    expect(findings[0]?.reason).toBe(
      'BLOCK does not say what Verify counts as. Base does not have this. It comes with state-added on NCR.Verify.',
    );
    expect(findings[0]?.approvers).toEqual({ approve: ['OPS', 'QA', 'IT'], inform: [] });
    expect(whole).toBe('CRITICAL');
  });

  it('A2 and A3: a conversion behind a critical field of a regulated output', () => {
    const plant = (decimals: number, critical: boolean): string => `${SYSTEMS}
objects: {result: {fields: {value: {type: decimal}}}}
conversions: {UC: {from: uin, to: um, factor: 0.0254, decimals: ${decimals}, examples: [{in: 31.65, out: ${decimals === 3 ? '0.804' : '0.80'}}]}}
interfaces: {IF-1: {from: A, to: B, fields: {value: {from: result.value, conversion: UC${critical ? ', critical: true' : ''}}}}}
outputs: {RO: {content: {value: {from: result.value}}}}`;
    expect(saidOf(plant(3, true), plant(2, true))).toEqual([
      'risky·C rounding-rule-changed conversion:UC decimals A3',
      'risky·C conversion-examples-changed conversion:UC examples A2 A3',
    ]);
    expect(saidOf(plant(3, false), plant(2, false))).toEqual([
      'risky·H rounding-rule-changed conversion:UC decimals',
      'risky·H conversion-examples-changed conversion:UC examples A2',
    ]);
  });

  it('A2: no further than high', () => {
    const plant = (required: boolean): string => `
objects: {result: {fields: {value: {type: decimal, required: ${required}}}}}
outputs: {RO: {content: {value: {from: result.value}}}}`;
    expect(saidOf(plant(true), plant(false))).toEqual([
      'risky·H field-became-optional field:result.value required A2 A6',
    ]);
  });

  it('A3: a requirement of high criticality', () => {
    const plant = (text: string, criticality: string): string =>
      `requirements: {URS-1: {text: ${text}, criticality: ${criticality}}}`;
    expect(saidOf(plant('Re-verified before release.', 'high'), plant('Re-verified.', 'high'))).toEqual([
      'risky·H requirement-text-changed requirement:URS-1 text A3 A6',
    ]);
    expect(saidOf(plant('Re-verified before release.', 'low'), plant('Re-verified.', 'low'))).toEqual([
      'risky·M requirement-text-changed requirement:URS-1 text A6',
    ]);
  });

  it('A4: a component of a key is high', () => {
    const plant = (length: number): string => `${SYSTEMS}
objects: {lot: {fields: {id: {length: ${length}}}}}
interfaces: {IF-1: {from: A, to: B, about: lot, fields: {lot: {from: lot.id, key: true}}}}`;
    expect(saidOf(plant(20), plant(24))).toEqual(['compatible·H field-length-widened field:lot.id length A4']);
  });

  it('A5: records in a state that changes need a plan', () => {
    const plant = (stateClass: string): string => `lifecycles: {L: {initial: X, states: {X: ${stateClass}}}}`;
    const [finding] = judge(plant('quarantine'), plant('active')).findings;
    expect(finding && said(finding)).toBe('risky·C state-class-changed state:L.X class rule A5');
    expect(finding?.evidence).toEqual(['OQ-TRN', 'OQ-SYN', 'RSK', 'MIG']);
  });

  it('A7: a draft on which nothing in force rests is low, but not where something does', () => {
    const plant = (length: number, use: string): string =>
      `objects: {note: {status: draft, fields: {body: {type: string, length: ${length}}}}}\n${use}`;
    expect(saidOf(plant(20, ''), plant(10, ''))).toEqual([
      'breaking·L field-length-narrowed field:note.body length A6 A7',
    ]);
    const use = 'requirements: {URS-1: {text: Kept., satisfiedBy: [note]}}';
    expect(saidOf(plant(20, use), plant(10, use))).toEqual([
      'breaking·H field-length-narrowed field:note.body length A6',
    ]);
  });

  it('A8: said consumers none counts where base says it', () => {
    const plant = (length: number, facts: string): string =>
      `objects: {note: {${facts}fields: {body: {type: string, length: ${length}}}}}`;
    expect(saidOf(plant(20, 'consumers: none, '), plant(10, 'consumers: none, '))).toEqual([
      'compatible·L field-length-narrowed field:note.body length A6 A8',
    ]);
    expect(saidOf(plant(20, ''), plant(10, 'consumers: none, '))).toEqual([
      'breaking·H field-length-narrowed field:note.body length A6',
      'risky·H consumers-denied object:note consumers',
    ]);
  });

  it('the grades of base hold, not those that the change brings', () => {
    const grade = (risk: string): string =>
      `rules: {field-length-widened: {risk: ${risk}, reason: labels are narrow}}\n`;
    const field = (length: number): string => `objects: {lot: {fields: {nr: {length: ${length}}}}}`;
    expect(saidOf(grade('H') + field(10), grade('L') + field(12))).toEqual([
      'risky·H severity-override-lowered project:project rules.field-length-widened.risk',
      'compatible·H field-length-widened field:lot.nr length project',
    ]);
  });
});

describe('lints of both revisions', () => {
  const text = 'roles: {QA: {}}\nsystems: {A: {version: "1"}}';
  it('what both have is no change, what went is resolved', () => {
    const before = [lint('x-one', 'system:A'), lint('x-two', 'system:A')];
    const { findings } = judge(text, text.replace('"1"', '"2"'), { base: before, head: [lint('x-one', 'system:A')] });
    expect(findings.map(said)).toEqual([
      'risky·M system-version-changed system:A version',
      'compatible·L resolved:x-two system:A',
    ]);
  });

  it('a finding on a renamed element is still the same', () => {
    const head = [lint('x-one', 'role:QUAL')];
    expect(
      judge(text, text.replace('QA: {}', 'QUAL: {formerIds: [QA]}'), {
        base: [lint('x-one', 'role:QA')],
        head,
      }).findings.map(said),
    ).toEqual(['compatible·L role-renamed role:QUAL']);
  });

  it('severity gives the weight', () => {
    const head = [
      lint('x-error', 'system:A'),
      lint('x-warning', 'system:A', { severity: 'warning' }),
      lint('x-info', 'system:A', { severity: 'info' }),
    ];
    expect(judge(text, text, { head }).findings.map(said)).toEqual([
      'breaking·H introduced:x-error system:A',
      'risky·H introduced:x-warning system:A',
      'compatible·L introduced:x-info system:A',
    ]);
  });
});

describe('waivers', () => {
  const plant = (length: number, waivers: string): string =>
    `objects: {lot: {fields: {nr: {length: ${length}}}}}\n${waivers}`;
  const [open] = judge(plant(20, ''), plant(10, '')).findings;
  const EVERYBODY =
    '[{function: QA, name: Q. Unit, date: 2026-03-01, ref: CC-1}, {function: OPS, name: O. Floor, date: 2026-03-01}, {function: IT, name: I. Nett, date: 2026-03-01}]';
  const waiver = (rule: string, approved = EVERYBODY, more = ''): string => `
waivers:
  W-1:
    rule: ${rule}
    element: lot.nr
    finding: "${open?.fingerprint}"
    reason: Short numbers only.
    requestedBy: A. Author
    approved: ${approved}
    expires: 2026-05-01
${more}`;
  const all = (before: string, after: string, asOf: string): readonly Finding[] => {
    const compared = compare(before, after);
    return judgeChanges({ ...compared, lintBase: [], lintHead: [], digest: sha256, asOf }).findings;
  };
  const waived = (before: string, after: string, asOf: string): unknown => {
    const found = all(plant(20, before), plant(10, after), asOf).find(
      ({ ruleId }) => ruleId === 'field-length-narrowed',
    );
    if (found?.waiverRequest === undefined) return found?.waiver;
    return `${found.waiverRequest} ${found.waiverRequestVerdict?.accepted === true ? 'accepted' : 'asked for'}: ${found.waiverRequestVerdict?.why ?? ''}`;
  };
  const [right, wrong] = [waiver('field-length-narrowed'), waiver('field-removed')];
  const [onlyQa, nobody] = ['[{function: QA, name: Q. Unit, date: 2026-03-01}]', '[]'].map((approved) =>
    waiver('field-length-narrowed', approved),
  ) as [string, string];

  it('asks for the functions that the finding asks for', () => {
    expect(open?.approvers.approve).toEqual(['OPS', 'QA', 'IT']);
    expect(waived(onlyQa, onlyQa, '2026-04-01')).toBeUndefined();
    expect(waived('', onlyQa, '2026-04-01')).toBe(
      'W-1 asked for: Not valid: the finding asks for OPS, QA, IT, and nobody has approved it for OPS, IT.',
    );
  });

  it('one of base covers the finding until it expires', () => {
    expect(waived(right, right, '2026-05-01')).toBe('W-1');
    expect(waived(right, right, '2026-05-02')).toBeUndefined();
    expect(waived(wrong, wrong, '2026-04-01')).toBeUndefined();
  });

  it('one of head alone is accepted as a whole decision, and nothing less', () => {
    expect(waived('', right, '2026-04-01')).toBe(
      'W-1 accepted: New in this change. Approved by I. Nett (IT, 2026-03-01), O. Floor (OPS, 2026-03-01), Q. Unit (QA, 2026-03-01, CC-1) until 2026-05-01: Short numbers only.',
    );
    expect(waived('', nobody, '2026-04-01')).toBe('W-1 asked for: Not valid: nobody has approved it.');
    expect(waived('', right, '2026-05-02')).toBe('W-1 asked for: It expired on 2026-05-01.');
    expect(waived('', right.replace('rule:', 'status: draft\n    rule:'), '2026-04-01')).toBe(
      'W-1 asked for: Not valid: it is a draft.',
    );
    expect(waived(onlyQa, right, '2026-04-01')).toMatch(/^W-1 accepted/u);
  });

  it('is judged by the policy of base: what head declares about functions and life does not count', () => {
    const clerk = waiver(
      'field-length-narrowed',
      EVERYBODY.replace(']', ', {function: CLERK, name: J. Doe, date: 2026-03-01}]'),
      'roles: {CLK: {}}\napprovers: {CLERK: {roles: [CLK]}}\n',
    );
    expect(waived('', clerk, '2026-04-01')).toBe('W-1 asked for: Not valid: “CLERK” is no function of this project.');
    const long = right.replace('expires: 2026-05-01', 'expires: 2027-03-01');
    expect(waived('', `${long}gate: {maxWaiver: 10 y}\n`, '2026-04-01')).toMatch(
      /longer than 90 d after its approval/u,
    );
    expect(waived('gate: {maxWaiver: 10 y}\n', `${long}gate: {maxWaiver: 10 y}\n`, '2026-04-01')).toMatch(
      /^W-1 accepted/u,
    );
  });

  it('a new one weighs M where it is a whole decision about a finding of the comparison, and H otherwise', () => {
    const added = (after: string, before = plant(20, '')) =>
      all(before, after, '2026-04-01')
        .filter(({ ruleId }) => ruleId === 'waiver-added')
        .map((finding) => [said(finding), finding.approvers.approve]);
    expect(added(plant(10, right))).toEqual([['risky·M waiver-added waiver:W-1 rule', ['QA']]]);
    const heavy = [['risky·H waiver-added waiver:W-1', ['OPS', 'QA']]];
    expect(added(plant(10, onlyQa))).toEqual(heavy);
    expect(added(plant(10, wrong))).toEqual(heavy);
    expect(added(plant(20, right))).toEqual(heavy);
    const strict = 'rules: {waiver-added: {risk: C, reason: We never waive.}}\n';
    expect(added(strict + plant(10, right), strict + plant(20, ''))).toEqual([
      ['risky·C waiver-added waiver:W-1 project', ['OPS', 'QA']],
    ]);
  });

  it('covers nothing without a day, and one that goes is told', () => {
    expect(judge(plant(20, right), plant(10, right)).findings.map(({ waiver: id }) => id)).toEqual([undefined]);
    expect(saidOf(plant(20, right), plant(20, ''))).toEqual(['compatible·L waiver-removed waiver:W-1']);
  });

  it('may be in base before what it is about, and in head after that is gone', () => {
    const step = (content: string): string => `roles: {QA: {}, OP: {}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}${content}}}
`;
    const [without, within] = [
      step(''),
      step(', transitions: {T9: {from: Open, to: Closed, by: [QA], sign: {meaning: Closed}}}'),
    ];
    const about = (before: string, after: string): string => {
      const found = judge(before, after).findings.find(({ element }) => element.id === 'NCR.T9');
      return right
        .replace(/rule: .*/u, `rule: ${found?.ruleId ?? ''}`)
        .replace('lot.nr', 'NCR.T9')
        .replace(/finding: .*/u, `finding: "${found?.fingerprint ?? ''}"`);
    };
    const loose = (before: string, after: string) =>
      judgeChanges({ ...compare(before, after), lintBase: [], lintHead: [], digest: sha256, asOf: '2026-04-01' })
        .findings.filter(({ element }) => element.id === 'NCR.T9')
        .map(({ waiver: id, waiverRequestVerdict }) => id ?? waiverRequestVerdict);
    const [coming, going] = [about(without, within), about(within, without)];
    expect(loose(without + coming, within + coming)).toEqual(['W-1']);
    expect(loose(within + going, without + going)).toEqual(['W-1']);
    expect(loose(within, without + going)).toEqual([
      { accepted: true, why: expect.stringContaining('New in this change.') },
    ]);
    const other = within.replace('by: [QA], sign: {meaning: Closed}', 'by: [OP]');
    expect(loose(without + coming, other + coming)).toEqual([undefined]);
  });
});

describe('fingerprints of what came or went', () => {
  const SHELL = 'roles: {QA: {}, OP: {}}\n';
  const lifecycle = (transitions: string, title = 'Review', comment = ''): string =>
    `${SHELL}${comment}lifecycles: {NCR: {title: ${title}, initial: Open, states: {Open: open, Closed: closed}, transitions: {${transitions}}}}`;
  const TAME = 'T1: {from: Open, to: Closed, by: [QA], sign: {meaning: Closed}}';
  const fingerprints = (before: string, after: string): readonly string[] =>
    judge(before, after)
      .findings.filter(({ attribute }) => attribute === '')
      .map(({ fingerprint }) => fingerprint);

  it.each<readonly [string, string, string, string]>([
    ['a part that came', lifecycle(''), lifecycle(TAME), lifecycle('T1: {from: Open, to: Closed, by: anyone}')],
    ['an element that came, by a part of it', SHELL, lifecycle(TAME), lifecycle(TAME.replace('[QA]', '[QA, OP]'))],
    [
      'an element without a rule of its own',
      SHELL,
      `${SHELL}systems: {A: {version: "1"}}`,
      `${SHELL}systems: {A: {version: "2"}}`,
    ],
  ])('hold the content of %s', (_, without, tame, wild) => {
    expect(fingerprints(without, tame)).not.toEqual(fingerprints(without, wild));
    expect(fingerprints(tame, without)).not.toEqual(fingerprints(wild, without));
    expect(fingerprints(without, tame)).toEqual(fingerprints(without, tame));
  });

  it('hold no words for readers, no order and no layout', () => {
    const one = fingerprints(SHELL, lifecycle(TAME));
    expect(one).toHaveLength(1);
    expect(fingerprints(SHELL, lifecycle(TAME, 'Another title', '# a comment\n'))).toEqual(one);
    const turned =
      'T1: {title: Close it, description: In words, sign: {meaning: Closed}, by: QA, to: Closed, from: [Open]}';
    expect(fingerprints(SHELL, lifecycle(turned))).toEqual(one);
  });
});

describe('grouping', () => {
  it('an added element weighs as much as the heaviest of its parts', () => {
    const { findings } = judge(SYSTEMS, `${SYSTEMS}${GATE}`);
    const inventory = findings.find(({ element }) => element.id === 'INV');
    expect(inventory && said(inventory)).toBe('risky·C lifecycle-added lifecycle:INV grouping');
    expect(inventory?.raisedBy).toEqual([
      { id: 'grouping', reason: 'transition-added on INV.T1 (INV.T1 leads into a released state)' },
    ]);
    expect(inventory?.reason).toMatch(/With it: 2 states and 2 transitions\.$/u);
    expect(inventory?.parts?.map(({ id }) => id)).toEqual(['INV.QI', 'INV.Released', 'INV.T1', 'INV.T2']);
  });

  const EXAMPLES = CHANGE_RULES.flatMap(({ examples }) => examples);
  const rank = (findings: readonly Finding[]): readonly number[] => [
    Math.max(-1, ...findings.map(({ class: verdict }) => classRank(verdict))),
    Math.max(-1, ...findings.map(({ risk }) => riskRank(risk))),
  ];
  const elements = (findings: readonly Finding[], risk: string): readonly string[] =>
    [
      ...new Set(
        findings
          .filter((finding) => finding.risk === risk)
          .flatMap(({ element, parts }) => [element, ...(parts ?? [])])
          .map(({ kind, id }) => `${kind}:${id}`),
      ),
    ].toSorted();

  it('never changes the highest class and risk, and loses no critical element', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EXAMPLES), fc.constantFrom(...EXAMPLES), (one, other) => {
        const context = changeContext(compare(one.before, other.after));
        const raws = adjustFindings(runChangeRules(CHANGE_RULES, context, sha256), context);
        const before = raws.map(({ finding }) => finding);
        const after = groupFindings(raws).map(({ finding }) => finding);
        expect(rank(after)).toEqual(rank(before));
        expect(elements(after, 'C')).toEqual(expect.arrayContaining([...elements(before, 'C')]));
        expect(after.length).toBe(raws.filter(({ within }) => within === undefined).length);
      }),
      { numRuns: 60 },
    );
  });

  it('judges nothing between a revision and itself, and something wherever the meaning differs', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EXAMPLES), fc.constantFrom(...EXAMPLES), (one, other) => {
        expect(judge(one.before, one.before)).toMatchObject({ findings: [], class: 'NONE', counts: { total: 0 } });
        const compared = compare(one.before, other.after);
        const { findings } = judgeChanges({ ...compared, lintBase: [], lintHead: [], digest: sha256 });
        const { deltas, identities, reformatted } = compared.diff;
        expect(findings.length > 0).toBe(deltas.length + identities.length + reformatted.length > 0);
        for (const delta of deltas) {
          const keys =
            delta.action === 'changed'
              ? [delta.before.key, delta.after.key]
              : [delta.action === 'added' ? delta.after.key : delta.before.key];
          expect(findings.filter(({ element }) => keys.includes(`${element.kind}:${element.id}`))).not.toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the class of a comparison', () => {
  const of = (...pairs: readonly [Finding['class'], Finding['risk']][]): string =>
    comparisonClass(pairs.map(([verdict, risk]) => ({ class: verdict, risk }) as Finding));
  it('follows from its worst finding', () => {
    expect(of()).toBe('NONE');
    expect(of(['editorial', undefined])).toBe('COSMETIC');
    expect(of(['editorial', undefined], ['compatible', 'L'])).toBe('MINOR');
    expect(of(['risky', 'M'])).toBe('MINOR');
    expect(of(['risky', 'H'])).toBe('MAJOR');
    expect(of(['breaking', 'L'])).toBe('MAJOR');
    expect(of(['compatible', 'L'], ['risky', 'C'])).toBe('CRITICAL');
  });
});
