// Plants for measuring the search: lots that are held by a nonconformance report, a MES and an ERP which talk over three
// interfaces, one queue each. They grow with the lots, the messages that may wait, and the faults.

const LIFECYCLES = {
  NCR: ['none', 'open', 'review', 'rework', 'approved', 'closed'],
  HOLD: ['free', 'held', 'in_rework', 'scrapped'],
  STOCK: ['quality', 'released', 'blocked', 'shipped', 'scrapped'],
};
const RESTING = {
  NCR: ['none', 'closed'],
  HOLD: ['free', 'scrapped'],
  STOCK: ['quality', 'released', 'shipped', 'scrapped'],
};
const INTERFACES = {
  'IF-QM': { receiver: 'MES', messages: ['hold', 'rework', 'release', 'scrap'] },
  'IF-MQ': { receiver: 'QMS', messages: ['done'] },
  'IF-ME': { receiver: 'ERP', messages: ['block', 'release', 'scrap'] },
};
// [lifecycle, from, to, who or which message starts it, condition, message sent]
const TRANSITIONS = [
  ['NCR', 'none', 'open', 'person', {}, ['IF-QM', 'hold']],
  ['NCR', 'open', 'review', 'person', {}],
  ['NCR', 'review', 'open', 'person', {}],
  ['NCR', 'review', 'rework', 'person', {}, ['IF-QM', 'rework']],
  ['NCR', 'rework', 'review', ['IF-MQ', 'done'], {}],
  ['NCR', 'review', 'approved', 'person', {}, ['IF-QM', 'release']],
  ['NCR', 'review', 'closed', 'person', {}, ['IF-QM', 'scrap']],
  ['NCR', 'approved', 'closed', 'person', {}],
  ['NCR', 'closed', 'open', 'person', { HOLD: ['free'] }, ['IF-QM', 'hold']],
  ['HOLD', 'free', 'held', ['IF-QM', 'hold'], {}, ['IF-ME', 'block']],
  ['HOLD', 'held', 'in_rework', ['IF-QM', 'rework'], {}],
  ['HOLD', 'in_rework', 'held', 'person', {}, ['IF-MQ', 'done']],
  ['HOLD', 'held', 'free', ['IF-QM', 'release'], {}, ['IF-ME', 'release']],
  ['HOLD', 'held', 'scrapped', ['IF-QM', 'scrap'], {}, ['IF-ME', 'scrap']],
  ['STOCK', 'quality', 'released', 'person', { NCR: ['none', 'closed'] }],
  ['STOCK', 'quality', 'blocked', ['IF-ME', 'block'], {}],
  ['STOCK', 'released', 'blocked', ['IF-ME', 'block'], {}],
  ['STOCK', 'blocked', 'quality', ['IF-ME', 'release'], {}],
  ['STOCK', 'blocked', 'scrapped', ['IF-ME', 'scrap'], {}],
  ['STOCK', 'released', 'shipped', 'person', {}],
];

