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
    // What each of them says, and how often, is told by its own examples.
    const asked = lintProject(SKETCH).findings.map(
      ({ ruleId, severity, element }) => `${ruleId} ${severity} ${element?.id ?? ''}`,
    );
    expect([...new Set(asked)]).toEqual([
      'signature-not-bound error project',
      'transition-without-actor error NCR.close',
      'signature-meaning-missing error NCR.close',
      'hold-without-exit error STOCK.Blocked',
      'state-dead-end error STOCK.Released',
      'usable-without-open-issue-guard error STOCK.release',
      'usable-without-signature error STOCK.release',
      'usable-by-automation error STOCK.release',
      'interface-downtime-undefined error IF-1',
      'interface-exception-uncovered error IF-1',
      'sync-failure-undefined error IF-1',
      'interface-error-path-missing error IF-1',
      'interface-ordering-undeclared error IF-1',
      'interface-unauthenticated error IF-1',
      'critical-element-without-requirement warning NCR.close',
      'critical-element-without-requirement warning STOCK.release',
      'critical-element-without-requirement warning IF-1',
      'interface-reconciliation-missing warning IF-1',
      'mapping-write-mode-undeclared warning IF-1',
    ]);
  });
});
