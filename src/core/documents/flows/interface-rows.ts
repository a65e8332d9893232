import { conditionWords } from '../../derive/wording/condition-words.ts';
import { emittersOf } from '../../graph/queries/messages.ts';
import { requirementsOf } from '../../graph/queries/requirements-of.ts';
import type { Element } from '../../model/element.ts';
import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import type { DocumentRevision } from '../document-context.ts';
import { type FactsOf, facts, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { FUNCTIONS, OWNER_NAMES } from '../responsibility/owner-words.ts';
import { STATED, type Stated, notApplicable, stated, statedAttribute, statedList } from '../stated.ts';
import { casesOfInterface } from './cases-about.ts';
import { objectsCarried } from './objects-carried.ts';

/** Every statement about an interface, in the order in which it prints. */
const CELLS = {
  purpose: STATED,
  rationale: STATED,
  pattern: STATED,
  critical: STATED,
  senderOwners: STATED,
  receiverOwners: STATED,
  flowOwners: STATED,
  contract: STATED,
  trigger: STATED,
  filter: STATED,
  messages: STATED,
  transport: STATED,
  security: STATED,
  guarantee: STATED,
  order: STATED,
  repeats: STATED,
  acknowledge: STATED,
  retry: STATED,
  rejectedMessages: STATED,
  noAnswer: STATED,
  partOfBatch: STATED,
  deadLetter: STATED,
  alarm: STATED,
  unexpectedMessages: STATED,
  credibleFaults: STATED,
  latency: STATED,
  timeout: STATED,
  cache: STATED,
  volume: STATED,
  whenDown: STATED,
  buffer: STATED,
  fallback: STATED,
  catchUp: STATED,
  reconciliation: STATED,
  auditTrail: STATED,
  retention: STATED,
  phase: STATED,
  requirements: STATED,
  cases: STATED,
} as const;

export const INTERFACE_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  from: text,
  to: text,
  ...CELLS,
});

/** An interface in full: what it is for, how it behaves when all is well and when not, and who answers for it. */
export type InterfaceRow = FactsOf<typeof INTERFACE_ROW>;

export const INTERFACE_TABLE = 'Interfaces';

/** Names of the cells, in the order in which they print. */
export const INTERFACE_CELLS = Object.keys(CELLS) as readonly (keyof typeof CELLS)[];

export function interfaceRows(revision: DocumentRevision): readonly InterfaceRow[] {
  return inForce(revision.model, 'interface').map((flow) => interfaceRow(flow, revision));
}

type Flow = Element<'interface'>;

function interfaceRow(flow: Flow, revision: DocumentRevision): InterfaceRow {
  const { model, graph } = revision;
  const { attributes } = flow;
  const { from, to } = attributes;
  const requirements = requirementsOf(graph, flow.key).own.map(({ id }) => id);
  return {
    key: flow.key,
    change: 'same',
    id: flow.id,
    title: elementTitle(flow),
    from,
    to: to.join(', '),
    purpose: stated(
      attributes.title === undefined && attributes.description === undefined
        ? undefined
        : [attributes.title, attributes.description].filter((part) => part !== undefined).join('. '),
      'what it is for',
    ),
    rationale: statedAttribute(attributes, 'rationale', 'why the systems are coupled this way'),
    pattern: statedAttribute(
      attributes,
      'pattern',
      'kind of flow',
      (pattern) => `${pattern}${attributes.twoWay === true ? ', both ways' : ''}`,
    ),
    critical: statedAttribute(attributes, 'critical', 'whether product or record depends on it', yesNo),
    senderOwners: systemOwners([from], model),
    receiverOwners: systemOwners(to, model),
    flowOwners:
      attributes.owners === undefined
        ? statedAttribute(attributes, 'owners', 'who answers for the flow itself')
        : statedList(
            FUNCTIONS.flatMap((owner) => {
              const name = attributes.owners?.[owner];
              return name === undefined ? [] : [`${name} (${OWNER_NAMES[owner]})`];
            }),
            'who answers for the flow itself',
          ),
    contract: statedAttribute(attributes, 'contract', 'message schema and its version'),
    ...startCells(flow, revision),
    ...transportCells(flow),
    ...deliveryCells(flow),
    ...timeCells(flow),
    ...outageCells(flow),
    ...keepingCells(flow, model),
    requirements: statedList(requirements, 'a requirement that it serves'),
    cases: casesOfInterface(flow, revision),
  };
}

function systemOwners(systems: readonly string[], model: SpecModel): Stated {
  const named = systems.flatMap((id) => {
    const owners = model.get('system', id)?.attributes.owners;
    const names = FUNCTIONS.flatMap((owner) => {
      const name = owners?.[owner];
      return name === undefined ? [] : [`${name} (${OWNER_NAMES[owner]})`];
    });
    return names.length === 0 ? [] : [`${id}: ${names.join(', ')}`];
  });
  return stated(
    named.length < systems.length ? undefined : named.join('; '),
    `owners of ${systems.filter((id) => !named.some((name) => name.startsWith(`${id}:`))).join(', ')}`,
  );
}

