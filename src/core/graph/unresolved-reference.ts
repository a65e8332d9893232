import { nearestWord } from '../diagnostics/nearest-word.ts';
import { COLLECTIONS } from '../language/collections.ts';
import type { CollectionDefinition, ElementKind } from '../language/collections.ts';
import { CONDITION_WORDS } from '../language/condition.ts';
import type { ReferenceTarget } from '../language/shape.ts';
import type { Element } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import { alternatives } from '../model/condition/predicate-words.ts';
import { kindsOf, qualified } from './resolve-reference.ts';
import type { WrittenReference } from './written-reference.ts';

/** What a kind of element is called. */
const NOUNS: ReadonlyMap<string, string> = new Map(
  Object.values(COLLECTIONS as Readonly<Record<string, CollectionDefinition>>).flatMap(({ kind, noun, parts }) => [
    [kind, noun] as const,
    ...parts.map((part) => [part.kind, part.noun] as const),
  ]),
);

export function nounOf(kind: ElementKind): string {
  return NOUNS.get(kind) ?? kind;
}

/** What the reference should have named: `role or department`, `state of NCR`. */
function wanted(targets: readonly ReferenceTarget[], owner: Element, meaning: string): string {
  if (targets.includes('element')) return 'element';
  const nouns = targets.flatMap((target) => {
    const kinds = kindsOf(target);
    if (target === 'members') return [`state or code of ${qualified('', target, owner).slice(0, -1)}`];
    return kinds === 'every' ? [] : kinds.filter((kind) => kind !== 'reply').map(nounOf);
  });
  const [target] = targets;
  const local =
    target !== undefined && target.startsWith('own ') ? qualified('', target, owner).slice(0, -1) : undefined;
  const parent =
    local ??
    (meaning.includes('.') && !targets.includes('members') ? meaning.slice(0, meaning.indexOf('.')) : undefined);
  return `${alternatives([...new Set(nouns)], 'or')}${parent === undefined ? '' : ` of ${parent}`}`;
}

/** What is the case, in one sentence. */
export function unresolvedMessage({ name, meaning, targets, attribute }: WrittenReference, owner: Element): string {
  const what = wanted(targets, owner, meaning);
  const local = name.includes('.') || meaning === name ? name : meaning.slice(meaning.indexOf('.') + 1);
  if (owner.kind === 'waiver' && attribute === 'element')
    return `\`${local}\` names no ${what}: ${owner.id} is a waiver of something that is not there.`;
  return `\`${local}\` names no ${what}.`;
}

/** The nearest name that would be right, or what the name means instead; undefined when nothing is near. */
export function unresolvedHint(written: WrittenReference, owner: Element, model: SpecModel): string | undefined {
  const near = nearest(written, owner, model);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  const other = model
    .named(written.name)
    .find(
      ({ kind }) => !written.targets.some((target) => kindsOf(target) === 'every' || kindsOf(target).includes(kind)),
    );
  if (other !== undefined)
    return `\`${written.name}\` is a ${nounOf(other.kind)}; here a ${wanted(written.targets, owner, '')} is meant.`;
  const choices = [...new Set([...offered(written, owner, model), ...written.words])];
  return choices.length > 0 && choices.length <= 8
    ? `It could be ${alternatives(
        choices.map((choice) => `\`${choice}\``),
        'or',
      )}.`
    : undefined;
}

function nearest(written: WrittenReference, owner: Element, model: SpecModel): string | undefined {
  const { name, meaning, targets, words, part } = written;
  // A key in a condition that is no lifecycle may be a misspelt word of the language.
  const keywords = part === 'key' && targets.includes('lifecycles') ? CONDITION_WORDS : [];
  const dot = name.indexOf('.');
  if (dot < 0) return nearestWord(name, [...offered(written, owner, model), ...words, ...keywords]);
  const [parent, local] = [name.slice(0, dot), name.slice(dot + 1)];
  const parts = offered(written, owner, model).filter((id) => id.includes('.'));
  const siblings = parts.filter((id) => id.startsWith(`${parent}.`)).map((id) => id.slice(dot + 1));
  if (siblings.length > 0) {
    const sibling = nearestWord(local, siblings);
    return sibling && `${parent}.${sibling}`;
  }
  const parents = new Set(parts.map((id) => id.slice(0, id.indexOf('.'))));
  const right = nearestWord(parent, parents);
  const same = right === undefined ? undefined : parts.find((id) => id === `${right}.${local}`);
  return same ?? (meaning === name ? nearestWord(name, parts) : undefined);
}

/** Names that would have been right, as they would be written here. */
function offered({ meaning, name, targets }: WrittenReference, owner: Element, model: SpecModel): readonly string[] {
  // `Open` that means `NCR.Open` could be any other state of NCR.
  const prefix = meaning === name ? '' : meaning.slice(0, meaning.length - name.length);
  return targets.flatMap((target) => {
    const kinds = kindsOf(target);
    const ids = (kinds === 'every' ? [...model.elements.values()] : kinds.flatMap((kind) => model.ofKind(kind))).map(
      ({ id }) => id,
    );
    const before = target.startsWith('own ') || target === 'members' ? qualified('', target, owner) : prefix;
    return ids.flatMap((id) => (id.startsWith(before) ? [id.slice(before.length)] : []));
  });
}

/** `objects:lot` and its like, for a name that several elements have. */
export function ambiguousHint({ name }: WrittenReference, elements: readonly Element[]): string {
  return `Did you mean ${alternatives(
    elements.map(({ collection }) => `\`${collection}:${name}\``),
    'or',
  )}?`;
}
