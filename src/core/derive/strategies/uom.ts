import Fraction from 'fraction.js';
import { compareText } from '../../diagnostics/order.ts';
import type { Element } from '../../model/element.ts';
import type { DerivationContext } from '../derivation-context.ts';
import { joinDrafts, NOTHING, type Drafts } from '../draft.ts';
import type { InterfaceView } from '../interface-view.ts';
import { mappingViews, type MappingView } from '../mapping-view.ts';
import { messageSweep, type MessageProbe } from '../message-sweep.ts';
import type { Exclusion } from '../test-case.ts';
import {
  bridgeOf,
  computable,
  decimalText,
  exactResult,
  shownResult,
  valuesAroundTurn,
  type Bridge,
  type ComputableConversion,
} from '../values/conversion-values.ts';
import { notDeclared } from '../wording/gaps.ts';
import { withinLatency } from '../wording/limits.ts';
import { rejectionWords } from '../wording/rejection.ts';
import type { Strategy } from './strategy.ts';

/** Hand-computed values through each conversion, where rounding turns and where limits lie. */
export const units: Strategy = {
  type: 'UOM',
  rule: 'Per converted field: three hand-computed values and every declared example; around the middle where rounding turns; inside, at and outside each limit after conversion; zero, negative, largest; wrong and missing unit where a unit travels; the way back.',
  derive: (context) =>
    joinDrafts([
      ...context.interfaces.flatMap((view) =>
        mappingViews(view, context).map((field) => fieldDrafts(field, view, context)),
      ),
      unused(context),
    ]),
};

function unused(context: DerivationContext): Drafts {
  const used = new Set(
    context.interfaces.flatMap((view) =>
      mappingViews(view, context).map(({ element }) => element.attributes.conversion),
    ),
  );
  return {
    ...NOTHING,
    exclusions: context.model
      .ofKind('conversion')
      .filter(({ id }) => !used.has(id))
      .map(({ key, id }) => ({
        rule: 'UOM',
        element: key,
        what: `Values through ${id}`,
        reason: 'No mapped field uses this conversion, so there is no place where its result can be seen.',
      })),
  };
}

/** One conversion in one field, with everything that its values are computed from. */
interface Converted {
  readonly field: MappingView;
  readonly view: InterfaceView;
  readonly conversion: Element<'conversion'>;
  readonly bridge: Bridge | undefined;
  readonly context: DerivationContext;
}

function fieldDrafts(field: MappingView, view: InterfaceView, context: DerivationContext): Drafts {
  const id = field.element.attributes.conversion;
  const conversion = id === undefined ? undefined : context.model.get('conversion', id);
  if (conversion === undefined) return NOTHING;
  const exclude = (what: string, reason: string): Exclusion => ({
    rule: 'UOM',
    element: field.element.key,
    what,
    reason,
  });
  const bridge = bridgeOf(conversion);
  const usual = usualBridge(conversion, bridge);
  const ready = computable(conversion, usual);
  if (ready === undefined)
    return { ...NOTHING, exclusions: [exclude(`Values of ${field.id}`, `NOT DECLARED: factor of ${conversion.id}.`)] };
  const converted: Converted = { field, view, conversion, bridge, context };
  const probes: readonly MessageProbe[] = [
    ...plainValues(converted, ready, usual),
    ...declaredExamples(converted),
    ...turns(converted, ready, usual),
    ...limits(converted, ready, usual),
    ...zeroAndNegative(converted, ready, usual),
    ...wrongUnit(converted),
  ];
  const exclusions = gaps(converted, exclude);
  const { from, to } = conversion.attributes;
  const source = field.sourceUnit;
  const mismatch =
    source === undefined || source === from
      ? []
      : [
          `${field.sources.join(', ')} is declared in ${source}, but ${conversion.id} converts from ${from}. ${notDeclared(`how a value in ${from} comes into ${field.sources.join(', ')}`)}; write how it was sent.`,
        ];
  return messageSweep(
    'UOM',
    view,
    field,
    `${field.id}: ${from} to ${to} by ${conversion.id}`,
    probes,
    exclusions,
    context,
    [
      ...mismatch,
      `Worked sheet of the reference values, checked by a second person, is attached: ${formula(conversion)}.`,
    ],
  );
}

/** The value of the bridging field in the first declared example, else a plain test value. */
function usualBridge(conversion: Element<'conversion'>, bridge: Bridge | undefined): string | undefined {
  if (bridge === undefined) return undefined;
  const declared = examplesOf(conversion)
    .map((example) => example.with?.[bridge.field])
    .find((value) => value !== undefined);
  return declared ?? '0.4';
}

