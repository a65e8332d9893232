import type { SpecGraph } from '../../graph/spec-graph.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineAdjustment } from './adjustment.ts';
import { mayBeLowered } from './lowering.ts';

/** A7. A draft that nothing in force rests on is reported, at low risk. */
export const preEffective = defineAdjustment({
  id: 'A7',
  purpose: 'Caps the risk at low for what is a draft in both revisions and is reached by nothing that is in force.',
  lowers: true,
  prepare({ base, head, graphHead }) {
    return (raw) => {
      const { before, after, finding } = raw;
      if (before === undefined || after === undefined || finding.risk === undefined || !mayBeLowered(raw))
        return undefined;
      if (!isDraft(before, base) || !isDraft(after, head) || isReached(after, head, graphHead)) return undefined;
      return { risk: 'L', reason: 'pre-effective: a draft in both revisions, and nothing in force refers to it' };
    };
  },
});

function isDraft(element: Element, model: SpecModel): boolean {
  const { attributes } = element;
  if ('status' in attributes && attributes.status !== undefined) return attributes.status === 'draft';
  const parent = element.parent === undefined ? undefined : model.elements.get(element.parent);
  return parent !== undefined && isDraft(parent, model);
}

/** A part is in use with its whole, so whoever refers to either counts. */
function isReached(element: Element, model: SpecModel, graph: SpecGraph): boolean {
  const keys = element.parent === undefined ? [element.key] : [element.key, element.parent];
  return keys
    .flatMap((key) => graph.to(key))
    .some(({ from }) => {
      const user = model.elements.get(from);
      return (
        user !== undefined && user.key !== element.parent && user.parent !== element.parent && !isDraft(user, model)
      );
    });
}
