// Random plants with two or three records that nothing distinguishes: whatever one of them can do, each other can do, too.
import fc from 'fast-check';
import type { Action, ComposedPlant, Step, StepKind } from '../../../src/core/explore/plant/composed-plant.ts';
import type { Expression } from '../../../src/core/explore/plant/expression.ts';
import type { Property } from '../../../src/core/explore/search/property.ts';
import type { AskedPlant } from './random-plant.ts';

/** What is said of records without saying of which: `own` of the one that acts, `other` of another one, `shared` of none. */
type Template =
  | { readonly kind: 'own' | 'other' | 'shared'; readonly variable: number; readonly values: readonly number[] }
  | { readonly kind: 'waiting'; readonly channel: number; readonly message: number | undefined }
  | { readonly kind: 'first'; readonly channel: number; readonly message: number }
  | { readonly kind: 'not'; readonly of: Template }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Template[] }
  /** Of every record, or of some. */
  | { readonly kind: 'every' | 'some'; readonly of: Template };

type Change =
  | { readonly kind: 'own' | 'other' | 'shared'; readonly variable: number; readonly value: number }
  | { readonly kind: 'copyOther'; readonly variable: number; readonly map: readonly number[] }
  | { readonly kind: 'send'; readonly channel: number; readonly message: number }
  | {
      readonly kind: 'sendContent';
      readonly channel: number;
      readonly variable: number;
      readonly map: readonly number[];
    };

interface StepTemplate {
  readonly kind: StepKind;
  readonly correction: boolean;
  readonly guard: readonly Template[];
  readonly take: { readonly channel: number; readonly message: number } | undefined;
  readonly changes: readonly Change[];
}

interface Shape {
  readonly records: number;
  readonly own: readonly number[];
  readonly shared: readonly number[];
  readonly channels: readonly {
    readonly order: 'queue' | 'bag';
    readonly capacity: number;
    readonly messages: number;
    readonly perRecord: boolean;
    /** Messages that are never sent, so that a channel needs more bits. */
    readonly more: number;
  }[];
}

/** Plants whose records differ in nothing but their names; questions may name one of them in particular. */
export function plantOfAlikeRecords(): fc.Arbitrary<AskedPlant> {
  return fc
    .record({
      records: fc.constantFrom(2, 2, 3),
      own: fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 1, maxLength: 2 }),
      shared: fc.array(fc.integer({ min: 2, max: 3 }), { maxLength: 1 }),
      channels: fc.array(
        fc.record({
          order: fc.constantFrom('queue' as const, 'bag' as const),
          capacity: fc.integer({ min: 1, max: 3 }),
          messages: fc.integer({ min: 1, max: 2 }),
          perRecord: fc.boolean(),
          more: fc.constantFrom(0, 0, 0, 40, 3000),
        }),
        { maxLength: 2 },
      ),
    })
    .chain((shape) =>
      fc
        .record({
          steps: fc.array(step(shape), { minLength: 1, maxLength: 6 }),
          belongs: fc.boolean(),
          settled: closed(shape),
          resting: closed(shape),
          questions: fc.array(question(shape), { minLength: 2, maxLength: 6 }),
        })
        .map(({ steps, belongs, settled, resting, questions }) => {
          const plant = plantOf(shape, steps, belongs, settled, resting);
          return { plant, properties: questions.map((ask, index) => ask(plant, `Q${index + 1}`)) };
        }),
    );
}

function leaf(shape: Shape, kinds: readonly ('own' | 'other' | 'shared')[]): fc.Arbitrary<Template> {
  const possible = kinds.filter((kind) => kind !== 'shared' || shape.shared.length > 0);
  const ofVariables = fc.constantFrom(...possible).chain((kind) => {
    const sizes = kind === 'shared' ? shape.shared : shape.own;
    return fc
      .nat(sizes.length - 1)
      .chain((variable) =>
        fc
          .uniqueArray(fc.nat((sizes[variable] ?? 1) - 1), { minLength: 1, maxLength: 2 })
          .map((values) => ({ kind, variable, values: values.sort((a, b) => a - b) }) as const),
      );
  });
  if (shape.channels.length === 0) return ofVariables;
  const ofChannels = fc.nat(shape.channels.length - 1).chain((channel): fc.Arbitrary<Template> => {
    const { messages, order } = shape.channels[channel] ?? { messages: 1, order: 'bag' as const };
    const message = fc.integer({ min: 1, max: messages });
    const waiting = fc
      .option(message, { nil: undefined })
      .map((wanted) => ({ kind: 'waiting' as const, channel, message: wanted }));
    const first = message.map((wanted) => ({ kind: 'first' as const, channel, message: wanted }));
    return order === 'bag' ? waiting : fc.oneof(waiting, first);
  });
  return fc.oneof({ weight: 4, arbitrary: ofVariables }, { weight: 1, arbitrary: ofChannels });
}

