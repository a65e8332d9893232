import { doesNotApply } from './declared.ts';
import type { Flow } from './flow-use.ts';

type Delivery = NonNullable<Flow['attributes']['delivery']>;

/** A way in which a transfer fails, and whether the interface says what then happens. */
export interface ErrorOutcome {
  readonly what: string;
  /** The attribute that says it first of all. */
  readonly attribute: 'onReject' | 'onTimeout' | 'onPartial';
  readonly answered: boolean;
}

/** Ways in which a transfer of this interface may fail. A part can be bad only where several records travel together. */
export function errorOutcomes(flow: Flow): readonly ErrorOutcome[] {
  const { delivery, pattern } = flow.attributes;
  const whole = doesNotApply(flow, 'delivery');
  const says = (...attributes: readonly (keyof Delivery)[]): boolean =>
    whole || attributes.some((attribute) => isAnswered(delivery, attribute));
  const repeats = (delivery?.retry?.max ?? 0) > 0;
  const several = pattern === 'batch' || pattern === 'file';
  return [
    { what: 'a message that is refused', attribute: 'onReject', answered: says('onReject', 'deadLetter') },
    {
      what: 'a message of which nobody knows whether it arrived',
      attribute: 'onTimeout',
      answered: repeats || says('onTimeout'),
    },
    ...(several
      ? [{ what: 'a transfer of which a part is bad', attribute: 'onPartial' as const, answered: says('onPartial') }]
      : []),
  ];
}

/** Whether an attribute of the delivery is declared, or said not to apply. */
export function isAnswered(delivery: Delivery | undefined, attribute: keyof Delivery): boolean {
  return delivery?.[attribute] !== undefined || attribute in (delivery?.notApplicable ?? {});
}
