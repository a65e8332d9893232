import { compareText } from '../../diagnostics/order.ts';
import { isOfCodes } from './predicates.ts';
import { conditionsOfMoves, readingsIn } from './readings.ts';
import type { Judge } from './situation.ts';
import type { World } from './world.ts';

/** What the world leaves out or idealises, in whole sentences, sorted. */
export function leftOutOf(judge: Judge): readonly string[] {
  const { world } = judge;
  const said = [
    'Time is not counted: how long messages, retries and people take is open.',
    ...withoutSentences(world),
    ...startSentences(world),
    ...valueSentences(world),
    ...messageSentences(judge),
    ...faultSentences(world),
    ...(world.bounds.procedures
      ? []
      : ['Nobody is relied on to follow a procedure: only what systems enforce counts.']),
    ...world.leftOut,
  ];
  return [...new Set(said)].sort(compareText);
}

function withoutSentences({ bounds, model }: World): readonly string[] {
  return bounds.without.map((id) =>
    model.get('transition', id) === undefined
      ? `${id} is left out of the search: what conditions ask of it may be true or false.`
      : `${id} is left out of the search: it never happens.`,
  );
}

function startSentences(world: World): readonly string[] {
  return [...world.machines.values()].flatMap((machine) => {
    const { id, moves, beginnings } = machine;
    const past = world
      .recordsOf(machine)
      .some((record) =>
        (world.status(id, record)?.lasts ?? []).some(({ live }) => beginnings.some((state) => live.has(state))),
      );
    return [
      ...(beginnings.length > 1 ? [`${id} does not say where it begins: a story may begin in any of its states.`] : []),
      ...(past ? [`Where ${id} was before the story begins is open, as far as a step leads back there.`] : []),
      ...moves
        .filter(({ declared }) => !declared)
        .map((move) => `${move.id} does not say what starts it: it may happen whenever its condition holds.`),
      ...moves
        .filter(({ timed }) => timed)
        .map((move) => `${move.id} waits for a time: it may happen at any moment at which it is possible.`),
    ];
  });
}

/** What is read but not followed. */
function valueSentences(world: World): readonly string[] {
  const fields = new Set<string>();
  const ages = new Set<string>();
  const objects = new Set<string>();
  let facts = 0;
  for (const condition of conditionsOfMoves([...world.machines.values()], world.bounds.procedures)) {
    const found = readingsIn(condition);
    facts += found.facts;
    for (const object of found.objects)
      if (world.recordsOfObject(object).length === 0 && world.bounds.instances[object] !== 0) objects.add(object);
    for (const { leaf, from, interfaces, maxAge } of found.readings) {
      if (maxAge) interfaces.forEach((name) => ages.add(name));
      if (leaf.kind !== 'comparison') continue;
      if (from === 'owner' && (!isOfCodes(leaf) || !world.distinctions.followed.has(leaf.field)))
        fields.add(leaf.field);
      if (from !== 'owner')
        for (const name of interfaces) if (!isFollowed(world, name, leaf.field)) fields.add(`${name}.${leaf.field}`);
    }
  }
  return [
    ...(facts > 0 ? ['What only people or tests can tell (facts) may be true or false at each step.'] : []),
    ...(fields.size > 0
      ? [
          `Values of these fields are not followed, and what conditions ask of them may be true or false at each step: ${[...fields].sort(compareText).join(', ')}.`,
        ]
      : []),
    ...[...objects].map(
      (object) =>
        `There is no record of ${object} in this world: what conditions ask of such records may be true or false.`,
    ),
    ...[...ages].map((name) => `How old a copy over ${name} is stays open: it counts whatever its age.`),
  ];
}

function isFollowed(world: World, name: string, field: string): boolean {
  const flow = world.flows.get(name);
  return (flow?.to ?? []).some(
    (receiver) => world.distinctions.itemsAt(name, receiver).get(field)?.classes !== undefined,
  );
}

function messageSentences({ world, mail, answers }: Judge): readonly string[] {
  const flows = [...new Set(mail.inboxes.map(({ flow }) => flow))];
  return [
    ...flows
      .filter(({ outside }) => outside)
      .map(
        ({ id }) =>
          `No explored step sends ${id}: its messages may arrive at any moment with any content, and one for which there is no step is ignored.`,
      ),
    ...flows
      .filter(({ outside, synchronous, element }) => {
        const undeclared = element.attributes.delivery?.order === undefined;
        return undeclared && !outside && !synchronous;
      })
      .map(({ id }) => `${id} does not say whether order is kept: its messages may overtake one another.`),
    ...new Set(
      answers.kept.map(({ flow }) =>
        flow.answersMayBeOld
          ? `An answer over ${flow.id} may be any that was true since the beginning: how long one is kept is not counted.`
          : `While ${flow.id} is down, the last answer counts, and it may be any that was true before.`,
      ),
    ),
    ...(world.bounds.timing === 'settled' ? ['People and the outside do nothing while something is on its way.'] : []),
  ];
}

function faultSentences(world: World): readonly string[] {
  if (world.faults === undefined) return [];
  return [...world.flows.values()].flatMap(({ id, faults, recognisesRepeats, order, whenDown, waitsWhenDown }) => [
    ...(faults.includes('duplicate') && recognisesRepeats
      ? [`A repeated message of ${id} is recognised by its key and changes nothing; the fault is left out.`]
      : []),
    ...(faults.includes('duplicate') && !recognisesRepeats && order === 'queue'
      ? [
          `A repeated message of ${id} arrives again at once: one that comes again later, behind others, is not explored.`,
        ]
      : []),
    ...(faults.includes('overtake') && order === 'bag'
      ? [`Messages of ${id} may overtake one another without that being a fault.`]
      : []),
    ...(faults.includes('outage') && !waitsWhenDown && whenDown !== 'refuse'
      ? [`What is sent over ${id} while it is down does not arrive; how people catch up afterwards is not explored.`]
      : []),
    ...(faults.includes('outage') ? [`How long ${id} can be down and how much waits meanwhile is not counted.`] : []),
  ]);
}