function template(shape: Shape, kinds: readonly ('own' | 'other' | 'shared')[]): fc.Arbitrary<Template> {
  const one = leaf(shape, kinds);
  return fc.oneof(
    { weight: 5, arbitrary: one },
    one.map((of) => ({ kind: 'not' as const, of })),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(one, { minLength: 1, maxLength: 3 }),
    }),
    closed(shape),
  );
}

/** Says something of all records alike. */
function closed(shape: Shape): fc.Arbitrary<Template> {
  return fc.record({ kind: fc.constantFrom('every' as const, 'some' as const), of: leaf(shape, ['own', 'shared']) });
}

const KINDS: readonly StepKind[] = [
  'person',
  'person',
  'automatic',
  'timed',
  'delivery',
  'outside',
  'fault',
  'recovery',
];

function step(shape: Shape): fc.Arbitrary<StepTemplate> {
  const channel = fc.nat(Math.max(0, shape.channels.length - 1));
  const value = (sizes: readonly number[]) =>
    fc
      .nat(sizes.length - 1)
      .chain((variable) => fc.nat((sizes[variable] ?? 1) - 1).map((wanted) => ({ variable, value: wanted })));
  const changes: fc.Arbitrary<Change>[] = [
    value(shape.own).map((one) => ({ kind: 'own', ...one })),
    value(shape.own).map((one) => ({ kind: 'other', ...one })),
    fc.nat(shape.own.length - 1).chain((variable) => {
      const size = shape.own[variable] ?? 1;
      return fc
        .array(fc.nat(size - 1), { minLength: size, maxLength: size })
        .map((map) => ({ kind: 'copyOther' as const, variable, map }));
    }),
  ];
  if (shape.shared.length > 0) changes.push(value(shape.shared).map((one) => ({ kind: 'shared', ...one })));
  if (shape.channels.length > 0) {
    const send = channel.chain((to) =>
      fc
        .integer({ min: 1, max: shape.channels[to]?.messages ?? 1 })
        .map((message) => ({ kind: 'send' as const, channel: to, message })),
    );
    const sendContent = channel.chain((to) =>
      fc.nat(shape.own.length - 1).chain((variable) => {
        const size = shape.own[variable] ?? 1;
        return fc
          .array(fc.nat((shape.channels[to]?.messages ?? 1) - 1), { minLength: size, maxLength: size })
          .map((map) => ({ kind: 'sendContent' as const, channel: to, variable, map }));
      }),
    );
    changes.push(send, send, sendContent);
  }
  const take =
    shape.channels.length === 0
      ? fc.constant(undefined)
      : fc.option(
          channel.chain((from) =>
            fc
              .integer({ min: 1, max: shape.channels[from]?.messages ?? 1 })
              .map((message) => ({ channel: from, message })),
          ),
          { nil: undefined },
        );
  return fc.record({
    kind: fc.constantFrom(...KINDS),
    correction: fc.boolean(),
    guard: fc.array(template(shape, ['own', 'own', 'other', 'shared']), { minLength: 1, maxLength: 2 }),
    take,
    changes: fc.array(fc.oneof(...changes), { minLength: 1, maxLength: 3 }),
  });
}

