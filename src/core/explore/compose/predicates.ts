import type { Condition } from '../../language/condition.ts';
import { conditionText } from '../../model/condition/normal-form.ts';
import { matches, type StateVocabulary } from '../../model/condition/state-vocabulary.ts';
import { EMPTY, type Arrival, type CarriedItem } from './carried-items.ts';

/** What is asked of one value: a status or a field. */
export type Leaf = Extract<Condition, { kind: 'status' | 'comparison' }>;

/** Neither yes nor no = unknown. */
export type Verdict = 'yes' | 'no' | 'unknown';

/** Equal leaves have equal texts. */
export function leafText(leaf: Leaf): string {
  return conditionText(leaf);
}

/** Whether a comparison can be judged by the value alone: it is compared with fixed codes, or with nothing at all. */
export function isOfCodes(leaf: Leaf): boolean {
  if (leaf.kind === 'status') return true;
  return (
    leaf.comparison === 'filled' ||
    ((leaf.comparison === 'equals' || leaf.comparison === 'in') && leaf.operand.kind !== 'field')
  );
}

/** The values with which a leaf compares. */
export function valuesNamed(leaf: Leaf): readonly string[] {
  if (leaf.kind === 'status' || leaf.comparison === 'filled') return [];
  switch (leaf.operand.kind) {
    case 'value':
      return [leaf.operand.value];
    case 'values':
      return leaf.operand.values;
    case 'boolean':
      return [String(leaf.operand.value)];
    case 'field':
      return [];
  }
}

/** What a leaf says of a value: of a state (or `absent`), of a code, of an empty field. */
export function verdictOf(leaf: Leaf, value: string, vocabulary: StateVocabulary): Verdict {
  if (leaf.kind === 'status') {
    const holds = matches(leaf.states, leaf.lifecycle, value, vocabulary);
    return holds === undefined ? 'unknown' : holds ? 'yes' : 'no';
  }
  if (leaf.comparison === 'filled') {
    const asked = !(leaf.operand.kind === 'boolean' && !leaf.operand.value);
    return (value !== EMPTY) === asked ? 'yes' : 'no';
  }
  if (value === EMPTY) return 'unknown';
  return valuesNamed(leaf).includes(value) ? 'yes' : 'no';
}

/** What a leaf says of a value of the source of a mapped field, once it has arrived. A status is read as the sender has it. */
export function verdictOnItem(leaf: Leaf, raw: string, arrival: Arrival, vocabulary: StateVocabulary): Verdict {
  if (leaf.kind === 'status') return verdictOf(leaf, raw, vocabulary);
  return arrival.kind === 'value' ? verdictOf(leaf, arrival.value, vocabulary) : 'unknown';
}

/** Values between which nothing that is asked makes a difference. */
export interface ValueClass {
  /** For people: `Open, UnderReview or Dispositioned`. */
  readonly label: string;
  readonly values: readonly string[];
}

/** Groups values by what `distinguish` says of them, in the order of their first members. */
export function classesOf(values: readonly string[], distinguish: (value: string) => string): readonly ValueClass[] {
  const groups = new Map<string, string[]>();
  for (const value of values) {
    const key = distinguish(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return [...groups.values()].map((group) => ({ label: joined(group), values: group }));
}

/** `A`, `A or B`, `A, B or C`; an empty field is called `empty`. */
export function joined(values: readonly string[]): string {
  const words = values.map((value) => (value === EMPTY ? 'empty' : value));
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** The mapped field over which a leaf is read from an interface. */
export function itemFor(leaf: Leaf, items: ReadonlyMap<string, CarriedItem>): CarriedItem | undefined {
  if (leaf.kind === 'comparison') return items.get(leaf.field);
  for (const item of items.values())
    if (item.source.kind === 'status' && item.source.lifecycle === leaf.lifecycle) return item;
  return undefined;
}

/** Lifecycle or field that a leaf is about: of the owner, or as an interface brings it. */
export function subjectOf(leaf: Leaf, over: string | undefined): string {
  const own = leaf.kind === 'status' ? leaf.lifecycle : leaf.field;
  return over === undefined ? own : `${over}.${own}`;
}
