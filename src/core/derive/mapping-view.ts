import type { Element } from '../model/element.ts';
import type { DerivationContext } from './derivation-context.ts';
import type { InterfaceView } from './interface-view.ts';

/** One mapped field, read for testing: what the sender holds, what arrives, what lies between. */
export interface MappingView {
  readonly element: Element<'mapping'> | Element<'reply'>;
  readonly id: string;
  /** Name under which it arrives. */
  readonly target: string;
  readonly sources: readonly string[];
  readonly type: string | undefined;
  /** Longest value that arrives, and longest that the sender holds. */
  readonly length: number | undefined;
  readonly sourceLength: number | undefined;
  readonly decimals: number | undefined;
  readonly sourceDecimals: number | undefined;
  readonly unit: string | undefined;
  readonly sourceUnit: string | undefined;
  /** Code list of what the sender holds. */
  readonly sourceCodes: string | undefined;
  readonly reply: boolean;
}

export function mappingViews(view: InterfaceView, context: DerivationContext): readonly MappingView[] {
  return [
    ...view.fields.map((field) => mappingView(field, false, context)),
    ...view.reply.map((field) => mappingView(field, true, context)),
  ];
}

function mappingView(
  element: Element<'mapping'> | Element<'reply'>,
  reply: boolean,
  context: DerivationContext,
): MappingView {
  const { attributes } = element;
  const sources = attributes.from ?? [];
  const object = sources.length === 1 ? context.model.get('field', sources[0] ?? '')?.attributes : undefined;
  const source = attributes.source;
  const text = (value: string | { readonly field: string } | undefined): string | undefined =>
    typeof value === 'string' ? value : undefined;
  return {
    element,
    id: element.id,
    target: attributes.to ?? element.localId,
    sources,
    type: attributes.type ?? source?.type ?? object?.type,
    length: attributes.length,
    sourceLength: source?.length ?? object?.length,
    decimals: attributes.decimals,
    sourceDecimals: source?.decimals ?? object?.decimals,
    unit: text(attributes.unit),
    sourceUnit: text(source?.unit) ?? text(object?.unit),
    sourceCodes: source?.codes ?? object?.codes,
    reply,
  };
}

/** Where the value comes from, as printed: `ncr.id`, `the status NCR`, `the name of the message`. */
export function sourceWords(
  { sources, element }: MappingView,
  view: InterfaceView,
  context: DerivationContext,
): string {
  const { attributes } = element;
  if (attributes.constant !== undefined) return `the constant ${attributes.constant}`;
  if (sources.length === 0)
    return attributes.derivation ?? `an entry by ${attributes.capture ?? 'hand'} in ${view.to[0] ?? 'the receiver'}`;
  return sources
    .map((source) =>
      source === 'message'
        ? 'the name of the message'
        : context.lifecycle(source) === undefined
          ? source
          : `the status ${source}`,
    )
    .join(', ');
}