/** A question about one record, or about all of them. */
function question(shape: Shape): fc.Arbitrary<(plant: ComposedPlant, id: string) => Property> {
  const condition = fc.oneof(
    { weight: 2, arbitrary: closed(shape) },
    { weight: 3, arbitrary: template(shape, ['own', 'other', 'shared']) },
  );
  const record = fc.nat(shape.records - 1);
  const conditions = fc
    .record({ a: condition, b: condition, record })
    .map(({ a, b, record: about }) => [a, b].map((one) => expression(shape, one, about, (about + 1) % shape.records)));
  const steps = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 3 });
  const kind = fc.constantFrom(
    'never',
    'settled',
    'atStep',
    'possible',
    'possible',
    'response',
    'machines',
    'reachable',
  );
  return fc
    .record({ kind, conditions, steps, entered: fc.boolean() })
    .map(({ kind: asked, conditions: [a, b], steps: places, entered }) => (plant, id): Property => {
      const first = a ?? { kind: 'true' };
      const second = b ?? { kind: 'true' };
      const some = places.map((place) => place % plant.steps.length);
      switch (asked) {
        case 'never':
        case 'settled':
          return { kind: 'never', id, bad: { kind: 'all', of: [first, second] }, onceSettled: asked === 'settled' };
        case 'atStep':
          return { kind: 'atStep', id, at: some.map((at) => ({ step: at, bad: first })) };
        case 'possible':
          return { kind: 'possible', id, from: first, goal: second };
        case 'reachable':
          return { kind: 'reachable', id, goal: { kind: 'all', of: [first, second] } };
        default:
          return {
            kind: 'response',
            id,
            triggers: some.map((at, index) => ({ step: at, given: index === 0 ? { kind: 'true' } : first })),
            ...(entered ? { when: first } : {}),
            goal: second,
            machinesOnly: asked === 'machines',
          };
      }
    });
}

function ownVariable(shape: Shape, record: number, variable: number): number {
  return record * shape.own.length + variable;
}

function sharedVariable(shape: Shape, variable: number): number {
  return shape.records * shape.own.length + variable;
}

function channelOf(shape: Shape, channel: number, record: number): number {
  const before = shape.channels
    .slice(0, channel)
    .reduce((sum, { perRecord }) => sum + (perRecord ? shape.records : 1), 0);
  return before + (shape.channels[channel]?.perRecord === true ? record : 0);
}

/** In a channel for all records, each has messages of its own. */
function messageOf(shape: Shape, channel: number, message: number, record: number): number {
  const { perRecord, messages } = shape.channels[channel] ?? { perRecord: true, messages: 1 };
  return perRecord ? message : record * messages + message;
}

function expression(shape: Shape, said: Template, own: number, other: number): Expression {
  const inner = (part: Template) => expression(shape, part, own, other);
  switch (said.kind) {
    case 'own':
      return { kind: 'in', variable: ownVariable(shape, own, said.variable), values: said.values };
    case 'other':
      return { kind: 'in', variable: ownVariable(shape, other, said.variable), values: said.values };
    case 'shared':
      return { kind: 'in', variable: sharedVariable(shape, said.variable), values: said.values };
    case 'waiting': {
      const channel = channelOf(shape, said.channel, own);
      if (said.message === undefined) return { kind: 'waiting', channel };
      return { kind: 'waiting', channel, messages: [messageOf(shape, said.channel, said.message, own)] };
    }
    case 'first': {
      const channel = channelOf(shape, said.channel, own);
      return { kind: 'at', channel, position: 0, messages: [messageOf(shape, said.channel, said.message, own)] };
    }
    case 'not':
      return { kind: 'not', of: inner(said.of) };
    case 'all':
    case 'any':
      return { kind: said.kind, of: said.of.map(inner) };
    case 'every':
    case 'some': {
      const of = Array.from({ length: shape.records }, (_, record) => expression(shape, said.of, record, record));
      return { kind: said.kind === 'every' ? 'all' : 'any', of };
    }
  }
}

