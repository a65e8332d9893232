// Small random plants and properties for comparisons of engines: every kind of variable size, channel, action, step,
// expression and property occurs, and everything is well formed (a guard sees to it that a taken message is there).
import fc from 'fast-check';
import type {
  Action,
  Channel,
  ComposedPlant,
  Step,
  StepKind,
  Variable,
} from '../../../src/core/explore/plant/composed-plant.ts';
import type { Expression } from '../../../src/core/explore/plant/expression.ts';
import type { Property } from '../../../src/core/explore/search/property.ts';

/** A plant and what is asked of it. */
export interface AskedPlant {
  readonly plant: ComposedPlant;
  readonly properties: readonly Property[];
}

/** Random plants with one property of every kind or more. */
export function randomPlant(): fc.Arbitrary<AskedPlant> {
  return fc
    .record({
      sizes: fc.array(
        fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 5, max: 40 })),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
      channels: fc.array(randomChannel(), { maxLength: 3 }),
    })
    .chain(({ sizes, channels }) => {
      const world = { sizes, channels };
      return fc
        .record({
          steps: fc.array(randomStep(world), { minLength: 1, maxLength: 14 }),
          initial: fc.array(fc.tuple(...sizes.map((size) => fc.nat(size - 1))), { minLength: 1, maxLength: 3 }),
          settled: randomExpression(world, 2),
          resting: randomExpression(world, 2),
        })
        .chain(({ steps, initial, settled, resting }) => {
          const plant = plantOf(world, steps, initial, settled, resting);
          return randomProperties(world, plant).map((properties) => ({ plant, properties }));
        });
    });
}

/** The same plants where every third step would make a record of which none is left. */
export function withRecordsRunningOut({ plant, properties }: AskedPlant): AskedPlant {
  const channel = plant.channels.length;
  const another: Channel = {
    name: 'another lot',
    interface: '',
    receiver: '',
    capacity: 0,
    runsOutOf: 'lot',
    order: 'queue',
    messages: [],
  };
  const steps = plant.steps.map((step) =>
    step.id % 3 === 1 ? { ...step, actions: [...step.actions, { kind: 'send' as const, channel, message: 1 }] } : step,
  );
  return { plant: { ...plant, channels: [...plant.channels, another], steps }, properties };
}

interface World {
  readonly sizes: readonly number[];
  readonly channels: readonly RandomChannel[];
}

interface RandomChannel {
  readonly order: 'queue' | 'bag';
  readonly capacity: number;
  readonly messages: number;
}

type RandomStep = Pick<Step, 'kind' | 'guard' | 'actions' | 'correction'>;

function randomChannel(): fc.Arbitrary<RandomChannel> {
  return fc.record({
    order: fc.constantFrom('queue', 'bag'),
    capacity: fc.integer({ min: 1, max: 4 }),
    // With so many messages a channel no longer fits into one word.
    messages: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.constant(700)),
  });
}

const KINDS: readonly StepKind[] = ['person', 'automatic', 'timed', 'delivery', 'outside', 'fault', 'recovery'];

function randomStep(world: World): fc.Arbitrary<RandomStep> {
  return fc
    .record({
      kind: fc.constantFrom(...KINDS),
      correction: fc.boolean(),
      guards: fc.array(randomExpression(world, 1), { maxLength: 2 }),
      changes: fc.array(fc.option(randomChange(world)), { maxLength: 3 }),
      take: world.channels.length === 0 ? fc.constant(undefined) : fc.option(randomTake(world), { nil: undefined }),
      sends: world.channels.length === 0 ? fc.constant([]) : fc.array(randomSend(world), { maxLength: 2 }),
    })
    .map(({ kind, correction, guards, changes, take, sends }) => {
      const actions: Action[] = [];
      const guard: Expression[] = [...guards];
      const changed = new Set<number>();
      for (const change of changes) {
        if (change === null || changed.has(change.action.variable)) continue;
        changed.add(change.action.variable);
        actions.push(change.action);
        if (change.guard !== undefined) guard.push(change.guard);
      }
      if (take !== undefined) {
        actions.push(take.action);
        guard.push(take.guard);
      }
      return { kind, correction, guard: { kind: 'all', of: guard }, actions: [...actions, ...sends] };
    });
}

