import type { ComposedPlant, Variable } from '../plant/composed-plant.ts';
import { identifiers } from './identifiers.ts';
import type { Identifiers } from './identifiers.ts';

/** What the parts of a plant are called in an export; each list is parallel to the plant's. */
export interface PlantNames {
  readonly variables: readonly string[];
  /** Variable → value → its name, or its number where the label is that number. */
  readonly values: readonly (readonly string[])[];
  readonly channels: readonly string[];
  /** Channel → name of message 1, 2, …; message 0 does not exist. */
  readonly messages: readonly (readonly string[])[];
  readonly steps: readonly string[];
  /** Variable → where its value from before a step is kept. */
  readonly before: readonly string[];
  /** Channel → how many messages wait, where that is kept apart. */
  readonly lengths: readonly string[];
  /** Channel → that a step found it full. */
  readonly full: readonly string[];
  /** Step → its guard alone. */
  readonly guards: readonly string[];
  /** Channel → its messages in their order. */
  readonly messageLists: readonly string[];
  /** That nothing can happen though some record may not stay. */
  readonly stuck: string;
  /** Every named number: to be declared once. */
  readonly numbers: readonly NamedNumber[];
  /** Gives out further names. */
  readonly book: Identifiers;
}

/** A name that stands for a number, with the label that it was made from. */
export interface NamedNumber {
  readonly name: string;
  readonly number: number;
  readonly label: string;
  /** What it is a value or a message of: the same text for those that belong together. */
  readonly of: string;
}

/**
 * Names made from the labels of the plant: `v_NCR_of_ncr_1`, `NCR_Open`, `queue_IF_001_to_MES`, `S7_NCR_T01_on_ncr_1`. Variables
 * with the same values share their names, and so do channels with the same messages.
 */
export function plantNames(plant: ComposedPlant): PlantNames {
  const book = identifiers();
  const numbers: NamedNumber[] = [];
  const known = new Map<string, readonly string[]>();
  const namesOf = (of: string, labels: readonly string[], first: number): readonly string[] => {
    const key = JSON.stringify([of, first, labels]);
    const named = known.get(key) ?? labels.map((label) => book.make(`${of} ${label}`));
    if (!known.has(key))
      labels.forEach((label, index) => numbers.push({ name: named[index] ?? '', number: first + index, label, of }));
    known.set(key, named);
    return named;
  };
  return {
    variables: plant.variables.map(({ name }) => book.make(`v ${name}`)),
    values: plant.variables.map((variable) =>
      variable.values.every((label, index) => label === String(index))
        ? variable.values
        : namesOf(subjectOf(variable), variable.values, 0),
    ),
    channels: plant.channels.map(({ name, order }) => book.make(`${order} ${name}`)),
    messages: plant.channels.map((channel) =>
      namesOf(
        channel.interface,
        channel.messages.map(({ label }) =>
          label.startsWith(`${channel.interface} `) ? label.slice(channel.interface.length + 1) : label,
        ),
        1,
      ),
    ),
    steps: plant.steps.map(({ id, name }) => book.make(`S${id} ${name}`)),
    before: plant.variables.map(({ name }) => book.make(`before ${name}`)),
    lengths: plant.channels.map(({ name }) => book.make(`length ${name}`)),
    full: plant.channels.map(({ name }) => book.make(`full ${name}`)),
    guards: plant.steps.map(({ id, name }) => book.make(`guard S${id} ${name}`)),
    messageLists: plant.channels.map(({ name }) => book.make(`messages ${name}`)),
    stuck: book.make('stuck record'),
    numbers,
    book,
  };
}

/** A declaration of each named number, with an empty line between those that belong together and the next. */
export function numberLines(
  { numbers }: PlantNames,
  declare: (name: string, number: number, label: string) => string,
): readonly string[] {
  return numbers.flatMap(({ name, number, label, of }, index) => {
    const before = numbers[index - 1];
    const begins = before !== undefined && (before.of !== of || before.number >= number);
    return [...(begins ? [''] : []), declare(name, number, label)];
  });
}

/** The values that the variable has when it has none of these. */
export function complement(
  { values }: PlantNames,
  { variable, values: named }: { readonly variable: number; readonly values: readonly number[] },
): readonly number[] {
  return (values[variable] ?? []).map((_, value) => value).filter((value) => !named.includes(value));
}

function subjectOf({ role }: Variable): string {
  switch (role.kind) {
    case 'status':
      return role.lifecycle;
    case 'last':
      return `last ${role.lifecycle}`;
    case 'field':
      return role.field;
    case 'copy':
      return `${role.interface} ${role.reads}`;
    case 'existence':
    case 'belongs':
    case 'down':
    case 'faults':
      return role.kind;
    case 'history':
      return `history ${role.property}`;
  }
}