function startCells(
  flow: Flow,
  { model, graph }: DocumentRevision,
): Pick<InterfaceRow, 'trigger' | 'filter' | 'messages'> {
  const { attributes } = flow;
  const emitters = emittersOf(graph, flow).map(({ id }) => id);
  const messages = model.partsOf(flow, 'message').map(({ localId }) => localId);
  const { trigger } = attributes;
  const other = [
    trigger?.every === undefined ? undefined : `every ${trigger.every}`,
    trigger?.at === undefined ? undefined : `at ${trigger.at}`,
    trigger?.event === undefined ? undefined : trigger.event,
    trigger?.manual === undefined ? undefined : `by hand: ${trigger.manual}`,
  ].filter((part) => part !== undefined);
  return {
    trigger:
      emitters.length === 0 && other.length === 0 && attributes.pattern === 'request-reply'
        ? stated('A step that asks at that moment; see the state effects', '')
        : statedList(
            [...(emitters.length === 0 ? [] : [`The steps ${emitters.join(', ')}`]), ...other],
            'what starts a transfer',
          ),
    filter: stated(
      attributes.filter === undefined ? 'All cases' : `Only when ${conditionWords(attributes.filter, model)}`,
      '',
    ),
    messages: stated(messages.length === 0 ? 'One kind, unnamed' : messages.join(', '), ''),
  };
}

function transportCells({ attributes: { transport } }: Flow): Pick<InterfaceRow, 'transport' | 'security'> {
  return {
    transport: stated(
      transport?.kind === undefined
        ? undefined
        : `${transport.kind}${transport.name === undefined ? '' : ` ${transport.name}`}${transport.via === undefined ? '' : ` over ${transport.via}`}`,
      'what carries the data',
    ),
    security: stated(
      transport?.secured === undefined
        ? undefined
        : `${transport.secured}, account ${transport.account ?? 'NOT DECLARED'}`,
      'how the data are protected on their way',
    ),
  };
}

type DeliveryCell =
  | 'guarantee'
  | 'order'
  | 'repeats'
  | 'acknowledge'
  | 'retry'
  | 'rejectedMessages'
  | 'noAnswer'
  | 'partOfBatch'
  | 'deadLetter'
  | 'alarm'
  | 'unexpectedMessages'
  | 'credibleFaults';

function deliveryCells({ attributes }: Flow): Pick<InterfaceRow, DeliveryCell> {
  const { delivery, pattern } = attributes;
  const asks = pattern === 'request-reply';
  const batch = pattern === 'batch' || pattern === 'file';
  return {
    guarantee: statedAttribute(delivery, 'guarantee', 'how often a message arrives that was sent once'),
    order:
      asks && delivery?.order === undefined
        ? notApplicable('question and answer belong together')
        : statedAttribute(delivery, 'order', 'whether order is kept', (order) => orderWords(order, delivery)),
    repeats: statedAttribute(
      delivery,
      'key',
      'by what a repeat is recognised',
      (key) => `Recognised by ${key.join(' + ')}`,
    ),
    acknowledge:
      asks && delivery?.acknowledge === undefined
        ? notApplicable('the answer acknowledges')
        : statedAttribute(delivery, 'acknowledge', 'what the sender learns'),
    retry: statedAttribute(delivery, 'retry', 'what happens when a transfer fails', ({ max, every, growth }) =>
      max === 0
        ? 'None'
        : `${max} more attempts, ${every === undefined ? 'pause NOT DECLARED' : `every ${every}`}${growth === 'doubling' ? ', the pause doubles' : ''}`,
    ),
    rejectedMessages:
      asks && delivery?.onReject === undefined
        ? notApplicable('the asker gets the error')
        : statedAttribute(delivery, 'onReject', 'what happens to a message that cannot be read or mapped'),
    noAnswer:
      !asks && pattern !== undefined && delivery?.onTimeout === undefined
        ? notApplicable('no answer is awaited')
        : statedAttribute(delivery, 'onTimeout', 'what happens when nobody knows whether it arrived'),
    partOfBatch:
      !batch && pattern !== undefined && delivery?.onPartial === undefined
        ? notApplicable('messages travel one by one')
        : statedAttribute(delivery, 'onPartial', 'what happens when a part of a batch is bad'),
    deadLetter: statedAttribute(delivery, 'deadLetter', 'where failed messages wait'),
    alarm: statedAttribute(
      delivery,
      'alarmAfter',
      'after what time somebody is told',
      (after) => `After ${after}, to ${delivery?.alarmTo?.join(', ') ?? 'NOBODY THAT IS DECLARED'}`,
    ),
    unexpectedMessages: stated(
      attributes.unexpected === undefined ? 'error (the default of the language)' : attributes.unexpected,
      '',
    ),
    credibleFaults: stated(
      (attributes.faults ?? []).length === 0 ? 'None is declared' : attributes.faults?.join(', '),
      '',
    ),
  };
}

