import type { Delta } from '../../diff/delta.ts';
import { compareText } from '../../diagnostics/order.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { statusOf } from '../linting/declared.ts';
import type { ChangeContext } from '../change-rule.ts';
import { guardVerdict } from './guard.ts';
import { differInNotesOnly } from './scenario-steps.ts';
import { linksOnTheOtherSide } from './trace-links.ts';

type ChangeRecord = Element<'change'>;

/** What a change consists of itself: it is judged by rules of its own, and no record has to announce it. */
const PAPERWORK: ReadonlySet<string> = new Set(['change', 'text', 'waiver', 'project']);
/** What only readers see, and what the declaration of a rename consists of. */
const EDITORIAL: ReadonlySet<string> = new Set(['title', 'description', 'formerIds']);

/** Whether the project keeps change records at all: where neither revision has one, they are kept elsewhere. */
export function keepsRecords({ base, head }: ChangeContext): boolean {
  return base.ofKind('change').length + head.ofKind('change').length > 0;
}

/**
 * Records of head that this comparison is about: new ones, edited ones, and those that start from the version of base. A retired
 * record is closed.
 */
export function currentRecords({ base, head, changesOf }: ChangeContext): readonly ChangeRecord[] {
  const version = base.project?.attributes.package.version;
  return head
    .ofKind('change')
    .filter(
      (record) =>
        record.attributes.status !== 'retired' &&
        (base.get('change', record.id) === undefined ||
          changesOf(record).length > 0 ||
          (version !== undefined && record.attributes.from === version)),
    );
}

/** Records of head that may ask for a change: the current ones, and requests that wait for their decision. */
export function openRecords(context: ChangeContext): readonly ChangeRecord[] {
  const current = new Set(currentRecords(context).map(({ key }) => key));
  return context.head
    .ofKind('change')
    .filter(
      ({ key, attributes }) =>
        current.has(key) || (attributes.status !== 'retired' && (attributes.approved ?? []).length === 0),
    );
}

/** Every name by which a record says what it is about. */
export function namesOf({ attributes }: ChangeRecord): readonly string[] {
  return [
    ...(attributes.touches ?? []),
    ...Object.keys(attributes.inFlight ?? {}),
    ...Object.keys(attributes.impacts ?? {}),
  ];
}

/** The elements that these names mean, under the keys that they have in either revision. */
export function keysNamed(
  names: readonly string[],
  { base, head, inHead, inBase }: ChangeContext,
): ReadonlySet<ElementKey> {
  const keys = new Set<ElementKey>();
  for (const name of names) {
    for (const element of head.named(name)) for (const one of [element, inBase(element)]) if (one) keys.add(one.key);
    for (const element of base.named(name)) for (const one of [element, inHead(element)]) if (one) keys.add(one.key);
  }
  return keys;
}

/** Elements that mean something else than before, each once, by id: not what is only retitled, moved or written otherwise, nor drafts. */
export function changedElements(context: ChangeContext): readonly Element[] {
  const moved = new Set(
    linksOnTheOtherSide(context)
      .filter(({ partial }) => partial !== true)
      .map(({ after, path }) => `${after?.key ?? ''} ${(path ?? []).join('.')}`),
  );
  const found = new Map<ElementKey, Element>();
  for (const delta of context.diff.deltas) {
    const element = delta.action === 'removed' ? delta.before : delta.after;
    if (PAPERWORK.has(element.kind) || isDraft(delta, context) || isEditorial(delta, context, moved)) continue;
    found.set(element.key, element);
  }
  return [...found.values()].toSorted((a, b) => compareText(a.id, b.id) || compareText(a.kind, b.kind));
}

function isEditorial(delta: Delta, context: ChangeContext, moved: ReadonlySet<string>): boolean {
  if (delta.action !== 'changed') return false;
  const { after, path, from, to } = delta;
  const attribute = path.join('.');
  if (EDITORIAL.has(attribute) || moved.has(`${after.key} ${attribute}`)) return true;
  if (attribute === 'scenario.steps') return differInNotesOnly(from, to);
  if (after.kind !== 'transition' || (attribute !== 'when' && attribute !== 'procedure')) return false;
  return guardVerdict(delta, context, 'equal').length > 0;
}

/** What is not in force in either revision is not under change control yet. */
function isDraft(delta: Delta, { base, head }: ChangeContext): boolean {
  const draft = (element: Element, model: SpecModel): boolean => statusOf(model, element) === 'draft';
  if (delta.action === 'added') return draft(delta.after, head);
  if (delta.action === 'removed') return draft(delta.before, base);
  return draft(delta.before, base) && draft(delta.after, head);
}

/** Whether an element, or what it is part of, is among these keys. */
export function isNamed(element: Element, keys: ReadonlySet<ElementKey>): boolean {
  return keys.has(element.key) || (element.parent !== undefined && keys.has(element.parent));
}

/** Keys of everything that differs in any way but its file, with what it is part of: edited, retitled, added, removed or renamed. */
export function differingKeys({ diff, base, head, inHead, inBase }: ChangeContext): ReadonlySet<ElementKey> {
  const keys = new Set<ElementKey>();
  const note = (element: Element | undefined): void => {
    if (element === undefined) return;
    keys.add(element.key);
    if (element.parent !== undefined) keys.add(element.parent);
  };
  for (const delta of diff.deltas) {
    if (delta.action !== 'added') note(delta.before);
    if (delta.action !== 'removed') note(delta.after);
  }
  for (const { before, after, renamed } of diff.identities) {
    if (renamed) for (const element of [before, after]) note(element);
  }
  for (const key of keys) {
    const [before, after] = [base.elements.get(key), head.elements.get(key)];
    note(before && inHead(before));
    note(after && inBase(after));
  }
  return keys;
}