type Change = Extract<Action, { variable: number }>;

function randomChange({ sizes }: World): fc.Arbitrary<{ action: Change; guard?: Expression }> {
  return fc.nat(sizes.length - 1).chain((variable) => {
    const size = sizes[variable] ?? 1;
    const set = fc.nat(size - 1).map((value) => ({ action: { kind: 'set' as const, variable, value } }));
    const copy = fc
      .nat(sizes.length - 1)
      .chain((source) =>
        fc
          .array(fc.nat(size - 1), { minLength: sizes[source] ?? 1, maxLength: sizes[source] ?? 1 })
          .map((map) => ({ action: { kind: 'copy' as const, variable, source, map } })),
      );
    const below = Array.from({ length: size - 1 }, (_, value) => value);
    const increase = fc.constant({
      action: { kind: 'increase' as const, variable },
      guard: { kind: 'in' as const, variable, values: below },
    });
    return size === 1 ? set : fc.oneof({ weight: 3, arbitrary: set }, copy, increase);
  });
}

function randomTake({ channels }: World): fc.Arbitrary<{ action: Action; guard: Expression }> {
  return fc.nat(channels.length - 1).chain((channel): fc.Arbitrary<{ action: Action; guard: Expression }> => {
    const { order, capacity, messages } = channels[channel] ?? { order: 'queue', capacity: 1, messages: 1 };
    const message = randomMessage(messages);
    return order === 'bag'
      ? message.map((wanted) => ({
          action: { kind: 'withdraw' as const, channel, message: wanted },
          guard: { kind: 'waiting' as const, channel, messages: [wanted] },
        }))
      : fc
          .tuple(fc.nat(capacity - 1), fc.uniqueArray(message, { minLength: 1, maxLength: 3 }))
          .map(([position, wanted]) => ({
            action: { kind: 'take' as const, channel, position },
            guard: { kind: 'at' as const, channel, position, messages: wanted.sort((a, b) => a - b) },
          }));
  });
}

/** Few different ones, also where many are possible: otherwise nothing that is sent would ever be taken. */
function randomMessage(messages: number): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: 1, max: Math.min(3, messages) }), fc.constant(messages));
}

function randomSend({ sizes, channels }: World): fc.Arbitrary<Action> {
  return fc.nat(channels.length - 1).chain((channel) => {
    const messages = channels[channel]?.messages ?? 1;
    const plain = randomMessage(messages).map((message) => ({ kind: 'send' as const, channel, message }));
    const part = (most: number) =>
      fc.nat(sizes.length - 1).chain((variable) => {
        const size = sizes[variable] ?? 1;
        return fc.array(fc.nat(most), { minLength: size, maxLength: size }).map((map) => ({ variable, map }));
      });
    const most = Math.min(messages - 1, 3);
    const content = fc
      .tuple(part(Math.floor(most / 2)), part(most - Math.floor(most / 2)))
      .map((parts) => ({ kind: 'sendContent' as const, channel, base: 1, parts }));
    return fc.oneof({ weight: 2, arbitrary: plain }, content);
  });
}

function randomExpression(world: World, depth: number): fc.Arbitrary<Expression> {
  const { sizes, channels } = world;
  const isIn = fc
    .nat(sizes.length - 1)
    .chain((variable) =>
      fc
        .uniqueArray(fc.nat((sizes[variable] ?? 1) - 1), { maxLength: 3 })
        .map((values) => ({ kind: 'in' as const, variable, values: values.sort((a, b) => a - b) })),
    );
  const constant = fc.constantFrom<Expression>({ kind: 'true' }, { kind: 'false' });
  const leaves: fc.WeightedArbitrary<Expression>[] = [
    { weight: 8, arbitrary: isIn },
    { weight: 1, arbitrary: constant },
  ];
  if (channels.length > 0) leaves.push({ weight: 4, arbitrary: randomChannelExpression(world) });
  const leaf = fc.oneof(...leaves);
  if (depth === 0) return leaf;
  const parts = fc.array(randomExpression(world, depth - 1), { maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: parts }),
    randomExpression(world, depth - 1).map((of) => ({ kind: 'not' as const, of })),
  );
}

