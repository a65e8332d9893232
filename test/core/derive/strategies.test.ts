import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { INSTALLATION_STRATEGIES, STRATEGIES } from '../../../src/core/derive/strategies/index.ts';
import { UNDERIVED } from '../../../src/core/derive/underived.ts';
import { caseProving, derive, plantOf } from './derive-texts.ts';

describe('the register of strategies', () => {
  it('holds one strategy for each file of the folder', () => {
    const files = readdirSync(fileURLToPath(new URL('../../../src/core/derive/strategies', import.meta.url)));
    const named = [
      ...STRATEGIES.map(({ type }) => `${type.toLowerCase()}.ts`),
      ...INSTALLATION_STRATEGIES.map(({ type }) => `iq-${type.toLowerCase()}.ts`),
    ];
    expect(files.filter((file) => file !== 'index.ts' && file !== 'strategy.ts').sort()).toEqual(named.sort());
  });

  it('and the list of what is not derived leave no type unanswered and answer none twice', () => {
    const derived = new Set<string>([...STRATEGIES, ...INSTALLATION_STRATEGIES].map(({ type }) => type));
    expect(Object.keys(UNDERIVED).filter((type) => derived.has(type))).toEqual([]);
    const exclusions = derive(plantOf('systems: {A: {}}')).exclusions.map(({ rule }) => rule);
    expect(Object.keys(UNDERIVED).filter((type) => !exclusions.includes(type as 'BND'))).toEqual([]);
  });
});

const DESK = `
systems: {QMS: {}, ERP: {}}
roles: {BOSS: {}, CLERK: {}, DEPUTY: {inherits: BOSS}, BOT: {kind: service}}
`;

describe('what is said is taken at its word', () => {
  it('negative: {notApplicable} and negative: false are exclusions with their reason', () => {
    const { obligations, exclusions } = derive(
      plantOf(`${DESK}
lifecycles:
  A:
    system: QMS
    initial: Open
    states: {Open: open, Closed: closed}
    transitions:
      T1: {from: Open, to: Closed, by: BOSS, when: {fact: it is done}, negative: {notApplicable: one user only}}
      T2: {from: Closed, to: Open, by: BOSS, negative: false}
`),
    );
    expect(
      obligations.map(({ type }) => type).filter((type) => ['ILL', 'GRD', 'ROL'].includes(type) && type !== 'ROL'),
    ).toEqual([]);
    expect(
      exclusions
        .filter(({ element }) => element.includes('A'))
        .map(({ rule, what, reason }) => `${rule} ${what}: ${reason}`)
        .filter((text) => /^(ILL|GRD|ROL Roles)/u.test(text)),
    ).toEqual([
      'GRD Conditions of A.T1 not met: The specification says so: one user only',
      'ILL T1 refused in A Closed: The specification says so: one user only',
      'ILL T2 refused in A Open: The specification says negative: false, without a reason.',
      'ROL Roles that A.T1 refuses: The specification says so: one user only',
      'ROL Roles that A.T2 refuses: The specification says negative: false, without a reason.',
    ]);
  });

  it('a role that inherits the right is not refused; a machine step refuses everybody', () => {
    const { obligations } = derive(
      plantOf(`${DESK}
lifecycles:
  A:
    system: QMS
    initial: Open
    states: {Open: open, Closed: closed}
    transitions:
      T1: {from: Open, to: Closed, by: BOSS}
      T2: {from: Closed, to: Open, auto: true, as: BOT, when: {fact: a month has begun}}
`),
    );
    const refused = (id: string) =>
      obligations
        .filter(({ semanticKey }) => semanticKey.startsWith(`ROL|${id}|`))
        .map(({ semanticKey }) => semanticKey.split('|')[2]);
    expect(refused('A.T1')).toEqual(expect.arrayContaining(['CLERK', 'no role']));
    expect(refused('A.T1')).toHaveLength(2);
    expect(refused('A.T2')).toEqual(expect.arrayContaining(['BOSS', 'CLERK', 'DEPUTY', 'no role']));
    expect(refused('A.T2')).toHaveLength(4);
  });

  it('what nobody declared is loud, in a script or as an exclusion, and never made up', () => {
    const derivation = derive(
      plantOf(`
systems: {QMS: {}, ERP: {}}
lifecycles:
  A:
    states: {Open: open, Closed: closed}
    transitions: {T1: {from: Open, to: Closed, emits: IF-1}}
interfaces: {IF-1: {from: QMS, to: ERP, fields: {status: {from: A}, note: {from: remark, type: text}}}}
`),
    );
    const positive = caseProving(derivation, 'POS|A.T1|Open|not declared');
    expect(positive.accounts).toEqual([{ account: 'starter1', role: 'NOT DECLARED: role that starts A.T1' }]);
    expect(positive.prerequisites[0]).toBe('NOT DECLARED: how a record of A begins; place it in Open and write how.');
    expect(positive.steps[0]?.system).toBe('NOT DECLARED: system of A');
    const said = derivation.exclusions.filter(
      ({ element }) =>
        element.startsWith('interface:') || element.startsWith('mapping:') || element.startsWith('transition:'),
    );
    expect(said.map(({ rule, reason }) => `${rule} ${reason}`)).toEqual([
      'DUP NOT DECLARED: key by which a repeat is recognised (delivery.key).',
      'DWN NOT DECLARED: what holds while an end is down (whenDown); no behaviour can be expected.',
      'ENM A declares no deprecated code.',
      'ORD NOT DECLARED: order of messages (delivery.order).',
      'ROL NOT DECLARED: who or what starts it; so nobody can be said to be refused.',
      'TXT NOT DECLARED: length; without it there is no boundary to test.',
    ]);
  });

  it('an example that contradicts its own factor is not run', () => {
    const derivation = derive(
      plantOf(`
systems: {A: {}, B: {}}
conversions: {UC: {from: lb, to: kg, factor: 0.45359237, decimals: 2, rounding: half-up, examples: [{in: 1, out: 0.45}, {in: 2, out: 0.9}]}}
interfaces: {IF-1: {from: A, to: B, fields: {mass: {from: mass, type: decimal, unit: kg, conversion: UC, source: {unit: lb, decimals: 1}}}}}
`),
    );
    const steps = caseProving(derivation, 'UOM|IF-1.mass|example 1').steps.map(({ expected }) => expected);
    expect(steps.filter((text) => text.startsWith('The specification contradicts itself'))).toEqual([
      'The specification contradicts itself: it declares 0.9, its own factor and rounding give 0.91. Do not run this step; raise a deviation against the specification.',
    ]);
  });
});