function formula({
  id,
  attributes: { factor, offset, decimals, digits, rounding, from, to },
}: Element<'conversion'>): string {
  const by =
    typeof factor === 'string'
      ? `${from} × ${factor}`
      : factor.divideBy === undefined
        ? `${from} × ${factor.multiplyBy ?? '?'}`
        : `${from} ÷ ${factor.divideBy}`;
  const added = offset === undefined || offset === '0' ? '' : ` + ${offset}`;
  const kept =
    decimals !== undefined
      ? `${decimals} decimals`
      : digits !== undefined
        ? `${digits} significant digits`
        : notDeclared(`digits kept by ${id}`);
  return `${to} = ${by}${added}, ${kept}, rounding ${rounding ?? notDeclared(`rounding of ${id}`)}`;
}

function probe(
  converted: Converted,
  what: string,
  value: Fraction,
  conversion: ComputableConversion,
  bridge: string | undefined,
  objective: string,
): MessageProbe {
  const {
    field,
    view,
    conversion: { attributes },
    context,
  } = converted;
  const exact = exactResult(value, conversion);
  const shown = shownResult(value, conversion);
  const undecided =
    conversion.rounding.mode === undefined &&
    (conversion.rounding.decimals ?? conversion.rounding.digits) !== undefined;
  const seen = withinLatency([view.id], context, 'sending');
  const worked = `(exact: ${decimalText(exact)} ${attributes.to})`;
  const expected = undecided
    ? `${seen}: ${field.target} is ${decimalText(exact)} ${attributes.to} after rounding. (${notDeclared(`rounding of ${converted.conversion.id}`)}; write the value shown.)`
    : `${seen}: ${field.target} is ${shown} ${attributes.to} ${worked}.`;
  return { what, objective, input: `${valueWords(converted, value, bridge)}`, expected };
}

function valueWords(
  { field, conversion, bridge: between }: Converted,
  value: Fraction,
  bridge: string | undefined,
): string {
  const source = field.sources.join(', ');
  const bridging =
    between === undefined || bridge === undefined ? '' : ` for a record whose ${between.field} is ${bridge}`;
  return `${source === '' ? field.element.localId : source} = ${decimalText(value)} ${conversion.attributes.from}${bridging}`;
}

/** Decimals of the value that is sent; those of the sender's field say nothing when it is declared in another unit. */
function sourceDecimals({ field, conversion }: Converted): number | undefined {
  return field.sourceUnit === conversion.attributes.from ? field.sourceDecimals : undefined;
}

function plainValues(
  converted: Converted,
  conversion: ComputableConversion,
  bridge: string | undefined,
): readonly MessageProbe[] {
  const decimals = sourceDecimals(converted) ?? 2;
  const values = decimals === 0 ? ['1', '12', '250'] : ['1', '12.34', '250'];
  return values.map((text) =>
    probe(
      converted,
      `value ${text}`,
      new Fraction(text).round(decimals),
      conversion,
      bridge,
      `${text} ${converted.conversion.attributes.from} is converted by the exact factor.`,
    ),
  );
}

function examplesOf({ attributes }: Element<'conversion'>) {
  return [...(attributes.examples ?? [])].sort((a, b) => compareText(a.in, b.in));
}

function declaredExamples(converted: Converted): readonly MessageProbe[] {
  const { conversion, bridge } = converted;
  return examplesOf(conversion).flatMap((example) => {
    const between = bridge === undefined ? undefined : example.with?.[bridge.field];
    const ready = computable(conversion, between);
    if (ready === undefined) return [];
    const one = probe(
      converted,
      `example ${example.in}`,
      new Fraction(example.in),
      ready,
      between,
      `The declared example ${example.in} gives ${example.out}.`,
    );
    const shown = shownResult(new Fraction(example.in), ready);
    if (new Fraction(shown).equals(example.out)) return [one];
    return [
      {
        ...one,
        expected: `The specification contradicts itself: it declares ${example.out}, its own factor and rounding give ${shown}. Do not run this step; raise a deviation against the specification.`,
      },
    ];
  });
}

function turns(
  converted: Converted,
  conversion: ComputableConversion,
  bridge: string | undefined,
): readonly MessageProbe[] {
  const {
    conversion: { attributes },
  } = converted;
  const near = new Fraction(examplesOf(converted.conversion)[0]?.in ?? 12);
  return valuesAroundTurn(near, conversion, sourceDecimals(converted) ?? 4).map(({ value, side }) =>
    probe(
      converted,
      `turn ${side}`,
      value,
      conversion,
      bridge,
      `Rounding turns as declared: a value ${side} the point at which the result in ${attributes.to} changes.`,
    ),
  );
}

