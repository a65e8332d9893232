import { compareText } from '../../diagnostics/order.ts';
import type { Expression } from '../plant/expression.ts';
import { all, any, FALSE, not } from '../plant/simplify.ts';
import type { Truth } from './composition.ts';
import type { Flow } from './flows.ts';
import { classesOf, leafText, subjectOf, verdictOf, type Leaf, type Verdict } from './predicates.ts';
import { isIn } from './variables.ts';
import type { World } from './world.ts';

/** An answer that the asker keeps: 0 = none yet, else one more than the class of the value when it was given. */
export interface KeptAnswer {
  readonly flow: Flow;
  /** The record that asks. */
  readonly asker: number;
  /** The record whose value it is. */
  readonly record: number;
  readonly variable: number;
  /** The variable that was asked about, and the kept value for each of its values. */
  readonly source: number;
  readonly map: readonly number[];
  readonly says: ReadonlyMap<string, readonly Verdict[]>;
  readonly subject: string;
}

/** What questions are answered with: the truth, an old answer, or nothing at all while the interface is down. */
export interface Answers {
  readonly kept: readonly KeptAnswer[];
  truth(
    flow: Flow,
    leaf: Leaf,
    now: Truth,
    meant: (object: string) => readonly { readonly record: number; readonly when: Expression }[],
    asker: number | undefined,
  ): Truth;
}

/** Keeps an answer wherever one may be old: the interface caches it, is no question at all, or lets the last one count while it is down. */
export function answersOf(world: World): Answers {
  const kept: KeptAnswer[] = [];
  for (const flow of world.flows.values()) {
    const old = flow.answersMayBeOld || (flow.whenDown === 'last-known' && world.down(flow.id) !== undefined);
    if (old) kept.push(...keptOver(world, flow));
  }
  return {
    kept,
    truth: (flow, leaf, now, meant, asker) => {
      const object = world.machines.get(subjectOf(leaf, undefined))?.object;
      const cells = kept.filter((one) => one.flow === flow && one.asker === asker && one.says.has(leafText(leaf)));
      const places = object === undefined ? cells.map(({ record }) => ({ record, when: all() })) : meant(object);
      const among = (wanted: Verdict): Expression =>
        any(
          ...places.map(({ record, when }) => {
            const cell = cells.find((one) => one.record === record);
            const values = cell?.says
              .get(leafText(leaf))
              ?.flatMap((verdict, at) => (verdict === wanted ? [at + 1] : []));
            return cell === undefined || values === undefined || values.length === 0
              ? FALSE
              : all(when, isIn(cell.variable, ...values));
          }),
        );
      const last: Truth | undefined = cells.length === 0 ? undefined : { yes: among('yes'), no: among('no') };
      if (flow.answersMayBeOld && last !== undefined) return last;
      const down = world.down(flow.id);
      return down === undefined ? now : whileDown(world, flow, leaf, now, last, isIn(down, 1), asker);
    },
  };
}

function whileDown(
  world: World,
  flow: Flow,
  leaf: Leaf,
  now: Truth,
  last: Truth | undefined,
  down: Expression,
  asker: number | undefined,
): Truth {
  const instead = ((): Truth => {
    switch (flow.whenDown) {
      case 'last-known':
        return last ?? { yes: FALSE, no: FALSE };
      case 'proceed':
        // It goes on unchecked: whatever is asked for counts as given.
        return { yes: all(), no: all() };
      case 'manual': {
        const atom = world.atoms.of(
          `manual ${flow.id} ${leafText(leaf)} ${asker ?? ''}`,
          `people who take over for ${flow.id} find what is asked for`,
        );
        return { yes: atom, no: not(atom) };
      }
      default:
        return { yes: FALSE, no: FALSE };
    }
  })();
  return {
    yes: any(all(not(down), now.yes), all(down, instead.yes)),
    no: any(all(not(down), now.no), all(down, instead.no)),
  };
}

function keptOver(world: World, flow: Flow): readonly KeptAnswer[] {
  const asked = world.distinctions.queriedOver(flow.id);
  const subjects = [...new Set(asked.flatMap(({ leaf }) => (leaf.kind === 'status' ? [leaf.lifecycle] : [])))].sort(
    compareText,
  );
  const objects = new Set(asked.map(({ object }) => object));
  return subjects.flatMap((subject) => {
    const machine = world.machines.get(subject);
    if (machine === undefined) return [];
    const leaves = [
      ...new Map(
        asked.flatMap(({ leaf }) => (subjectOf(leaf, undefined) === subject ? [[leafText(leaf), leaf] as const] : [])),
      ).values(),
    ];
    const askers = [...objects].flatMap((object) => (object === undefined ? [] : world.recordsOfObject(object)));
    return askers.flatMap((asker) =>
      world.recordsOf(machine).flatMap((record): readonly KeptAnswer[] => {
        const status = world.status(subject, record);
        if (status === undefined || world.relations.related(asker, record).kind === 'false') return [];
        const classes = classesOf(status.labels, (label) =>
          leaves.map((leaf) => verdictOf(leaf, label, world.vocabulary)).join(' '),
        );
        const [about, by] = [world.records[record]?.name, world.records[asker]?.name];
        const variable = world.variables.add(
          {
            name: `${flow.id} as ${flow.from} last asked${about === by ? '' : ` for ${by}`} about ${about}: ${subject}`,
            values: ['nothing yet', ...classes.map(({ label }) => label)],
            role: { kind: 'copy', interface: flow.id, receiver: flow.from, record, reads: subject },
          },
          0,
        );
        return [
          {
            flow,
            asker,
            record,
            variable,
            source: status.index,
            map: status.labels.map((label) => classes.findIndex(({ values }) => values.includes(label)) + 1),
            says: new Map(
              leaves.map((leaf) => [
                leafText(leaf),
                classes.map(({ values }) => verdictOf(leaf, values[0] ?? '', world.vocabulary)),
              ]),
            ),
            subject,
          },
        ];
      }),
    );
  });
}
