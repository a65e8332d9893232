import { describe, expect, it } from 'vitest';
import type { SpecModel } from '../../../src/core/model/spec-model.ts';
import type { LintFinding } from '../../../src/core/rules/finding.ts';
import { inWords, lintProject } from './lint/lint-project.ts';

const DECIMAL = 'objects: {lot: {fields: {quantity: {type: decimal}}}}';
const CUT = `
  systems: {ERP: {}, MES: {}}
  interfaces: {IF-1: {from: ERP, to: MES, critical: false, fields: {note: {from: note, source: {length: 50}, type: string, length: 35}}}}`;

/** The rules that both specs are about; what else a plant should say of them has tests of its own. */
const ABOUT: readonly string[] = ['unit-missing', 'mapping-truncation'];

const found = (
  spec: string,
  options: Parameters<typeof lintProject>[1],
  rules: readonly string[] = ABOUT,
): readonly LintFinding[] => lintProject(spec, options).findings.filter(({ ruleId }) => rules.includes(ruleId));
const severities = (spec: string, project?: string, policy?: SpecModel): readonly string[] =>
  found(spec, { project, ...(policy === undefined ? {} : { policy }) }).map(({ severity }) => severity);
const line = (finding: LintFinding): string => `${finding.ruleId} ${inWords(finding)}`;

describe('how much a finding weighs', () => {
  it.each([
    [undefined, ['error']],
    ['profile: gxp', ['error']],
    ['profile: project', ['warning']],
    ['profile: sketch', []],
  ])('an expectation under %s', (project, expected) => {
    expect(severities(DECIMAL, project)).toEqual(expected);
  });

  it.each(['profile: gxp', 'profile: project', 'profile: sketch'])(
    'a contradiction is an error under %s',
    (project) => {
      expect(severities(CUT, project)).toEqual(['error']);
    },
  );

  it.each([
    ['ignore', []],
    ['info', ['info']],
    ['warning', ['warning']],
    ['error', ['error']],
  ])('the project grades a rule as %s, whatever the profile', (severity, expected) => {
    const rules = `rules: {mapping-truncation: {severity: ${severity}, reason: r}, unit-missing: {severity: ${severity}, reason: r}}`;
    expect(severities(CUT, rules)).toEqual(expected);
    expect(severities(DECIMAL, `${rules}\nprofile: sketch`)).toEqual(expected);
  });

  it('a change class for a rule says nothing about its severity', () => {
    expect(severities(CUT, 'rules: {mapping-truncation: {risk: L, reason: r}}')).toEqual(['error']);
  });

  it('drafts are reported, not gated; what is retired is left alone, with all of its parts', () => {
    const cut = (status: string): string => CUT.replace('critical: false', `critical: false, status: ${status}`);
    expect(severities(cut('draft'))).toEqual(['warning']);
    expect(severities(cut('retired'))).toEqual([]);
    expect(severities(cut('effective'))).toEqual(['error']);
  });

  it('a gate judges head by the profile and rules of base', () => {
    const strict = lintProject(DECIMAL, { project: 'profile: gxp' }).model;
    expect(severities(DECIMAL, 'profile: sketch')).toEqual([]);
    expect(severities(DECIMAL, 'profile: sketch', strict)).toEqual(['error']);
  });
});

describe('the identity of a finding', () => {
  const fingerprints = (spec: string): readonly string[] => found(spec, {}).map(({ fingerprint }) => fingerprint);

  it('knows neither place, order nor spelling', () => {
    const moved = `
      # moved, quoted and reordered
      interfaces:
        IF-1:
          critical: false
          to: [MES]
          from: "ERP"
          fields:
            note:
              length: 35
              type: string
              source:
                length: 50
              from: [note]
      systems: {MES: {}, ERP: {title: Stock system}}`;
    expect(fingerprints(CUT)).toHaveLength(1);
    expect(fingerprints(moved)).toEqual(fingerprints(CUT));
    const all = (text: string): readonly string[] =>
      lintProject(text)
        .findings.map(({ fingerprint }) => fingerprint)
        .toSorted();
    expect(all(moved)).toEqual(all(CUT));
  });

  it.each([
    ['another length at the sender', 'length: 50', 'length: 51'],
    ['another length at arrival', 'length: 35', 'length: 34'],
    ['another element', 'note: {from', 'remark: {from'],
  ])('is another one for %s', (_, from, to) => {
    expect(fingerprints(CUT.replace(from, to))).not.toEqual(fingerprints(CUT));
    expect(fingerprints(CUT.replace(from, to))).toHaveLength(1);
  });
});

describe('order', () => {
  it('is worst first, then by place', () => {
    const spec = `
      systems: {ERP: {}, MES: {}}
      interfaces: {IF-1: {from: ERP, to: MES}}
      objects: {lot: {fields: {b: {type: decimal}, a: {type: decimal}}}}
      sets: {BLOCK: {of: NCR, effect: blocks, members: [A], unknown: out}}
      lifecycles: {NCR: {initial: A, states: {A: open, B: open}}}`;
    const rules = [
      'critical-element-without-requirement',
      'state-set-not-total',
      'unit-missing',
      'value-map-fallback-permissive',
    ];
    expect(found(spec, {}, rules).map(line)).toEqual([
      'unit-missing 3:36 error lot.b: Nothing says in which unit lot.b is measured.',
      'unit-missing 3:56 error lot.a: Nothing says in which unit lot.a is measured.',
      'state-set-not-total 4:50 error BLOCK: BLOCK blocks A, but not B (class open): what the list does not name counts as out.',
      'value-map-fallback-permissive 4:64 error BLOCK: BLOCK blocks, and a status of NCR that it does not name counts as out: today that is B.',
      'critical-element-without-requirement 2:14 warning IF-1: No requirement asks for interface IF-1.',
    ]);
  });
});

