import { beforeAll, describe, expect, it } from 'vitest';

import { bannedPhrasesIn } from '../../../src/core/derive/banned-words.ts';
import type { Derivation } from '../../../src/core/derive/test-case.ts';
import { derive, northmoor, plantOf, type Plant } from './derive-texts.ts';

describe.each(['v1.0.0', 'cr-2041', 'v2.0.1', 'cr-2057'])('everything derived from %s', (tag) => {
  let plant: Plant;
  let derivation: Derivation;
  beforeAll(async () => {
    plant = await northmoor(tag);
    derivation = derive(plant);
  }, 60_000);

  it('has cases of 3 to 15 steps, numbered in tens', () => {
    const odd = derivation.cases.filter(
      ({ steps }) =>
        steps.length < 3 || steps.length > 15 || steps.some(({ number }, position) => number !== (position + 1) * 10),
    );
    expect(odd.map(({ id, steps }) => `${id}: ${steps.length}`)).toEqual([]);
  });

  it('says in every step what to do, what to see and what to write', () => {
    const empty = derivation.cases.flatMap(({ id, steps }) =>
      steps
        .filter((step) => [step.system, step.action, step.expected, step.record].some((text) => text.trim() === ''))
        .map(({ number }) => `${id}/${number}`),
    );
    expect(empty).toEqual([]);
  });

  it('uses none of the banned phrases', () => {
    const texts = derivation.cases.flatMap((one) => [
      one.title,
      one.objective,
      ...one.prerequisites,
      ...one.testData,
      ...one.cleanUp,
      ...one.steps.flatMap(({ action, expected, record }) => [action, expected, record]),
    ]);
    const checks = derivation.checks.flatMap(({ item, attribute, method }) => [item, attribute, method]);
    const reasons = derivation.exclusions.flatMap(({ what, reason }) => [what, reason]);
    const found = [...texts, ...checks, ...reasons].flatMap((text) =>
      bannedPhrasesIn(text).map(({ phrase }) => `${phrase}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('holds no leftover of a missing value', () => {
    const text = JSON.stringify(derivation);
    expect(text).not.toMatch(/undefined|\[object|NaN|null/u);
  });

  it('proves every obligation in exactly one case, and no case proves what is no obligation', () => {
    const proved = derivation.cases.flatMap(({ obligations }) => obligations);
    expect([...proved].sort()).toEqual(derivation.obligations.map(({ id }) => id).sort());
  });

  it('has an id of its own for each obligation, case and check', () => {
    for (const list of [derivation.obligations, derivation.cases, derivation.checks]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }
    expect(derivation.obligations.every(({ id }) => /^OQ-[^ ]+-[A-Z]{3}-[0-9A-HJKMNP-TV-Z]{5,}$/u.test(id))).toBe(true);
  });

  it('gives every case an initial state, test data marked as such, and a clean-up', () => {
    const bare = derivation.cases.filter(
      (one) => one.initialState.length === 0 || one.cleanUp.length === 0 || one.support.length === 0,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
    const unmarked = derivation.cases
      .flatMap(({ testData }) => testData)
      .filter((text) => text.startsWith('TEST-') && !/prepared/u.test(text));
    expect(unmarked).toEqual([]);
  });

  it('names only elements that exist', () => {
    const keys = [
      ...derivation.cases.flatMap(({ support, element }) => [...support, element]),
      ...derivation.checks.map(({ element }) => element),
      ...derivation.exclusions.map(({ element }) => element),
    ];
    const unknown = [...new Set(keys)].filter(
      (key) => !plant.model.elements.has(key) && plant.model.project?.key !== key,
    );
    expect(unknown).toEqual([]);
  });
});

it('a corrected title changes no script, no hash and no id', () => {
  const titled = (word: string): Plant =>
    plantOf(`
systems: {QMS: {title: ${word} system}, MES: {title: ${word} execution}}
roles: {BOSS: {title: ${word} boss}, CLERK: {description: ${word} clerk}}
objects: {ncr: {title: ${word} report, fields: {kind: {title: ${word} kind, type: code, codes: KIND}}}}
codes: {KIND: {title: ${word} kinds, values: {A: ${word} first, B: ${word} second}}}
sets: {DONE: {title: ${word} done, of: NCR, members: Closed, unknown: out}}
lifecycles:
  NCR:
    title: ${word} life
    object: ncr
    system: QMS
    initial: Open
    states: {Open: {class: open, title: ${word} open}, Closed: closed}
    transitions:
      T1: {title: ${word} closing, from: Open, to: Closed, by: BOSS, fills: {ncr.kind: any}, when: {field: ncr.kind, in: [A, B]}, sign: {meaning: Closed}, emits: IF-1}
  LOT:
    system: MES
    initial: Held
    states: {Held: held, Free: active}
    transitions: {T1: {from: Held, to: Free, receives: {message: IF-1, NCR: {in: DONE}}}}
interfaces:
  IF-1: {title: ${word} carrier, from: QMS, to: MES, latency: 60 s, fields: {status: {title: ${word} status, from: NCR, type: code, uses: DONE}}}
`);
  const said = ({ obligations, cases, checks }: Derivation): unknown => ({
    obligations,
    cases: cases.map(({ id, caseHash, elementHash }) => [id, caseHash, elementHash]),
    checks,
  });
  const before = derive(titled('Old'));
  expect(before.cases.length).toBeGreaterThan(10);
  expect(said(derive(titled('New')))).toEqual(said(before));
});
