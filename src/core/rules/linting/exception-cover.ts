import type { SpecGraph } from '../../graph/spec-graph.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { doesNotApply, statusOf } from './declared.ts';
import { errorOutcomes, isAnswered } from './error-outcomes.ts';
import { isQuestion, useOf } from './flow-use.ts';
import type { Flow } from './flow-use.ts';

type ExceptionClass = Element<'exception'>['attributes']['class'];

/** An exception that every critical interface meets one day. */
export interface RequiredException {
  readonly what: string;
  /** Classes of `exceptions` that treat it, the usual one first. */
  readonly classes: readonly [ExceptionClass, ...ExceptionClass[]];
  /** Whether the interface says itself what then happens. */
  readonly handledBy: (flow: Flow, model: SpecModel) => boolean;
}

/** Of a question nothing is kept that could be taken back or corrected. */
const isForgotten = (flow: Flow, model: SpecModel): boolean => isQuestion(model, flow);

/** Exceptions that every critical interface meets one day (rules section 6.F). */
export const REQUIRED_EXCEPTIONS: readonly RequiredException[] = [
  {
    what: 'a message that comes twice',
    classes: ['duplicate'],
    handledBy: (flow, model) =>
      isQuestion(model, flow) ||
      flow.attributes.delivery?.guarantee === 'exactly-once' ||
      isAnswered(flow.attributes.delivery, 'key'),
  },
  {
    what: 'a message that comes late or is overtaken',
    classes: ['out-of-order'],
    handledBy: (flow, model) => isQuestion(model, flow) || isAnswered(flow.attributes.delivery, 'order'),
  },
  { what: 'a message that is refused', classes: ['rejected'], handledBy: (flow) => isHandled(flow, 'onReject') },
  { what: 'an unknown outcome', classes: ['timeout'], handledBy: (flow) => isHandled(flow, 'onTimeout') },
  { what: 'a transfer in part', classes: ['partial'], handledBy: (flow) => isHandled(flow, 'onPartial') },
  {
    what: 'an outage of the other end',
    classes: ['downtime'],
    handledBy: (flow) => flow.attributes.whenDown !== undefined || doesNotApply(flow, 'whenDown'),
  },
  { what: 'a cancellation', classes: ['cancel-void'], handledBy: isForgotten },
  { what: 'a correction by hand', classes: ['manual-correction', 'retroactive-correction'], handledBy: isForgotten },
  { what: 'bad master data', classes: ['bad-master-data'], handledBy: refusesUnknown },
];

/** Keys and codes are looked up, and each table refuses what it does not know. */
function refusesUnknown(flow: Flow, model: SpecModel): boolean {
  const fields = [...model.partsOf(flow, 'mapping'), ...model.partsOf(flow, 'reply')];
  const tables = fields.flatMap(({ attributes: { crosswalk, map } }) => [
    ...(crosswalk === undefined ? [] : [model.get('crosswalk', crosswalk)?.attributes.unknown]),
    ...(map === undefined ? [] : [model.get('value-map', map)?.attributes.unknown]),
  ]);
  return tables.length > 0 && tables.every((unknown) => unknown === 'reject' || unknown === 'quarantine');
}

function isHandled(flow: Flow, outcome: 'onReject' | 'onTimeout' | 'onPartial'): boolean {
  return errorOutcomes(flow).every(({ attribute, answered }) => attribute !== outcome || answered);
}

/** Exceptions that neither the interface itself nor an entry of `exceptions` treats. */
export function untreatedExceptions(model: SpecModel, graph: SpecGraph, flow: Flow): readonly RequiredException[] {
  const open = REQUIRED_EXCEPTIONS.filter(({ handledBy }) => !handledBy(flow, model));
  if (open.length === 0) return [];
  const concerned = keysOf(model, graph, flow);
  const entries = model
    .ofKind('exception')
    .filter((entry) => statusOf(model, entry) !== 'retired' && concerns(graph, entry, concerned));
  return open.filter(({ classes }) => {
    const treating = entries.filter((entry) => classes.includes(entry.attributes.class));
    return !coversLines(
      treating.map(({ attributes }) => attributes.lines),
      flow.attributes.lines ?? Object.keys(model.project?.attributes.package.lines ?? {}),
    );
  });
}

/** The interface, its parts, and the steps that send it, are started by it or rest on it. */
function keysOf(model: SpecModel, graph: SpecGraph, flow: Flow): ReadonlySet<ElementKey> {
  const { sentBy, starts, guards } = useOf(model, flow);
  return new Set([
    flow.key,
    ...graph.parts(flow.key).map(({ key }) => key),
    ...[...sentBy, ...starts, ...guards].map(({ transition }) => transition.key),
  ]);
}

/** An entry that names no element is about the whole scope. */
function concerns(graph: SpecGraph, entry: Element<'exception'>, keys: ReadonlySet<ElementKey>): boolean {
  const named = graph.from(entry.key).filter(({ attribute }) => attribute === 'elements');
  return named.length === 0 || named.some(({ to }) => keys.has(to));
}

function coversLines(treated: readonly (readonly string[] | undefined)[], lines: readonly string[]): boolean {
  if (treated.length === 0) return false;
  if (treated.some((own) => own === undefined) || lines.length === 0) return true;
  return lines.every((line) => treated.some((own) => own?.includes(line) === true));
}
