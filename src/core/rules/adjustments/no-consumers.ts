import type { ElementKind } from '../../language/collections.ts';
import { definitionOf } from '../../diff/kind-shapes.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext } from '../change-rule.ts';
import { defineAdjustment } from './adjustment.ts';
import { mayBeLowered } from './lowering.ts';

/**
 * What has consumers at all: data, and the tables by which they are read. An interface has a receiver, a step and a control are
 * there for themselves, and a certificate is a record that leaves the plant: of these nobody can say that none uses them.
 */
const CONSUMED: ReadonlySet<ElementKind> = new Set([
  'object',
  'field',
  'mapping',
  'reply',
  'message',
  'code-list',
  'code',
  'value-map',
  'conversion',
  'unit',
  'crosswalk',
  'report',
]);
/** Records about the specification: they use nothing. */
const BOOKS: ReadonlySet<ElementKind> = new Set(['change', 'waiver', 'text']);

/**
 * A8. The statement counts where base makes it and both graphs bear it out: a consumer that is merely not declared changes
 * nothing. Where something else refers to the element, or it is critical, the statement is not heard, and that is said.
 */
export const noConsumers = defineAdjustment({
  id: 'A8',
  purpose:
    'Makes compatible and low what breaks only consumers, where base says on purpose that there are none and none is declared.',
  lowers: true,
  prepare(context) {
    return (raw) => {
      const { before, after, finding } = raw;
      if (before === undefined || finding.class !== 'breaking' || !mayBeLowered(raw)) return undefined;
      const parent = before.parent === undefined ? undefined : context.base.elements.get(before.parent);
      const stated = [before, parent].find((element) => element !== undefined && saysNone(element));
      if (stated === undefined) return undefined;
      const against = CONSUMED.has(before.kind)
        ? objection([before, stated, ...(after === undefined ? [] : [after])], context)
        : `nobody can say that of ${definitionOf(before.kind).noun}s`;
      const says = `${stated.id} says \`consumers: none\``;
      return against === undefined
        ? { class: 'compatible', risk: 'L', reason: says }
        : { reason: `${says}, which does not count: ${against}`, noted: true };
    };
  },
});

function saysNone({ attributes }: Element): boolean {
  return 'consumers' in attributes && attributes.consumers === 'none';
}

/** What speaks against the statement: the element is critical, or something outside of it refers to it. */
function objection(
  elements: readonly Element[],
  { base, head, graphBase, graphHead }: ChangeContext,
): string | undefined {
  const critical = elements.find(isCritical);
  if (critical !== undefined) return `${critical.id} is critical`;
  const wholes = new Set(elements.map(({ key, parent }) => parent ?? key));
  for (const [graph, model] of [
    [graphBase, base],
    [graphHead, head],
  ] as const) {
    for (const { key } of elements) {
      const user = graph
        .to(key)
        .map(({ from }) => model.elements.get(from))
        .find((other) => other !== undefined && !BOOKS.has(other.kind) && !wholes.has(other.parent ?? other.key));
      if (user !== undefined) return `${user.id} refers to ${elements.find((one) => one.key === key)?.id ?? ''}`;
    }
  }
  return undefined;
}

function isCritical({ attributes }: Element): boolean {
  return (
    ('critical' in attributes && attributes.critical === true) ||
    ('criticality' in attributes && attributes.criticality === 'high')
  );
}
