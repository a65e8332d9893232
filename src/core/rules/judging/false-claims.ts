import type { Element } from '../../model/element.ts';
import { elementKey } from '../../model/element.ts';
import type { ChangeContext } from '../change-rule.ts';
import { named } from './wording.ts';

/** A former id that head newly claims and that the comparison does not bear out. */
export interface FalseClaim {
  readonly before: Element | undefined;
  readonly after: Element;
  readonly formerId: string;
  /** What speaks against it, as a sentence. */
  readonly why: string;
}

const KNOWN = new WeakMap<ChangeContext, readonly FalseClaim[]>();

/**
 * New entries of `formerIds` that name an element of base which became something else, or another kind of element. A former
 * id that base does not know is older than base, and carries nothing on.
 */
export function falseClaims(context: ChangeContext): readonly FalseClaim[] {
  const known = KNOWN.get(context);
  if (known !== undefined) return known;
  const found = [...context.head.elements.values()].flatMap((after) => claimsOf(after, context));
  KNOWN.set(context, found);
  return found;
}

function claimsOf(after: Element, context: ChangeContext): readonly FalseClaim[] {
  const claimed = formerIdsOf(after);
  if (claimed.length === 0) return [];
  const before = context.inBase(after);
  const old = new Set(before === undefined ? [] : formerIdsOf(before));
  return claimed.flatMap((formerId) => {
    if (old.has(formerId)) return [];
    const why = objection(after, before, formerId, context);
    return why === undefined ? [] : [{ before, after, formerId, why }];
  });
}

function objection(
  after: Element,
  before: Element | undefined,
  formerId: string,
  context: ChangeContext,
): string | undefined {
  const { base } = context;
  const ids = possibleIds(after, formerId, context);
  const meant = ids.map((id) => base.elements.get(elementKey(after.kind, id))).find((element) => element !== undefined);
  if (meant === undefined) {
    const other = [...base.elements.values()].find(
      ({ id, kind, key }) => ids.includes(id) && kind !== after.kind && !context.head.elements.has(key),
    );
    return (
      other &&
      `in base, ${formerId} is another kind of element: ${named(other).toLowerCase().replace(other.id.toLowerCase(), other.id)}`
    );
  }
  if (meant.key === before?.key) return undefined;
  const now = context.inHead(meant);
  if (now !== undefined) return `${named(meant)} of base is ${now.id} in head`;
  return before === undefined
    ? `${named(meant)} of base is claimed more than once`
    : `${named(after)} is in base already${before.id === after.id ? '' : ` as ${before.id}`}, beside ${meant.id}`;
}

/** A local former id belonged to the parent, under the name that this one had. */
function possibleIds(after: Element, formerId: string, context: ChangeContext): readonly string[] {
  const name = formerId.slice(formerId.indexOf(':') + 1);
  const parent = after.parent === undefined ? undefined : context.head.elements.get(after.parent);
  if (parent === undefined || name.includes('.')) return [name];
  return [`${context.inBase(parent)?.id ?? parent.id}.${name}`];
}

function formerIdsOf({ attributes }: Element): readonly string[] {
  return 'formerIds' in attributes ? (attributes.formerIds ?? []) : [];
}
