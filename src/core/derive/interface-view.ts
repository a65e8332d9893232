import type { Element, ElementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import { interfaceOf, type LifecycleView, type TransitionView } from './lifecycle-view.ts';

/** One interface, read for testing. */
export interface InterfaceView {
  readonly key: ElementKey;
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly attributes: Element<'interface'>['attributes'];
  readonly fields: readonly Element<'mapping'>[];
  readonly reply: readonly Element<'reply'>[];
  readonly messages: readonly string[];
  readonly emitters: readonly TransitionView[];
  readonly receivers: readonly TransitionView[];
  readonly element: Element<'interface'>;
}

export function interfaceViews(model: SpecModel, lifecycles: readonly LifecycleView[]): readonly InterfaceView[] {
  const transitions = lifecycles.flatMap((lifecycle) => lifecycle.transitions);
  return model.ofKind('interface').map((element) => ({
    key: element.key,
    id: element.id,
    from: element.attributes.from,
    to: element.attributes.to,
    attributes: element.attributes,
    fields: model.partsOf(element, 'mapping'),
    reply: model.partsOf(element, 'reply'),
    messages: model.partsOf(element, 'message').map(({ localId }) => localId),
    emitters: transitions.filter(({ emits }) => emits.some((message) => interfaceOf(message) === element.id)),
    receivers: transitions.filter(
      ({ receives }) => receives?.messages.some((message) => interfaceOf(message) === element.id) ?? false,
    ),
    element,
  }));
}

/** Lifecycles whose status a mapped field carries. */
export function lifecyclesCarried(view: InterfaceView, lifecycles: readonly LifecycleView[]): readonly string[] {
  const sources = [...view.fields, ...view.reply].flatMap(({ attributes }) => attributes.from ?? []);
  return lifecycles.map(({ id }) => id).filter((id) => sources.includes(id));
}
