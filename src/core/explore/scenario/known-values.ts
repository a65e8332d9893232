import type { Condition } from '../../language/condition.ts';
import { orderOf, ordered } from '../../model/condition/ordered-value.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import type { Step } from '../plant/composed-plant.ts';
import type { Scene, Stage } from './scene.ts';

type Comparison = Extract<Condition, { kind: 'comparison' }>;

/** Free atoms that the values which the story has stated decide, among the conditions of a step. */
export function knownAtoms(stage: Stage, scene: Scene, step: Step): ReadonlyMap<number, boolean> {
  const known = new Map<number, boolean>();
  if (scene.values.size === 0) return known;
  for (const { id, record } of step.transitions) {
    const object = stage.plant.records[record]?.object;
    const attributes = stage.model.get('transition', id)?.attributes;
    if (object === undefined || attributes === undefined) continue;
    for (const condition of [attributes.when, attributes.procedure]) {
      for (const comparison of condition === undefined ? [] : comparisonsIn(condition)) {
        const truth = compared(comparison, (field) => statedValue(stage, scene, object, record, field));
        if (truth === undefined) continue;
        const { yes, no } = stage.composition.condition(comparison, new Map([[object, record]]), undefined, step);
        if (yes.kind === 'free') known.set(yes.atom, truth);
        if (no.kind === 'free') known.set(no.atom, !truth);
      }
    }
  }
  return known;
}

/** The comparisons that speak of the record itself: not those inside quantifiers, nor of what was read elsewhere. */
function comparisonsIn(condition: Condition): readonly Comparison[] {
  if (condition.kind === 'comparison') return [condition];
  if (condition.kind === 'quantified' || condition.kind === 'read' || condition.kind === 'message') return [];
  return partsOf(condition).flatMap(comparisonsIn);
}

function statedValue(
  { records }: Stage,
  { values, cast }: Scene,
  object: string,
  record: number,
  field: string,
): string | undefined {
  const [owner, name] = field.split('.');
  if (owner !== object) return undefined;
  const called = records.find((one) => one.object === object && cast.get(one.name) === record);
  return called === undefined ? undefined : values.get(`${called.name}.${name}`);
}

/** Whether a comparison is true for stated values; undefined when not all of them are stated, or they cannot be compared. */
export function compared(
  { field, comparison, operand }: Comparison,
  stated: (field: string) => string | undefined,
): boolean | undefined {
  const value = stated(field);
  if (value === undefined) return undefined;
  if (comparison === 'filled') return operand.kind === 'boolean' && operand.value === (value !== 'empty');
  const operands =
    operand.kind === 'field'
      ? [stated(operand.field)]
      : operand.kind === 'values'
        ? operand.values
        : [String(operand.value)];
  const limits = operands.filter((one) => one !== undefined);
  if (limits.length < operands.length) return undefined;
  const comparable = ordered([value, ...limits]) !== undefined;
  if (comparison === 'equals' || comparison === 'in') {
    return limits.some((limit) => (comparable ? orderOf(value, limit) === 0 : value === limit));
  }
  const [limit] = limits;
  if (limit === undefined || !comparable) return undefined;
  const order = orderOf(value, limit);
  switch (comparison) {
    case 'above':
      return order > 0;
    case 'atLeast':
      return order >= 0;
    case 'below':
      return order < 0;
    case 'atMost':
      return order <= 0;
  }
}
