import type { Condition } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import { elementKey } from '../../model/element.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { oneHigher } from '../judging/raw-finding.ts';
import type { RawFinding } from '../judging/raw-finding.ts';
import { defineAdjustment, keysOf } from './adjustment.ts';
import { unitsOfValue } from '../judging/units-used.ts';
import { toolsOf } from './output-lineage.ts';

/** Why an element counts as critical, and whether its value is a verdict, a quantity, a limit or a status. */
interface Weight {
  readonly reason: string;
  readonly decisive: boolean;
}

/**
 * A3. Critical is what says so, a requirement of high criticality, whatever a critical mapped field converts or maps with, and
 * a list that decides: a set of states, a list whose codes block or make usable, or one that a condition reads.
 */
export const criticalElement = defineAdjustment({
  id: 'A3',
  purpose:
    'Raises by one, to high at most, what is critical or is a status list; rules about codes, units and rounding to critical where the value decides.',
  lowers: false,
  prepare({ base, head }) {
    const weights = new Map([...weightsOf(base), ...weightsOf(head)]);
    return (raw) => {
      const { risk } = raw.finding;
      const found = weigh(raw, weights);
      if (found === undefined || risk === undefined) return undefined;
      const family = raw.rule?.family;
      // What makes a control stronger, or only adds to what is there, is no reason to stop.
      if (raw.finding.class === 'compatible') return { risk: oneHigher(risk, 'M'), reason: found.reason };
      const limit = found.decisive && (family === 'codes' || family === 'quantities') ? 'C' : 'H';
      return { risk: oneHigher(risk, limit), reason: found.reason };
    };
  },
});

function weigh(raw: RawFinding, weights: ReadonlyMap<ElementKey, Weight>): Weight | undefined {
  const keys = [
    ...keysOf(raw),
    ...[raw.before, raw.after].flatMap((element) =>
      element?.kind === 'code' && element.parent ? [element.parent] : [],
    ),
  ];
  const found = keys.map((key) => weights.get(key)).filter((weight) => weight !== undefined);
  return found.find(({ decisive }) => decisive) ?? found[0];
}

const WEIGHTS = new WeakMap<SpecModel, ReadonlyMap<ElementKey, Weight>>();

/** Element → why it counts as critical. */
export function weightsOf(model: SpecModel): ReadonlyMap<ElementKey, Weight> {
  const known = WEIGHTS.get(model);
  if (known !== undefined) return known;
  const weights = new Map<ElementKey, Weight>();
  WEIGHTS.set(model, weights);
  const add = (key: ElementKey, weight: Weight): void => {
    if (weights.get(key)?.decisive !== true) weights.set(key, weight);
  };
  for (const element of model.elements.values()) {
    const { attributes } = element;
    const critical = 'critical' in attributes && attributes.critical === true;
    if (critical) add(element.key, { reason: `${element.id} is critical`, decisive: isQuantity(element) });
    const high = 'criticality' in attributes && attributes.criticality === 'high';
    if (high) add(element.key, { reason: `criticality of ${element.id} is high`, decisive: false });
  }
  for (const carrier of [...model.ofKind('mapping'), ...model.ofKind('reply')]) {
    if (carrier.attributes.critical !== true) continue;
    for (const key of toolsOf(carrier)) {
      const decisive = key.startsWith('conversion:') || isDecisiveList(key, model);
      add(key, { reason: `the critical field ${carrier.id} depends on it`, decisive });
    }
  }
  for (const value of [...model.ofKind('field'), ...model.ofKind('mapping'), ...model.ofKind('reply')]) {
    if (value.attributes.critical !== true) continue;
    for (const key of unitsOfValue(model, value))
      add(key, { reason: `the critical field ${value.id} is measured in it`, decisive: true });
  }
  for (const set of model.ofKind('set')) add(set.key, { reason: `${set.id} is a list of statuses`, decisive: true });
  for (const key of decisiveLists(model))
    add(key, { reason: 'a condition or a trait makes it a list that decides', decisive: true });
  return weights;
}

function isQuantity({ kind, attributes }: Element): boolean {
  const value = kind === 'field' || kind === 'mapping' || kind === 'reply';
  return (
    value &&
    (('unit' in attributes && attributes.unit !== undefined) ||
      ('conversion' in attributes && attributes.conversion !== undefined))
  );
}

function isDecisiveList(key: ElementKey, model: SpecModel): boolean {
  return decisiveLists(model).has(key);
}

const LISTS = new WeakMap<SpecModel, ReadonlySet<ElementKey>>();

/** Code lists with a consequence, or read by a condition; value maps from a lifecycle, or from or to such a list. */
function decisiveLists(model: SpecModel): ReadonlySet<ElementKey> {
  const known = LISTS.get(model);
  if (known !== undefined) return known;
  const lists = new Set<ElementKey>();
  for (const code of model.ofKind('code')) {
    const { trait } = code.attributes;
    if (code.parent !== undefined && (trait === 'usable' || trait === 'blocking')) lists.add(code.parent);
  }
  for (const transition of model.ofKind('transition')) {
    const { when, procedure } = transition.attributes;
    for (const condition of [when, procedure]) {
      if (condition === undefined) continue;
      for (const codes of codesRead(condition, undefined, model)) lists.add(elementKey('code-list', codes));
    }
  }
  for (const map of model.ofKind('value-map')) {
    const { from, to } = map.attributes;
    const ends = [from, to].filter((end) => end !== undefined);
    const decides = ends.some(
      (end) => model.get('lifecycle', end) !== undefined || lists.has(elementKey('code-list', end)),
    );
    if (decides) lists.add(map.key);
  }
  LISTS.set(model, lists);
  return lists;
}

/** Code lists of the fields that a condition compares; within a read, fields of that interface are meant. */
function* codesRead(condition: Condition, carrier: string | undefined, model: SpecModel): Generator<string> {
  if (condition.kind === 'comparison') {
    const { field } = condition;
    yield* listsOf(model.get('field', field), model);
    yield* listsOf(model.get('mapping', `${carrier}.${field}`), model);
    yield* listsOf(model.get('reply', `${carrier}.${field}`), model);
  }
  const within = condition.kind === 'read' ? condition.interface : carrier;
  for (const part of partsOf(condition)) yield* codesRead(part, within, model);
}

function listsOf(field: Element<'field' | 'mapping' | 'reply'> | undefined, model: SpecModel): readonly string[] {
  if (field === undefined) return [];
  const { attributes } = field;
  const map = 'map' in attributes && attributes.map !== undefined ? model.get('value-map', attributes.map) : undefined;
  return [attributes.codes, map?.attributes.from, map?.attributes.to].filter((list) => list !== undefined);
}