describe('an installation', () => {
  it('is checked for what is declared, and what is not declared is left open', () => {
    const { checks } = derive(
      plantOf(`
systems:
  BUS:
    version: "4.9"
    clock: {source: NTP, maxDrift: 5 s}
    environments:
      PROD: {host: bus.example, config: {retry max: 3}}
  QMS: {}
valueMaps: {VM: {map: {A: P, B: Q}, unknown: reject, deployedIn: BUS}}
`),
    );
    const rows = checks.map(
      ({ type, item, attribute, expected }) => `${type} ${item} ${attribute}: ${expected ?? '(not declared)'}`,
    );
    expect(rows).toEqual([
      'CFG BUS PROD retry max: 3',
      'CLK BUS PROD largest drift: 5 s',
      'CLK BUS PROD shown zone: (not declared)',
      'CLK BUS PROD stored zone: (not declared)',
      'CLK BUS PROD time source: NTP',
      'CLK QMS (no environment declared) largest drift: (not declared)',
      'CLK QMS (no environment declared) shown zone: (not declared)',
      'CLK QMS (no environment declared) stored zone: (not declared)',
      'CLK QMS (no environment declared) time source: (not declared)',
      'IDN BUS PROD host: bus.example',
      'IDN BUS PROD owners: (not declared)',
      'IDN QMS (no environment declared) host: (not declared)',
      'IDN QMS (no environment declared) owners: (not declared)',
      // printf 'A;P\nB;Q\n' | sha256sum
      'MAP VM in BUS PROD SHA-256 of the rows: 72630cd8be402a0cfc353b461a9c245de360a0b8aac9bb330c7872a6e65525b9',
      'MAP VM in BUS PROD a source that the map does not hold is: reject',
      'MAP VM in BUS PROD row count: 2',
      'MAP VM in BUS PROD rows: A;P | B;Q',
      'VRS BUS PROD build: (not declared)',
      'VRS BUS PROD platform: (not declared)',
      'VRS BUS PROD version: 4.9',
      'VRS QMS (no environment declared) build: (not declared)',
      'VRS QMS (no environment declared) platform: (not declared)',
      'VRS QMS (no environment declared) version: (not declared)',
    ]);
  });
});