function stepOf(shape: Shape, { kind, correction, guard, take, changes }: StepTemplate, own: number, other: number) {
  const guards = guard.map((part) => expression(shape, part, own, other));
  const sets = new Map<number, Action>();
  const traffic: Action[] = [];
  if (take !== undefined) {
    const channel = channelOf(shape, take.channel, own);
    const message = messageOf(shape, take.channel, take.message, own);
    if (shape.channels[take.channel]?.order === 'bag') {
      guards.push({ kind: 'waiting', channel, messages: [message] });
      traffic.push({ kind: 'withdraw', channel, message });
    } else {
      guards.push({ kind: 'at', channel, position: 0, messages: [message] });
      traffic.push({ kind: 'take', channel, position: 0 });
    }
  }
  for (const change of changes) {
    if (change.kind === 'send' || change.kind === 'sendContent') {
      const channel = channelOf(shape, change.channel, own);
      if (change.kind === 'send')
        traffic.push({ kind: 'send', channel, message: messageOf(shape, change.channel, change.message, own) });
      else {
        const base = messageOf(shape, change.channel, 1, own);
        const variable = ownVariable(shape, own, change.variable);
        traffic.push({ kind: 'sendContent', channel, base, parts: [{ variable, map: change.map }] });
      }
      continue;
    }
    const variable =
      change.kind === 'shared'
        ? sharedVariable(shape, change.variable)
        : ownVariable(shape, change.kind === 'other' ? other : own, change.variable);
    if (sets.has(variable)) continue;
    if (change.kind === 'copyOther') {
      const source = ownVariable(shape, other, change.variable);
      sets.set(variable, { kind: 'copy', variable, source, map: change.map });
    } else sets.set(variable, { kind: 'set', variable, value: change.value });
  }
  return { kind, correction, guard: { kind: 'all' as const, of: guards }, actions: [...sets.values(), ...traffic] };
}

function plantOf(
  shape: Shape,
  templates: readonly StepTemplate[],
  belongs: boolean,
  settled: Template,
  resting: Template,
): ComposedPlant {
  const names = Array.from({ length: shape.records }, (_, record) => `lot ${record + 1}`);
  const steps: Step[] = [];
  for (const [number, said] of templates.entries())
    for (const own of names.keys())
      for (const other of names.keys())
        if (other !== own)
          steps.push({
            id: steps.length,
            name: `T${number} on ${names[own]} beside ${names[other]}`,
            transitions: [],
            ...stepOf(shape, said, own, other),
            ...(said.kind === 'fault' ? { fault: 'lose' as const } : {}),
          });
  const values = (size: number) => Array.from({ length: size }, (_, value) => `value ${value}`);
  const zeros = [...names.flatMap(() => shape.own), ...shape.shared].map(() => 0);
  // One of the records is chosen at the beginning: which one differs from story to story.
  const initial = belongs
    ? names.map((_, record) => zeros.map((zero, place) => (place === ownVariable(shape, record, 0) ? 1 : zero)))
    : [zeros];
  return {
    records: names.map((name, index) => ({ name, object: 'lot', number: index + 1, spare: false })),
    variables: [
      ...names.flatMap((name, record) =>
        shape.own.map((size, variable) => ({
          name: `V${variable} of ${name}`,
          values: values(size),
          role: { kind: 'status' as const, lifecycle: `V${variable}`, record },
        })),
      ),
      ...shape.shared.map((size, variable) => ({
        name: `W${variable}`,
        values: values(size),
        role: { kind: 'status' as const, lifecycle: `W${variable}`, record: 0 },
      })),
    ],
    channels: shape.channels.flatMap(({ order, capacity, messages, perRecord, more }, channel) => {
      const labels = (record: number) =>
        Array.from({ length: messages }, (_, message) => ({ label: `M${message} of ${names[record]}`, record }));
      const idle = Array.from({ length: more }, (_, message) => ({ label: `idle ${message}`, record: 0 }));
      const one = { interface: `IF-${channel}`, receiver: 'S', capacity, order };
      return perRecord
        ? names.map((name, record) => ({
            ...one,
            name: `IF-${channel} about ${name}`,
            messages: [...labels(record), ...idle],
          }))
        : [{ ...one, name: `IF-${channel}`, messages: [...names.flatMap((_, record) => labels(record)), ...idle] }];
    }),
    steps,
    initial,
    freeAtoms: [],
    settled: expression(shape, settled, 0, 1),
    resting: expression(shape, resting, 0, 1),
    leftOut: [],
    bounds: {
      instances: { lot: shape.records },
      spare: {},
      start: {},
      without: [],
      messages: 1,
      faults: 0,
      timing: 'any',
      procedures: true,
    },
  };
}
