import type { SpecModel } from '../../model/spec-model.ts';
import type { PlantRecord } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import { all, any, FALSE, TRUE } from '../plant/simplify.ts';
import type { Variables } from './variables.ts';

/** How the records of the world belong together. */
export interface Relations {
  /** Objects to which records of an object belong directly, with whether they may belong to several. */
  parentsOf(object: string): readonly { readonly object: string; readonly many: boolean }[];
  /** Whether one record belongs directly to another. */
  belongs(record: number, to: number): Expression;
  /** The variable that says so, where it is not the same in every story. */
  belongsVariable(record: number, to: number): number | undefined;
  /** Whether one of them belongs to the other, directly or through others; a record is related to itself. */
  related(a: number, b: number): Expression;
  /** Whether records of these objects can be related at all. */
  areRelated(a: string, b: string): boolean;
}

/** Whether one record belongs directly to another, where somebody knows it beforehand. */
export type KnownRelations = (record: PlantRecord, to: PlantRecord) => boolean;

/** Reads `of` of every object; where several parents are possible and nobody knows which, every possibility is a way to begin. */
export function relationsOf(
  model: SpecModel,
  records: readonly PlantRecord[],
  recordsOf: (object: string) => readonly number[],
  variables: Variables,
  known?: KnownRelations,
): Relations {
  const parentsOf = (object: string): readonly { object: string; many: boolean }[] => {
    const of = model.get('object', object)?.attributes.of;
    if (of === undefined) return [];
    if (typeof of === 'string') return [{ object: of, many: false }];
    return Object.entries(of).map(([parent, { many }]) => ({ object: parent, many: many === true }));
  };
  const fixed = new Map<string, Expression>();
  const open = new Map<string, number>();

  records.forEach(({ object, spare, name }, record) => {
    if (object === undefined) return;
    for (const { object: parent, many } of parentsOf(object)) {
      const possible = recordsOf(parent);
      if (known !== undefined) {
        const own = records[record];
        for (const one of possible) {
          const to = records[one];
          fixed.set(`${record} ${one}`, own !== undefined && to !== undefined && known(own, to) ? TRUE : FALSE);
        }
        continue;
      }
      const present = possible.filter((one) => records[one]?.spare === false);
      const [only] = present;
      const settled = possible.length === 1 || (!spare && !many && present.length === 1);
      if (settled && only !== undefined) {
        for (const one of possible) fixed.set(`${record} ${one}`, one === only ? TRUE : FALSE);
        continue;
      }
      for (const one of possible)
        open.set(
          `${record} ${one}`,
          variables.add(
            {
              name: `${name} belongs to ${records[one]?.name}`,
              values: ['no', 'yes'],
              role: { kind: 'belongs', record, to: one },
            },
            0,
          ),
        );
      if (spare || present.length === 0) continue;
      const groups = many ? subsets(present) : present.map((one) => [one]);
      variables.oneOf(groups.map((group) => new Map(group.map((one) => [open.get(`${record} ${one}`) ?? 0, 1]))));
    }
  });

  const belongs = (record: number, to: number): Expression => {
    const variable = open.get(`${record} ${to}`);
    return variable === undefined ? (fixed.get(`${record} ${to}`) ?? FALSE) : { kind: 'in', variable, values: [1] };
  };
  const upward = (record: number, to: number, seen: readonly string[]): Expression => {
    const { object } = records[record] ?? {};
    if (object === undefined || seen.includes(object)) return FALSE;
    const direct = belongs(record, to);
    if (direct.kind === 'true') return TRUE;
    const through = parentsOf(object).flatMap((parent) =>
      recordsOf(parent.object).map((one) => all(belongs(record, one), upward(one, to, [...seen, object]))),
    );
    return any(direct, ...through);
  };
  const related = (a: number, b: number): Expression => {
    if (a === b) return TRUE;
    // The one record of a lifecycle without object concerns everything.
    if (records[a]?.object === undefined || records[b]?.object === undefined) return TRUE;
    return any(upward(a, b, []), upward(b, a, []));
  };
  const reaches = (from: string, to: string, seen: readonly string[]): boolean =>
    from === to || (!seen.includes(from) && parentsOf(from).some(({ object }) => reaches(object, to, [...seen, from])));
  return {
    parentsOf,
    belongs,
    belongsVariable: (record, to) => open.get(`${record} ${to}`),
    related,
    areRelated: (a, b) => reaches(a, b, []) || reaches(b, a, []),
  };
}

/** Every choice of at least one. */
function subsets(of: readonly number[]): readonly (readonly number[])[] {
  return of.reduce<readonly (readonly number[])[]>(
    (found, one) => [...found, [one], ...found.map((group) => [...group, one])],
    [],
  );
}
