import type { Change } from '../../diff/delta.ts';
import { isObject } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import type { Condition } from '../../language/condition.ts';
import { compareConditions } from '../../model/condition/compare.ts';
import { stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import { PLAIN_NAMES } from '../../model/condition/condition-names.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { inHeadNames } from './head-names.ts';
import { phasesInWords } from './ownership-phases.ts';
import { listed, named, shift } from './wording.ts';

/** What became of the owner of an object, a field, a step or an event. */
export type OwnershipMove = 'moved' | 'removed' | 'assigned' | 'regrained' | 'handed over elsewhere';

/** System → condition under which it owns; undefined: always. */
export type Owners = ReadonlyMap<string, Condition | undefined>;

type Owned = Element<'object' | 'field' | 'step' | 'event'>;

/**
 * What became of the owning system wherever it was changed: one verdict for one element. A field without an owner of its own
 * has that of its object; where it gets one, or loses it, and the owner stays, only where it is said has moved.
 */
export function ownershipVerdicts(context: ChangeContext, wanted: OwnershipMove): readonly Verdict[] {
  return changedOwners(context).flatMap(({ before, after, changes }): readonly Verdict[] => {
    const was = ownersOf(before, context.base, context);
    const is = ownersOf(after, context.head, context);
    if (moveOf(was, is, saidElsewhere(before, after), context) !== wanted) return [];
    const [first, ...others] = changes;
    if (first === undefined) return [];
    const [name] = first.path;
    const values = { from: ownValue(before, context.base, context), to: ownValue(after, context.head, context) };
    const phases = phasesInWords(after, was, is, context);
    return [
      {
        what: `${shift(`${named(after)}, owned by`, inWords(was), inWords(is))}${phases.text === '' ? '' : ` ${phases.text}`}`,
        before,
        after,
        path: others.length === 0 ? first.path : [name ?? ''],
        values: others.length === 0 ? { from: first.from, to: first.to } : values,
        explains: changes.map(({ path }) => path.join('.')),
        ...(wanted === 'handed over elsewhere' && phases.opened !== undefined
          ? { raise: { risk: 'C' as const, reason: phases.opened } }
          : {}),
      },
    ];
  });
}

const ATTRIBUTE: Readonly<Partial<Record<Element['kind'], string>>> = {
  object: 'systemOfRecord',
  field: 'systemOfRecord',
  step: 'systemOfRecord',
  event: 'owner',
};

interface ChangedOwner {
  readonly before: Owned;
  readonly after: Owned;
  readonly changes: readonly Change[];
}

function changedOwners({ diff, changesOf }: ChangeContext): readonly ChangedOwner[] {
  const seen = new Set<string>();
  return diff.deltas.flatMap((delta): readonly ChangedOwner[] => {
    if (delta.action !== 'changed' || seen.has(delta.after.key)) return [];
    const { before, after } = delta;
    const attribute = ATTRIBUTE[after.kind];
    const changes = changesOf(after).filter(({ path }) => path[0] === attribute);
    if (attribute === undefined || changes.length === 0) return [];
    seen.add(after.key);
    return [{ before: before as Owned, after: after as Owned, changes }];
  });
}

/** The owners of an element: its own, else those of the object whose field it is. Names are those of head. */
export function ownersOf(element: Owned, model: SpecModel, context: ChangeContext): Owners {
  const own = ownValue(element, model, context);
  if (own !== undefined) return ownersIn(own);
  const parent = element.parent === undefined ? undefined : model.elements.get(element.parent);
  return parent === undefined ? new Map() : ownersIn(ownValue(parent as Owned, model, context));
}

function ownValue(element: Owned, model: SpecModel, context: ChangeContext): Json | undefined {
  const attributes = inHeadNames(element, model, context) as Readonly<Record<string, unknown>>;
  return attributes[ATTRIBUTE[element.kind] ?? ''] as Json | undefined;
}

function ownersIn(value: Json | undefined): Owners {
  if (typeof value === 'string') return new Map([[value, undefined]]);
  if (!isObject(value)) return new Map();
  return new Map(Object.entries(value).map(([system, condition]) => [system, condition as unknown as Condition]));
}

/** Whether a field has an owner of its own in one revision only. */
function saidElsewhere(before: Owned, after: Owned): boolean {
  const own = ({ kind, attributes }: Owned): boolean =>
    kind === 'field' && (attributes as Element<'field'>['attributes']).systemOfRecord !== undefined;
  return own(before) !== own(after);
}

/** Conditions that are written differently and say the same are no move; nobody reports them here. */
function moveOf(
  was: Owners,
  is: Owners,
  isSaidElsewhere: boolean,
  { base, head }: ChangeContext,
): OwnershipMove | undefined {
  if (was.size === 0 || is.size === 0) return was.size === 0 ? (is.size === 0 ? undefined : 'assigned') : 'removed';
  if (was.size !== is.size || [...was.keys()].some((system) => !is.has(system))) return 'moved';
  const knowledge = {
    base: { vocabulary: stateVocabulary(base), names: PLAIN_NAMES },
    head: { vocabulary: stateVocabulary(head), names: PLAIN_NAMES },
  };
  const isSame = [...was].every(([system, condition]) => {
    return compareConditions(condition, is.get(system), knowledge) === 'equal';
  });
  if (!isSame) return 'handed over elsewhere';
  return isSaidElsewhere ? 'regrained' : undefined;
}

function inWords(owners: Owners): Json | undefined {
  return owners.size === 0 ? undefined : listed([...owners.keys()]);
}