function randomChannelExpression({ channels }: World): fc.Arbitrary<Expression> {
  return fc.nat(channels.length - 1).chain((channel) => {
    const { order, capacity, messages } = channels[channel] ?? { order: 'queue', capacity: 1, messages: 1 };
    const some = fc.uniqueArray(randomMessage(messages), { maxLength: 3 }).map((list) => list.sort((a, b) => a - b));
    const waiting = fc
      .option(some)
      .map((list) => ({ kind: 'waiting' as const, channel, ...(list === null ? {} : { messages: list }) }));
    // Nothing is at a position of a bag.
    if (order === 'bag') return waiting;
    const at = fc.tuple(fc.nat(capacity - 1), some).map(([position, list]) => ({
      kind: 'at' as const,
      channel,
      position,
      messages: list,
    }));
    return fc.oneof(waiting, at);
  });
}

function randomProperties(world: World, plant: ComposedPlant): fc.Arbitrary<Property[]> {
  const expression = randomExpression(world, 1);
  const step = fc.nat(plant.steps.length - 1);
  const property = fc.oneof<fc.Arbitrary<Property>[]>(
    fc.record({ kind: fc.constant('never'), id: fc.constant('N'), bad: expression, onceSettled: fc.boolean() }),
    fc.record({
      kind: fc.constant('atStep'),
      id: fc.constant('A'),
      at: fc.array(fc.record({ step, bad: expression }), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('possible'), id: fc.constant('P'), from: expression, goal: expression }),
    fc.record(
      {
        kind: fc.constant('response'),
        id: fc.constant('R'),
        triggers: fc.array(fc.record({ step, given: expression }), { maxLength: 3 }),
        when: expression,
        goal: expression,
        machinesOnly: fc.boolean(),
      },
      { requiredKeys: ['kind', 'id', 'triggers', 'goal', 'machinesOnly'] },
    ),
    fc.record({ kind: fc.constant('reachable'), id: fc.constant('E'), goal: expression }),
  );
  return fc
    .array(property, { minLength: 1, maxLength: 8 })
    .map((list) => list.map((item, index) => ({ ...item, id: `${item.id}${index + 1}` })));
}

function plantOf(
  world: World,
  steps: readonly RandomStep[],
  initial: readonly (readonly number[])[],
  settled: Expression,
  resting: Expression,
): ComposedPlant {
  return {
    records: [{ name: 'lot 1', object: 'lot', number: 1, spare: false }],
    variables: world.sizes.map(variableOf),
    channels: world.channels.map(channelOf),
    steps: steps.map((step, id) => ({ id, name: `step ${id}`, transitions: [], ...step, ...faultOf(step) })),
    initial,
    freeAtoms: [],
    settled,
    resting,
    leftOut: [],
    bounds: {
      instances: { lot: 1 },
      spare: {},
      start: {},
      without: [],
      messages: Math.max(0, ...world.channels.map(({ capacity }) => capacity)),
      faults: 0,
      timing: 'any',
      procedures: true,
    },
  };
}

function variableOf(size: number, index: number): Variable {
  return {
    name: `V${index} of lot 1`,
    values: Array.from({ length: size }, (_, value) => `value ${value}`),
    role: { kind: 'status', lifecycle: `V${index}`, record: 0 },
  };
}

function channelOf({ order, capacity, messages }: RandomChannel, index: number): Channel {
  return {
    name: `IF-${index} to S${index}`,
    interface: `IF-${index}`,
    receiver: `S${index}`,
    capacity,
    order,
    messages: Array.from({ length: messages }, (_, message) => ({ label: `message ${message + 1}`, record: 0 })),
  };
}

function faultOf({ kind }: RandomStep): Pick<Step, 'fault'> {
  return kind === 'fault' ? { fault: 'lose' } : {};
}
