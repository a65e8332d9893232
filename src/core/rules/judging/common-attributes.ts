import { KINDS } from '../../diff/kind-shapes.ts';
import type { ElementKind } from '../../language/collections.ts';
import type { Element } from '../../model/element.ts';
import { gated } from '../adjustments/gated-step.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { AttributeClaim, ChangeContext } from '../change-rule.ts';

/** Kinds that carry the common attributes, but for the books of the change process, which have rules of their own. */
const DESCRIBED: readonly ElementKind[] = [...KINDS.keys()].filter(
  (kind) => !['project', 'change', 'text'].includes(kind),
);

/** Attributes that every element may have. */
export function commonClaims(...paths: readonly string[]): readonly AttributeClaim[] {
  return [{ kinds: DESCRIBED, paths }];
}

/** Where somebody says why a thing may be as it is. */
export const RATIONALE_CLAIMS: readonly AttributeClaim[] = [
  ...commonClaims('rationale'),
  { kinds: ['value-map'], paths: ['lossy.reason'] },
];

/** What lets a lint pass only because a reason is given: a machine that decides, or a critical value that nobody entered. */
export function excused(before: Element, after: Element, { base, head }: ChangeContext): string | undefined {
  return excuse(before, base) ?? excuse(after, head);
}

function excuse(element: Element, model: SpecModel): string | undefined {
  const { attributes } = element;
  const critical = 'critical' in attributes && attributes.critical === true;
  if (critical && SUPPLIED.some((name) => name in attributes))
    return `${element.id} is critical, and the reason justifies how its value is supplied`;
  const act = element.kind === 'transition' ? gated(model).get(element.key) : undefined;
  const people = act === undefined ? undefined : (attributes as Element<'transition'>['attributes']).by;
  return act === undefined || people !== undefined
    ? undefined
    : `${act}, and the reason justifies that no person starts it`;
}

/** By what a value may come about without anybody entering it. */
const SUPPLIED: readonly string[] = ['default', 'constant', 'transform', 'derivation', 'whenEmpty'];

/** Kinds that control, watch or prove: that they hold for one line more is safe. What the others allow, do or carry is new there. */
export const CONTROLLING: ReadonlySet<ElementKind> = new Set<ElementKind>([
  'segregation',
  'measure',
  'reconciliation',
  'invariant',
  'evidence-link',
  'requirement',
  'risk',
  'test',
  'document',
]);