function limits(
  converted: Converted,
  conversion: ComputableConversion,
  bridge: string | undefined,
): readonly MessageProbe[] {
  const {
    field,
    conversion: { attributes },
  } = converted;
  const step = new Fraction(1).div(new Fraction(10).pow(sourceDecimals(converted) ?? 4));
  return (['min', 'max'] as const).flatMap((side) => {
    const declared = field.element.attributes[side];
    const number = declared === undefined ? undefined : /^-?[0-9./]+/u.exec(declared)?.[0];
    if (number === undefined) return [];
    const limit = new Fraction(number);
    const at = limit.sub(conversion.offset).div(conversion.factor);
    const grid = new Fraction(10).pow(sourceDecimals(converted) ?? 4);
    const nearest = new Fraction(at.mul(grid).floor()).div(grid);
    const inner =
      side === 'max'
        ? [nearest.sub(step), nearest, nearest.add(step)]
        : [nearest.add(step).add(step), nearest.add(step), nearest];
    const judged =
      attributes.compare === undefined
        ? notDeclared(`compare of ${converted.conversion.id}`)
        : `compared ${attributes.compare}`;
    return inner.map((value, position) => {
      const where = ['inside', 'at', 'outside'][position] ?? '';
      const one = probe(
        converted,
        `${side} ${where}`,
        value,
        conversion,
        bridge,
        `A value ${where} the limit ${side} ${declared ?? ''} of ${field.id} is judged after conversion.`,
      );
      const exact = exactResult(value, conversion);
      const compared = attributes.compare === 'rounded' ? new Fraction(shownResult(value, conversion)) : exact;
      const inside = side === 'max' ? compared.lte(limit) : compared.gte(limit);
      return {
        ...one,
        expected: `${one.expected.slice(0, -1)}; it is ${inside ? 'within' : 'outside'} the limit ${declared ?? ''} (${judged}).`,
      };
    });
  });
}

function zeroAndNegative(
  converted: Converted,
  conversion: ComputableConversion,
  bridge: string | undefined,
): readonly MessageProbe[] {
  const {
    field,
    conversion: { attributes },
  } = converted;
  const zero = probe(
    converted,
    'zero',
    new Fraction(0),
    conversion,
    bridge,
    `Zero ${attributes.from} is converted, not taken for a missing value.`,
  );
  const negative = probe(
    converted,
    'negative',
    new Fraction(-1),
    conversion,
    bridge,
    `A negative value is converted with its sign, or refused.`,
  );
  const source = field.sources[0] ?? field.element.localId;
  const text = `${field.target} is ${shownResult(new Fraction(-1), conversion)} ${attributes.to}, or the message is refused and nothing is stored; no value without its sign is found. (${notDeclared(`whether ${source} can be negative`)}; write which.)`;
  return [zero, { ...negative, expected: text }];
}

function wrongUnit({ field, view, conversion, context }: Converted): readonly MessageProbe[] {
  const carrier =
    field.element.attributes.source?.unit ?? context.model.get('field', field.sources[0] ?? '')?.attributes.unit;
  if (carrier === undefined || typeof carrier === 'string') return [];
  const rejected = `${rejectionWords(view)}.`;
  return [
    {
      what: 'wrong unit',
      objective: `A value in another unit than ${conversion.attributes.from} is refused.`,
      input: `${carrier.field} = ${conversion.attributes.to}`,
      expected: rejected,
    },
    {
      what: 'missing unit',
      objective: 'A value without a unit is refused.',
      input: `${carrier.field} left out`,
      expected: rejected,
    },
  ];
}

function gaps(
  { field, conversion, context }: Converted,
  exclude: (what: string, reason: string) => Exclusion,
): readonly Exclusion[] {
  const { attributes } = field.element;
  const found: Exclusion[] = [];
  if (attributes.min === undefined && attributes.max === undefined)
    found.push(
      exclude(
        `Values inside, at and outside a limit of ${field.id}`,
        'NOT DECLARED: min or max of the field after conversion.',
      ),
    );
  found.push(exclude(`Largest value of ${field.id}`, 'NOT DECLARED: largest value that the sender can hold.'));
  const unit = attributes.source?.unit ?? context.model.get('field', field.sources[0] ?? '')?.attributes.unit;
  if (unit === undefined || typeof unit === 'string')
    found.push(
      exclude(
        `Wrong and missing unit in ${field.id}`,
        `No unit travels with the value: it is fixed by the definition of ${field.id} and checked at installation (IQ MAP).`,
      ),
    );
  found.push(
    exclude(
      `Way back through ${conversion.id}`,
      'NOT DECLARED: a conversion back, and the error that a round trip may have.',
    ),
  );
  return found;
}
