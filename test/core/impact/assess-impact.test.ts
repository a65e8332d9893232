import { describe, expect, it } from 'vitest';

import { deriveTests } from '../../../src/core/derive/derive-tests.ts';
import { assessImpact } from '../../../src/core/impact/assess-impact.ts';
import type { Assessment } from '../../../src/core/impact/impact.ts';
import { judgeChanges } from '../../../src/core/rules/judge.ts';
import { runLints } from '../../../src/core/rules/run-lints.ts';
import { compareLanguages } from '../../../src/io/pattern-languages.ts';
import { compare, sha256 } from '../rules/small-project.ts';

const PLANT = `
departments: {QA: {function: quality}}
systems: {QMS: {}, ERP: {}}
roles: {QA_RELEASE: {department: QA}}
objects: {lot: {}, ncr: {of: lot}}
lifecycles:
  NCR:
    object: ncr
    system: QMS
    initial: Open
    states: {Open: open, Closed: closed}
    transitions:
      close: {from: Open, to: Closed, by: QA_RELEASE, emits: IF-1}
  STOCK:
    object: lot
    system: ERP
    initial: Quarantine
    states: {Quarantine: quarantine, Released: released}
    transitions:
      release: {from: Quarantine, to: Released, by: QA_RELEASE, sign: {meaning: Released}, when: {none: ncr, copy: IF-1, NCR: {in: BLOCKING}}}
  LABEL:
    initial: Blank
    states: {Blank: pre, Printed: terminal}
    transitions:
      print: {from: Blank, to: Printed, by: QA_RELEASE}
sets: {BLOCKING: {of: NCR, members: [Open], effect: blocks, unknown: in}}
interfaces:
  IF-1: {from: QMS, to: ERP, pattern: event, fields: {status: {from: NCR, uses: [BLOCKING]}}}
requirements:
  URS-1: {text: Stock is released only without an open report., satisfiedBy: [STOCK.release]}
  URS-2: {text: Labels are printed once., satisfiedBy: [LABEL.print]}
`;

function assess(before: string, after: string): Assessment {
  const { base, head, diff, graphBase, graphHead } = compare(before, after);
  const lint = (model: typeof base, graph: typeof graphBase) =>
    runLints({ model, graph, digest: sha256, asOf: '2026-03-02' });
  const { findings, class: comparisonClass } = judgeChanges({
    base,
    head,
    diff,
    graphBase,
    graphHead,
    lintBase: lint(base, graphBase),
    lintHead: lint(head, graphHead),
    digest: sha256,
    compareLanguages,
    asOf: '2026-03-02',
  });
  const derivation = {
    base: deriveTests({ model: base, graph: graphBase, digest: sha256 }),
    head: deriveTests({ model: head, graph: graphHead, digest: sha256 }),
  };
  return assessImpact({
    base: { model: base, graph: graphBase },
    head: { model: head, graph: graphHead },
    findings,
    class: comparisonClass,
    derivation,
  });
}

const routes = (assessment: Assessment) => assessment.impacts.map(({ route, action }) => `${route}: ${action}`);

describe('assessImpact', () => {
  it('reaches nothing when nothing changed', () => {
    expect(assess(PLANT, PLANT)).toMatchObject({ class: 'NONE', impacts: [], approvers: [] });
  });

  it('follows a weakened set to the guard that reads it, and from there, judged itself, to the requirement behind', () => {
    const after = PLANT.replace('unknown: in', 'unknown: out');
    expect(routes(assess(PLANT, after))).toEqual([
      'transition STOCK.release → (belongs to) lifecycle STOCK: assess',
      'set BLOCKING → (is carried by) mapping IF-1.status: re-run',
      'transition STOCK.release → (realises) requirement URS-1: re-confirm',
      'set BLOCKING → (is carried by) mapping IF-1.status → (belongs to) interface IF-1: re-run',
    ]);
  });

  it('follows a new state through the lifecycle to everybody who reads the lifecycle', () => {
    const after = PLANT.replace('{Open: open, Closed: closed}', '{Open: open, Review: open, Closed: closed}').replace(
      'from: Open, to: Closed',
      'from: [Open, Review], to: Closed',
    );
    expect(assess(PLANT, after).impacts.map(({ element }) => element)).toEqual([
      'interface:IF-1',
      'lifecycle:NCR',
      'mapping:IF-1.status',
      'set:BLOCKING',
      'transition:STOCK.release',
      'lifecycle:STOCK',
      'requirement:URS-1',
    ]);
  });

  it('follows what the change cuts off: a message that is no longer sent concerns whoever waited for it', () => {
    const reached = assess(PLANT, PLANT.replace(', emits: IF-1', '')).impacts.map(({ element }) => element);
    expect(reached).toEqual(
      expect.arrayContaining(['interface:IF-1', 'transition:STOCK.release', 'requirement:URS-1']),
    );
  });

  it('goes from a changed requirement to what realises it, and no further', () => {
    const after = PLANT.replace('without an open report', 'without an open or doubtful report');
    expect(routes(assess(PLANT, after))).toEqual([
      'requirement URS-1 → (is realised or shown by) transition STOCK.release: re-run',
    ]);
  });

  it('goes from a requirement that loses a link to the element that it named', () => {
    const after = PLANT.replace('satisfiedBy: [STOCK.release]', 'satisfiedBy: [NCR.close]');
    const reached = assess(PLANT, after).impacts.map(({ element }) => element);
    expect(reached).toEqual(expect.arrayContaining(['transition:STOCK.release', 'transition:NCR.close']));
  });

  it('starts nothing from an editorial change', () => {
    const assessment = assess(PLANT, PLANT.replace('QMS: {}', 'QMS: {title: Quality system}'));
    expect(assessment).toMatchObject({ class: 'COSMETIC', impacts: [], approvers: [] });
    expect(assessment.regression.select).toEqual([]);
  });

  it('leaves out what the change does not reach, and says why', () => {
    const { regression } = assess(PLANT, PLANT.replace('unknown: in', 'unknown: out'));
    const label = (id: string) => id.includes('LABEL');
    expect(regression.select.filter(({ id }) => label(id))).toEqual([]);
    const left = regression.exclude.filter(({ id }) => label(id));
    expect(left.length).toBeGreaterThan(0);
    expect(new Set(left.map(({ reason }) => reason))).toEqual(
      new Set([
        'No path that either revision declares leads from a change to its element, and nothing that it rests on changed.',
      ]),
    );
  });

  it('accounts for every test of both revisions exactly once', () => {
    const after = PLANT.replace(
      '      print: {from: Blank',
      '      reprint: {from: Printed, to: same, by: QA_RELEASE}\n      print: {from: Blank',
    );
    const { regression } = assess(PLANT, after);
    const ids = [...regression.select, ...regression.exclude].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      regression.select.filter(({ status }) => status === 'new').some(({ id }) => id.includes('LABEL.reprint')),
    ).toBe(true);
  });

  it('asks quality and one more function about a critical change', () => {
    const after = PLANT.replace(', sign: {meaning: Released}', '');
    const { class: comparisonClass, approvers } = assess(PLANT, after);
    expect(comparisonClass).toBe('CRITICAL');
    const required = approvers.filter((one) => one.required).map((one) => one.function);
    expect(required).toContain('QA');
    expect(required.length).toBeGreaterThan(1);
  });
});
