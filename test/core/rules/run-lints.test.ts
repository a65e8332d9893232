import { describe, expect, it } from 'vitest';
import { inWords, lintProject } from './lint/lint-project.ts';

const DECIMAL = 'objects: {lot: {fields: {quantity: {type: decimal}}}}';
const CUT = `
  systems: {ERP: {}, MES: {}}
  interfaces: {IF-1: {from: ERP, to: MES, critical: false, fields: {note: {from: note, source: {length: 50}, type: string, length: 35}}}}`;

const lines = (spec: string, project?: string): readonly string[] =>
  lintProject(spec, { project }).findings.map((finding) => `${finding.ruleId} ${inWords(finding)}`);
const severities = (spec: string, project?: string): readonly string[] =>
  lintProject(spec, { project }).findings.map(({ severity }) => severity);

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
    expect(lintProject(DECIMAL, { project: 'profile: sketch' }).findings).toEqual([]);
    expect(
      lintProject(DECIMAL, { project: 'profile: sketch', policy: strict }).findings.map(({ severity }) => severity),
    ).toEqual(['error']);
  });
});

describe('the identity of a finding', () => {
  const fingerprints = (spec: string): readonly string[] =>
    lintProject(spec).findings.map(({ fingerprint }) => fingerprint);

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
    expect(fingerprints(moved)).toEqual(fingerprints(CUT));
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
    expect(lines(spec)).toEqual([
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
    expect(lines(SKETCH, 'profile: sketch')).toEqual([]);
  });

  it('shows what is expected of it once it is regulated', () => {
    expect(lines(SKETCH)).toEqual([
      'transition-without-actor 7:19 error NCR.close: Nothing says who or what performs NCR.close.',
      'signature-meaning-missing 7:80 error NCR.close: The signature “NCR closed” of NCR.close is bound to no record.',
      'signature-meaning-missing 7:80 error NCR.close: The signature “NCR closed” of NCR.close names no signer.',
      'state-dead-end 11:29 error STOCK.Released: Nothing leaves STOCK.Released (class released), and a record may not stay there.',
      'usable-without-signature 12:48 error STOCK.release: STOCK.release leads from Blocked to Released (class released) and asks for no signature.',
      'critical-element-without-requirement 7:19 warning NCR.close: No requirement asks for transition NCR.close.',
      'critical-element-without-requirement 12:19 warning STOCK.release: No requirement asks for transition STOCK.release.',
      'critical-element-without-requirement 14:3 warning IF-1: No requirement asks for interface IF-1.',
    ]);
  });
});