/** The plant with so many lots, messages in each queue and lost messages in one story. */
export function lotHoldPlant({ lots, messages, faults = 0 }) {
  const lifecycles = Object.keys(LIFECYCLES);
  const variableOf = (lifecycle, lot) => lot * lifecycles.length + lifecycles.indexOf(lifecycle);
  const isIn = (lifecycle, states, lot) => ({
    kind: 'in',
    variable: variableOf(lifecycle, lot),
    values: states.map((state) => LIFECYCLES[lifecycle].indexOf(state)).toSorted((a, b) => a - b),
  });
  const numbers = [...Array(lots).keys()];
  const variables = numbers.flatMap((lot) =>
    lifecycles.map((lifecycle) => ({
      name: `${lifecycle} of lot ${lot + 1}`,
      values: LIFECYCLES[lifecycle],
      role: { kind: 'status', lifecycle, record: lot },
    })),
  );
  const faultCount = variables.length;
  if (faults > 0)
    variables.push({
      name: 'faults so far',
      values: [...Array(faults + 1).keys()].map(String),
      role: { kind: 'faults' },
    });
  const ids = Object.keys(INTERFACES);
  const channels = ids.map((id) => ({
    name: `${id} to ${INTERFACES[id].receiver}`,
    interface: id,
    receiver: INTERFACES[id].receiver,
    capacity: messages,
    order: 'queue',
    messages: numbers.flatMap((lot) =>
      INTERFACES[id].messages.map((message) => ({ label: `${message} of lot ${lot + 1}`, message, record: lot })),
    ),
  }));
  const numberOf = ([id, message], lot) =>
    lot * INTERFACES[id].messages.length + INTERFACES[id].messages.indexOf(message) + 1;
  const first = (channel, message) => ({ kind: 'at', channel, position: 0, messages: [message] });
  const take = (channel) => ({ kind: 'take', channel, position: 0 });

  const steps = [];
  const add = (step) => steps.push({ id: steps.length, transitions: [], correction: false, ...step });
  for (const [index, [lifecycle, from, to, start, when, sent]] of TRANSITIONS.entries())
    for (const lot of numbers) {
      const channel = Array.isArray(start) ? ids.indexOf(start[0]) : undefined;
      const delivered = channel === undefined ? [] : [first(channel, numberOf(start, lot))];
      const condition = Object.entries(when).map(([other, states]) => isIn(other, states, lot));
      add({
        name: `T${index + 1} on lot ${lot + 1}`,
        kind: channel === undefined ? 'person' : 'delivery',
        guard: { kind: 'all', of: [isIn(lifecycle, [from], lot), ...delivered, ...condition] },
        actions: [
          { kind: 'set', variable: variableOf(lifecycle, lot), value: LIFECYCLES[lifecycle].indexOf(to) },
          ...(channel === undefined ? [] : [take(channel)]),
          ...(sent === undefined
            ? []
            : [{ kind: 'send', channel: ids.indexOf(sent[0]), message: numberOf(sent, lot) }]),
        ],
      });
    }
  for (const [channel, id] of ids.entries())
    for (const message of INTERFACES[id].messages)
      for (const lot of numbers) {
        const expected = TRANSITIONS.filter(([, , , start]) => start[0] === id && start[1] === message);
        const froms = expected.map(([, from]) => from);
        const guard = [
          first(channel, numberOf([id, message], lot)),
          { kind: 'not', of: isIn(expected[0][0], froms, lot) },
        ];
        add({
          name: `deliver ${message} of lot ${lot + 1}, which nobody expects`,
          kind: 'delivery',
          guard: { kind: 'all', of: guard },
          actions: [take(channel)],
        });
      }
  for (const [channel, id] of ids.entries()) {
    if (faults === 0) break;
    const below = { kind: 'in', variable: faultCount, values: [...Array(faults).keys()] };
    add({
      name: `lose the next message of ${id}`,
      kind: 'fault',
      fault: 'lose',
      guard: { kind: 'all', of: [{ kind: 'waiting', channel }, below] },
      actions: [{ kind: 'increase', variable: faultCount }, take(channel)],
    });
  }
  return {
    records: numbers.map((lot) => ({ name: `lot ${lot + 1}`, object: 'lot', number: lot + 1, spare: false })),
    variables,
    channels,
    steps,
    initial: [variables.map(() => 0)],
    freeAtoms: [],
    settled: { kind: 'all', of: channels.map((_, channel) => ({ kind: 'not', of: { kind: 'waiting', channel } })) },
    resting: {
      kind: 'all',
      of: numbers.flatMap((lot) => lifecycles.map((lifecycle) => isIn(lifecycle, RESTING[lifecycle], lot))),
    },
    leftOut: [],
    bounds: {
      instances: { lot: lots },
      spare: {},
      start: {},
      without: [],
      messages,
      faults,
      timing: 'any',
      procedures: true,
    },
  };
}

/** What the lots must never come to: shipped while a report about them is open, or scrapped in the MES and not in the ERP. */
export function lotHoldProperties({ lots }) {
  return [...Array(lots).keys()].flatMap((lot) => [
    {
      kind: 'never',
      id: `shipped ${lot + 1}`,
      onceSettled: false,
      bad: {
        kind: 'all',
        of: [
          { kind: 'in', variable: lot * 3 + 2, values: [3] },
          { kind: 'in', variable: lot * 3, values: [1, 2] },
        ],
      },
    },
    {
      kind: 'never',
      id: `scrapped ${lot + 1}`,
      onceSettled: true,
      bad: {
        kind: 'all',
        of: [
          { kind: 'in', variable: lot * 3 + 1, values: [3] },
          { kind: 'not', of: { kind: 'in', variable: lot * 3 + 2, values: [4] } },
        ],
      },
    },
  ]);
}
