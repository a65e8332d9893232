import { ABSENT } from '../../model/condition/state-vocabulary.ts';
import type { PlantRecord } from '../plant/composed-plant.ts';
import type { Machine } from './machines.ts';
import type { Variables } from './variables.ts';

/** The status of a record, and what it remembers of where it was. */
export interface StatusVariable {
  readonly machine: Machine;
  readonly record: number;
  readonly index: number;
  readonly labels: readonly string[];
  valueOf(state: string): number;
  /** For each group of states that a `{last: …}` names: the variable, and the states in which it can still be read. */
  readonly lasts: readonly {
    readonly states: readonly string[];
    readonly variable: number;
    readonly live: ReadonlySet<string>;
  }[];
}

/** Makes the status of a machine in a record, with every way in which it can begin. */
export function statusVariable(
  machine: Machine,
  record: number,
  records: readonly PlantRecord[],
  variables: Variables,
): StatusVariable {
  const { name = '', spare = false, object } = records[record] ?? {};
  const beginnings = spare ? [ABSENT] : machine.beginnings;
  const labels = machine.mayBeAbsent ? [ABSENT, ...machine.states] : machine.states;
  const called = object === undefined ? machine.id : `${machine.id} of ${name}`;
  const valueOf = (state: string): number => labels.indexOf(state);
  const role = { kind: 'status', lifecycle: machine.id, record } as const;
  const index = variables.add(
    {
      name: called,
      values: labels,
      role: machine.system === undefined ? role : { ...role, system: machine.system },
    },
    valueOf(beginnings[0] ?? ABSENT),
  );
  const lasts = machine.remembered.map((states) => ({
    states,
    live: statesThatRemember(machine, states),
    variable: variables.add(
      {
        name: `${called} was last in ${states.join(' or ')}`,
        values: ['not said', ...states],
        role: { kind: 'last', lifecycle: machine.id, record },
      },
      0,
    ),
  }));
  const open = beginnings.some((state) => lasts.some(({ live }) => live.has(state)));
  if (beginnings.length > 1 || open)
    variables.oneOf(
      beginnings.flatMap((state) => {
        let choices: Map<number, number>[] = [new Map([[index, valueOf(state)]])];
        // Where a record was before the story began, nobody knows.
        for (const { states, live, variable } of lasts)
          if (live.has(state))
            choices = choices.flatMap((choice) => states.map((_, at) => new Map([...choice, [variable, at + 1]])));
        return choices;
      }),
    );
  return { machine, record, index, labels, valueOf, lasts };
}

/** States outside the group from which a `{last: …}` of the group can come before the group is entered again. */
function statesThatRemember(machine: Machine, group: readonly string[]): ReadonlySet<string> {
  const live = new Set<string>();
  for (const { to, sources } of machine.moves)
    if (typeof to !== 'string' && to.last.join(' ') === group.join(' '))
      for (const source of sources) if (!group.includes(source)) live.add(source);
  for (let before = -1; before !== live.size;) {
    before = live.size;
    for (const { to, sources } of machine.moves) {
      const targets = typeof to !== 'string' ? to.last : to === 'same' ? [] : [to];
      if (!targets.some((target) => live.has(target))) continue;
      for (const source of sources) if (!group.includes(source)) live.add(source);
    }
  }
  return live;
}