function orderWords(order: string, delivery: Flow['attributes']['delivery']): string {
  const per = delivery?.per === undefined ? 'all messages together' : `within one ${delivery.per}`;
  if (order === 'none') return 'None';
  if (order === 'fifo') return `fifo, ${per}`;
  return `sequence ${delivery?.sequence ?? 'NOT DECLARED'}, ${per}; an older message is ${delivery?.stale === 'process' ? 'PROCESSED' : 'discarded'}`;
}

function timeCells({ attributes }: Flow): Pick<InterfaceRow, 'latency' | 'timeout' | 'cache' | 'volume'> {
  const { delivery, pattern, volume } = attributes;
  const asks = pattern === 'request-reply' || pattern === undefined;
  return {
    latency: statedAttribute(attributes, 'latency', 'longest time when all is well'),
    timeout:
      !asks && delivery?.timeout === undefined
        ? notApplicable('no answer is awaited')
        : statedAttribute(delivery, 'timeout', 'how long an answer is awaited'),
    cache:
      asks && pattern !== undefined && attributes.cache === undefined
        ? stated('None: every answer is fresh', '')
        : asks
          ? statedAttribute(attributes, 'cache', 'how old an answer may be')
          : notApplicable('no answer is awaited'),
    volume: stated(
      volume === undefined ? undefined : `At most ${volume.peak} in ${volume.per}`,
      'the load that it must bear',
    ),
  };
}

function outageCells({ attributes }: Flow): Pick<InterfaceRow, 'whenDown' | 'buffer' | 'fallback' | 'catchUp'> {
  const { whenDown } = attributes;
  const reason = attributes.notApplicable?.['whenDown'];
  if (whenDown === undefined && reason !== undefined) {
    const none = notApplicable(reason);
    return { whenDown: none, buffer: none, fallback: none, catchUp: none };
  }
  return {
    whenDown: stated(
      whenDown === undefined
        ? undefined
        : `${whenDown.mode}${whenDown.note === undefined ? '' : ` (${whenDown.note})`}`,
      'what happens while the other end does not answer',
    ),
    buffer:
      whenDown !== undefined && whenDown.buffer === undefined && whenDown.mode !== 'queue'
        ? notApplicable('no messages wait')
        : statedAttribute(whenDown, 'buffer', 'how long messages wait without being lost'),
    fallback: statedAttribute(whenDown, 'fallback', 'the controlled form or procedure'),
    catchUp: statedAttribute(whenDown, 'catchUp', 'how entries come back afterwards'),
  };
}

function keepingCells(
  flow: Flow,
  model: SpecModel,
): Pick<InterfaceRow, 'reconciliation' | 'auditTrail' | 'retention' | 'phase'> {
  const objects = objectsCarried(flow, model);
  const trails = objects.flatMap(({ id, attributes: { record } }) => {
    const trail = record?.auditTrail;
    if (trail === undefined) return [];
    if (trail === 'none') return [`${id}: NONE`];
    const fields = typeof trail.fields === 'string' ? trail.fields : trail.fields.join(', ');
    return [`${id}: ${fields}, with ${(trail.captures ?? ['who', 'when', 'old', 'new']).join(', ')}`];
  });
  const kept = objects.flatMap(({ id, attributes: { record } }) =>
    record?.retention === undefined ? [] : [`${id}: ${record.retention.period}`],
  );
  const bySystem = flow.attributes.to.flatMap((id) => {
    const period = model.get('system', id)?.attributes.retention;
    return period === undefined ? [] : [`records in ${id}: ${period}`];
  });
  const phases = inForce(model, 'phase').filter(({ attributes }) => attributes.live.includes(flow.id));
  return {
    reconciliation: statedAttribute(flow.attributes, 'reconcile', 'the detective control over it'),
    auditTrail: statedList(trails, 'an audit trail of the objects that it carries'),
    retention: statedList([...kept, ...bySystem], 'how long what it brings is kept'),
    phase:
      inForce(model, 'phase').length === 0
        ? stated(undefined, 'coexistence phases (phases)')
        : stated(
            phases.length === 0 ? undefined : phases.map(({ id }) => id).join(', '),
            'a phase in which it is live',
          ),
  };
}

function yesNo(value: boolean): string {
  return value ? 'Yes' : 'No';
}
