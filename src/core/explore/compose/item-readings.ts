import type { StateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { Arrival, CarriedItem } from './carried-items.ts';
import type { Flow } from './flows.ts';
import { classesOf, isOfCodes, joined, verdictOnItem, type Leaf, type ValueClass, type Verdict } from './predicates.ts';

/** A mapped field that some explored condition reads at a receiver: which values make a difference there. */
export interface ItemReading {
  readonly item: CarriedItem;
  /** Some condition reads it as a copy, so that the receiver has to remember it. */
  readonly copied: boolean;
  /** Values of the source, grouped; undefined = the search does not follow them, every value is free. */
  readonly classes: readonly ValueClass[] | undefined;
  /** Values are free only because the plant is not exact: some step fills them. */
  readonly loosened: boolean;
  /** What the receiver remembers, as far as it makes a difference; `delivered` alone where values are free. */
  readonly remembered: readonly ValueClass[];
  /** What a message with this name and this class of values leaves in the copy. */
  remember(message: string, valueClass: number): number | 'keep' | 'reject';
  /** What a leaf says of a class of values that a message with this name carries. */
  onMessage(leaf: Leaf, message: string, valueClass: number): Verdict | 'free';
  /** What a leaf says of a remembered class. */
  onCopy(leaf: Leaf, remembered: number): Verdict | 'free';
}

/** A value of the source, and as what it arrives. */
interface Pair {
  readonly raw: string;
  readonly arrival: Arrival;
}

/** Groups the values that a mapped field can have by what is asked of the message, and of what is remembered of it. */
export function itemReading(
  item: CarriedItem,
  flow: Flow,
  domain: readonly string[] | undefined,
  leaves: readonly Leaf[],
  remembered: readonly Leaf[],
  vocabulary: StateVocabulary,
): ItemReading {
  const copied = remembered.length > 0;
  if (domain === undefined) return { ...FREE, item, copied };
  const names = flow.messages.length === 0 ? [flow.id] : flow.messages;
  // What comes from outside is told by the code that arrives; there is no source value to be mapped.
  const arrivesAsIs = domain === item.codes;
  const pair = (raw: string, message: string): Pair => ({
    raw,
    arrival: arrivesAsIs ? { kind: 'value', value: raw } : item.arrive(raw, message),
  });
  const says = (of: readonly Leaf[], { raw, arrival }: Pair): string =>
    of.map((leaf) => (isOfCodes(leaf) ? verdictOnItem(leaf, raw, arrival, vocabulary) : 'free')).join(' ');
  const classes = classesOf(domain, (raw) =>
    names.map((name) => `${pair(raw, name).arrival.kind} ${says(leaves, pair(raw, name))}`).join(' / '),
  );
  const copies = new Map<string, Pair[]>();
  for (const name of names)
    for (const raw of domain) {
      const one = pair(raw, name);
      if (one.arrival.kind !== 'value') continue;
      const key = says(remembered, one);
      copies.set(key, [...(copies.get(key) ?? []), one]);
    }
  const [keys, members] = [[...copies.keys()], [...copies.values()]];
  const shared = (leaf: Leaf, of: readonly Pair[]): Verdict | 'free' => {
    const verdicts = new Set(of.map(({ raw, arrival }) => verdictOnItem(leaf, raw, arrival, vocabulary)));
    const [only] = verdicts;
    return verdicts.size === 1 && only !== undefined && isOfCodes(leaf) ? only : 'free';
  };
  return {
    item,
    copied,
    classes,
    loosened: false,
    remembered: members.map((pairs) => {
      const values = [...new Set(pairs.map((one) => called(item, one)))];
      return { label: joined(values), values };
    }),
    remember: (message, valueClass) => {
      const one = pair(classes[valueClass]?.values[0] ?? '', message);
      return one.arrival.kind === 'value' ? keys.indexOf(says(remembered, one)) : one.arrival.kind;
    },
    onMessage: (leaf, message, valueClass) =>
      shared(
        leaf,
        (classes[valueClass]?.values ?? []).map((raw) => pair(raw, message)),
      ),
    onCopy: (leaf, at) => shared(leaf, members[at] ?? []),
  };
}

/** Of a value that is not followed, only that it has arrived is remembered. */
const FREE: Omit<ItemReading, 'item' | 'copied'> = {
  classes: undefined,
  loosened: false,
  remembered: [{ label: 'delivered', values: [] }],
  remember: () => 0,
  onMessage: () => 'free',
  onCopy: () => 'free',
};

/** The same where only steps read it, and may find any value once something was sent. */
export function loosenedReading(item: CarriedItem): ItemReading {
  return { ...FREE, item, copied: true, loosened: true };
}

/** A status is called as the sender has it, a code as it arrives. */
function called({ source }: CarriedItem, { raw, arrival }: Pair): string {
  return source.kind === 'status' || arrival.kind !== 'value' ? raw : arrival.value;
}
