import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/** Data objects of which an interface carries a field or a status, or that it is declared to be about; by id. */
export function objectsCarried(flow: Element<'interface'>, model: SpecModel): readonly Element<'object'>[] {
  const sources = [...model.partsOf(flow, 'mapping'), ...model.partsOf(flow, 'reply')].flatMap(
    ({ attributes }) => attributes.from ?? [],
  );
  const ids = new Set([flow.attributes.about, ...sources.map((source) => objectOf(source, model))]);
  return model.ofKind('object').filter(({ id }) => ids.has(id));
}

/** The object of `lot.quantity`, or the one whose status a lifecycle is. */
export function objectOf(source: string, model: SpecModel): string | undefined {
  const lifecycle = model.get('lifecycle', source);
  return lifecycle === undefined ? source.split('.')[0] : lifecycle.attributes.object;
}
