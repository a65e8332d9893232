import type { Change } from '../../diff/delta.ts';
import { isObject } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { AttributeClaim, ChangeContext, Verdict } from '../change-rule.ts';
import { items, without } from './values.ts';
import { listed, named, shift } from './wording.ts';

/** Where the parts of a key are declared: of an object in each system, of a message, of a link between records. */
export const KEY_COMPONENT_CLAIMS: readonly AttributeClaim[] = [
  { kinds: ['object'], paths: ['keys.*', 'keys.*.fields', 'revisioned'] },
  { kinds: ['mapping', 'reply'], paths: ['key'] },
  { kinds: ['evidence-link'], paths: ['key'] },
];

/** What a key gained or lost by this change: one verdict, or none. */
export function keyComponentVerdict(
  change: Change,
  context: ChangeContext,
  side: 'gained' | 'lost',
): readonly Verdict[] {
  const { before, after, path, from, to } = change;
  const fact = { before, after, path, values: { from, to } };
  const what = shift(`${named(after)}, ${path.join('.')}`, from, to);
  if (path[0] === 'revisioned' || (path[0] === 'key' && after.kind !== 'evidence-link')) {
    return (side === 'gained' ? to === true : from === true) ? [{ what: what, ...fact }] : [];
  }
  if (from === undefined && path[0] === 'keys' && isKeyOfNewSystem(change, context)) return [];
  const [was, is] = componentsBefore(change, context);
  const names = side === 'gained' ? without(is, was) : without(was, is);
  if (names.length === 0) return [];
  const where = path[0] === 'keys' ? `the key in ${path[1] ?? ''}` : 'the key';
  const text = side === 'gained' ? `now has ${listed(names)} in it` : `no longer has ${listed(names)} in it`;
  return [{ what: `${named(after)}: ${where} ${text}. ${componentsShift(was, is)}`, ...fact }];
}

/** The same components, arranged otherwise: what is put together of them differs. */
export function isRearranged(change: Change, context: ChangeContext): boolean {
  const [was, is] = componentsBefore(change, context);
  const same = without(was, is).length === 0 && without(is, was).length === 0;
  return same && was.join('\n') !== is.join('\n');
}

/** A key in a system that base does not know: nobody had named a record there. */
export function isKeyOfNewSystem({ path }: Change, { head, inBase }: ChangeContext): boolean {
  const system = path[0] === 'keys' && path.length === 2 ? head.get('system', path[1] ?? '') : undefined;
  return system !== undefined && inBase(system) === undefined;
}

/** The components in both revisions; those of base under the ids that declared renames gave their fields. */
function componentsBefore(
  { before, from, to }: Change,
  { base, inHead }: ChangeContext,
): readonly [readonly string[], readonly string[]] {
  const is = componentsOf(to);
  const was = componentsOf(from).map((name) => {
    const field = is.includes(name) ? undefined : fieldCalled(name, before, base);
    return (field && inHead(field)?.localId) ?? name;
  });
  return [was, is];
}

/** What a component names: a field of the object, or of the interface by which a link is followed. */
function fieldCalled(name: string, keyed: Element, model: SpecModel): Element | undefined {
  if (keyed.kind === 'object') return model.get('field', `${keyed.id}.${name}`);
  const { via = '' } = (keyed as Element<'evidence-link'>).attributes;
  return model.get('mapping', `${via}.${name}`) ?? model.get('reply', `${via}.${name}`);
}

function componentsOf(key: Json | undefined): readonly string[] {
  return items(isObject(key) ? key['fields'] : key);
}

function componentsShift(was: readonly string[], is: readonly string[]): string {
  const text = (names: readonly string[]): string => (names.length === 0 ? 'not declared' : names.join(', '));
  return `It was ${text(was)}; it is ${text(is)}.`;
}