describe('a small sketch', () => {
  const SKETCH = `
    systems: {QMS: {title: Quality system}, ERP: {title: Stock system}}
    lifecycles:
      NCR:
        system: QMS
        initial: Open
        states: {Open: open, Closed: closed}
        transitions: {close: {from: Open, to: Closed, emits: IF-1, sign: {meaning: NCR closed}}}
      STOCK:
        system: ERP
        initial: Blocked
        states: {Blocked: held, Released: released}
        transitions: {release: {from: Blocked, to: Released, receives: IF-1}}
    interfaces:
      IF-1: {from: QMS, to: ERP, pattern: event, fields: {ncr_status: {from: NCR}}}
    invariants:
      R1: {title: Nothing is released with an open NCR, never: {STOCK: Released, NCR: Open}}`;

  it('has nothing to mend', () => {
    expect(lintProject(SKETCH, { project: 'profile: sketch' }).findings.map(line)).toEqual([]);
  });

  it('shows what is expected of it once it is regulated', () => {
    expect(lintProject(SKETCH).findings.map(line)).toMatchInlineSnapshot(`
      [
        "signature-not-bound 1:1 error project: NCR.close is signed, and the project does not say how a signature is tied to its record, nor that name, time and meaning are shown with it.",
        "transition-without-actor 7:19 error NCR.close: Nothing says who or what performs NCR.close.",
        "signature-meaning-missing 7:80 error NCR.close: The signature “NCR closed” of NCR.close is bound to no record.",
        "signature-meaning-missing 7:80 error NCR.close: The signature “NCR closed” of NCR.close names no signer.",
        "hold-without-exit 11:14 error STOCK.Blocked: STOCK.Blocked (class held) can be lifted, but nothing can be rejected from it.",
        "state-dead-end 11:29 error STOCK.Released: Nothing leaves STOCK.Released (class released), and a record may not stay there.",
        "usable-without-open-issue-guard 12:48 error STOCK.release: STOCK.release leads from Blocked to Released (class released) without a condition.",
        "usable-without-signature 12:48 error STOCK.release: STOCK.release leads from Blocked to Released (class released) and asks for no signature.",
        "usable-by-automation 12:68 error STOCK.release: STOCK.release leads from Blocked to Released (class released), and the message IF-1 can start it: nobody decides, and no \`rationale\` says why.",
        "interface-downtime-undefined 14:3 error IF-1: IF-1 does not say what happens while the other end is down.",
        "interface-exception-uncovered 14:3 error IF-1: IF-1 is critical, and nothing treats a cancellation.",
        "interface-exception-uncovered 14:3 error IF-1: IF-1 is critical, and nothing treats a correction by hand.",
        "interface-exception-uncovered 14:3 error IF-1: IF-1 is critical, and nothing treats a message that comes late or is overtaken.",
        "interface-exception-uncovered 14:3 error IF-1: IF-1 is critical, and nothing treats a message that comes twice.",
        "interface-exception-uncovered 14:3 error IF-1: IF-1 is critical, and nothing treats a message that is refused.",
        "interface-exception-uncovered 14:3 error IF-1: IF-1 is critical, and nothing treats an outage of the other end.",
        "interface-exception-uncovered 14:3 error IF-1: IF-1 is critical, and nothing treats an unknown outcome.",
        "interface-exception-uncovered 14:3 error IF-1: IF-1 is critical, and nothing treats bad master data.",
        "sync-failure-undefined 14:3 error IF-1: IF-1 carries the status NCR, and does not say what happens when ERP misses it, or when ERP has no step for it in the state it is in.",
        "interface-error-path-missing 14:9 error IF-1: IF-1 is critical and does not say what happens to a message that is refused and a message of which nobody knows whether it arrived.",
        "interface-ordering-undeclared 14:9 error IF-1: IF-1 carries a status (ncr_status) and does not say whether the order of messages is kept.",
        "interface-unauthenticated 14:9 error IF-1: IF-1 is critical and does not say how its data are protected on their way.",
        "critical-element-without-requirement 7:19 warning NCR.close: No requirement asks for transition NCR.close.",
        "critical-element-without-requirement 12:19 warning STOCK.release: No requirement asks for transition STOCK.release.",
        "critical-element-without-requirement 14:3 warning IF-1: No requirement asks for interface IF-1.",
        "interface-reconciliation-missing 14:3 warning IF-1: IF-1 is critical and carries ncr_status, but no reconciliation finds what it loses.",
        "mapping-write-mode-undeclared 14:3 warning IF-1: No mapped field of IF-1 says what the receiver does to a value that is there.",
      ]
    `);
  });
});
