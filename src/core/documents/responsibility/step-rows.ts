import { compareText } from '../../diagnostics/order.ts';
import type { SpecGraph } from '../../graph/spec-graph.ts';
import type { Element } from '../../model/element.ts';
import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import type { DocumentRevision } from '../document-context.ts';
import { type FactsOf, facts, list, text, texts, words } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, type Stated, notApplicable, stated, statedAttribute } from '../stated.ts';
import type { OpenGap } from '../table-gaps.ts';
import { flowsBetween } from './flows-between.ts';
import { ownerCell } from './owner-words.ts';

const HOP = facts({
  from: text,
  to: text,
  why: words('record', 'review', 'release'),
  over: texts,
  by: texts,
});

export const STEP_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  collects: STATED,
  record: STATED,
  review: STATED,
  release: STATED,
  audit: STATED,
  operations: STATED,
  quality: STATED,
  it: STATED,
  outputs: STATED,
  crossing: STATED,
  ways: STATED,
  hops: list(HOP),
});

/**
 * One step of the process: where its data are captured, kept, reviewed, released and audited, and who owns it together.
 * `crossing` are the interfaces that the step names; `hops` the ways that its data must take between these systems, each with
 * the interfaces that run that way (`over`), or else the procedures of the step (`by`); `ways` is the same in words.
 */
export type StepRow = FactsOf<typeof STEP_ROW>;

/** The cells that every step must answer, by a value or by why it does not apply. */
export const STEP_CELLS = [
  'collects',
  'record',
  'review',
  'release',
  'audit',
  'operations',
  'quality',
  'it',
  'outputs',
] as const satisfies readonly (keyof StepRow)[];

/** The name of the table, in the list of gaps and changes. */
export const STEP_TABLE = 'Process steps';

/** The steps in the order of the process, then of their ids. */
export function stepRows({ model, graph }: Pick<DocumentRevision, 'model' | 'graph'>): readonly StepRow[] {
  return inProcessOrder(inForce(model, 'step')).map((step) => stepRow(step, model, graph));
}

function stepRow(step: Element<'step'>, model: SpecModel, graph: SpecGraph): StepRow {
  const { attributes } = step;
  const crossing = crossingInterfaces(step, graph);
  const hops = hopsOf(attributes, model);
  return {
    key: step.key,
    change: 'same',
    id: step.id,
    title: elementTitle(step),
    collects: statedAttribute(attributes, 'collects', 'where data are captured'),
    record: statedAttribute(attributes, 'systemOfRecord', 'which system holds the record'),
    review: statedAttribute(attributes, 'review', 'which system is used for review'),
    release: statedAttribute(attributes, 'release', 'which system is used for release'),
    audit: statedAttribute(attributes, 'audit', 'which system is used in an audit'),
    operations: ownerCell(attributes, 'operations'),
    quality: ownerCell(attributes, 'quality'),
    it: ownerCell(attributes, 'it'),
    outputs: statedAttribute(attributes, 'outputs', 'which regulated output it feeds'),
    crossing: crossingCell(crossing, hops, attributes),
    ways: waysCell(hops, attributes),
    hops,
  };
}

function crossingCell(
  crossing: readonly string[],
  hops: StepRow['hops'],
  attributes: Element<'step'>['attributes'],
): Stated {
  if (crossing.length > 0) return stated(crossing.join(', '), '');
  if (hops.length > 0 && attributes.elements === undefined) return notApplicable('the step names no elements');
  const systems = new Set([
    ...(attributes.collects ?? []),
    attributes.systemOfRecord,
    attributes.review,
    attributes.release,
  ]);
  systems.delete(undefined);
  return systems.size === 1
    ? notApplicable('data are captured, kept and used in one system')
    : statedAttribute(attributes, 'elements', 'no interface is among its elements', () => 'None among its elements');
}

function waysCell(hops: StepRow['hops'], attributes: Element<'step'>['attributes']): Stated {
  if (attributes.systemOfRecord === undefined) return notApplicable('the system of record is not declared');
  if (hops.length === 0) return notApplicable('no data change systems');
  return stated(hops.map(hopWords).join('; '), '');
}

function hopWords({ from, to, over, by }: StepRow['hops'][number]): string {
  const way = `${from} → ${to}`;
  if (over.length > 0) return `${way}: ${over.join(', ')}`;
  return by.length > 0 ? `${way}: NO INTERFACE, by ${by.join(', ')}` : `${way}: NO INTERFACE`;
}

/** Interfaces that a step names, or that its transitions and lifecycles send or receive. */
function crossingInterfaces(step: Element<'step'>, graph: SpecGraph): readonly string[] {
  const named = graph
    .from(step.key)
    .filter(({ attribute }) => attribute === 'elements')
    .map(({ to }) => to);
  const transitions = [
    ...named,
    ...named.flatMap((key) => (key.startsWith('lifecycle:') ? graph.parts(key).map((part) => part.key) : [])),
  ].filter((key) => key.startsWith('transition:'));
  const messages = transitions.flatMap((key) =>
    graph
      .from(key)
      .filter(({ attribute }) => attribute === 'emits' || attribute === 'receives')
      .map(({ to }) => to),
  );
  const interfaces = [...named, ...messages].flatMap((key) => {
    const element = graph.element(key);
    if (element?.kind === 'interface') return [element.id];
    return element?.kind === 'message' && element.parent !== undefined
      ? [element.parent.slice('interface:'.length)]
      : [];
  });
  return [...new Set(interfaces)].toSorted(compareText);
}

/** From where data are captured to the record, and from the record to where it is reviewed and released. */
function hopsOf(attributes: Element<'step'>['attributes'], model: SpecModel): StepRow['hops'] {
  const { collects = [], systemOfRecord: record, review, release, documents = [] } = attributes;
  if (record === undefined) return [];
  const ways = [
    ...collects.map((from) => ({ from, to: record, why: 'record' as const })),
    ...(review === undefined ? [] : [{ from: record, to: review, why: 'review' as const }]),
    ...(release === undefined || release === review ? [] : [{ from: record, to: release, why: 'release' as const }]),
  ];
  return ways
    .filter(({ from, to }) => from !== to)
    .map((way) => {
      const over = flowsBetween(model, way.from, way.to);
      return { ...way, over, by: over.length > 0 ? [] : documents };
    });
}

/** A step whose data must change systems though no interface runs that way: by hand, or nobody knows how. */
export function hopGaps(rows: readonly StepRow[]): readonly OpenGap[] {
  return rows.flatMap(({ id, hops }) =>
    hops
      .filter(({ over, by }) => over.length === 0 && by.length === 0)
      .map(({ from, to, why }) => ({
        table: STEP_TABLE,
        row: id,
        column: 'Interfaces crossing',
        missing: `an interface from ${from} to ${to}, or a procedure of the step, by which data get to the ${why}`,
      })),
  );
}

/** What comes before stands before; beyond that, by id. A circle ends by id. */
function inProcessOrder(steps: readonly Element<'step'>[]): readonly Element<'step'>[] {
  const left = new Map(steps.map((step) => [step.id, step]));
  const ordered: Element<'step'>[] = [];
  while (left.size > 0) {
    const next =
      [...left.values()].find(({ attributes }) => !(attributes.after ?? []).some((id) => left.has(id))) ??
      left.values().next().value;
    if (next === undefined) break;
    ordered.push(next);
    left.delete(next.id);
  }
  return ordered;
}
