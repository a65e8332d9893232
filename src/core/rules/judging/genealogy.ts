import type { Change } from '../../diff/delta.ts';
import { isObject, jsonText } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { listed, named } from './wording.ts';
import { without } from './values.ts';

/** Objects to which a record belongs, each with the field that says so and whether it may belong to several. */
type Belonging = ReadonlyMap<string, { readonly by: Json | undefined; readonly many: boolean }>;

/** One verdict for all that differs in what a record belongs to, however it is written. */
export function genealogyVerdict(change: Change, context: ChangeContext): readonly Verdict[] {
  const { before, after, path } = change;
  const paths = context
    .changesOf(after)
    .filter(({ path: other }) => other[0] === 'of')
    .map(({ path: other }) => other.join('.'));
  if (path.join('.') !== paths[0]) return [];
  const [was, is] = [belongingOf(before), belongingOf(after)];
  const lost = without([...was.keys()], is.keys());
  const gained = without([...is.keys()], was.keys());
  const both = [...is.keys()].filter((object) => was.has(object));
  const single = both.filter((object) => was.get(object)?.many === true && is.get(object)?.many === false);
  const several = both.filter((object) => was.get(object)?.many === false && is.get(object)?.many === true);
  const otherwise = both.filter(
    (object) => jsonText(was.get(object)?.by ?? null) !== jsonText(is.get(object)?.by ?? null),
  );
  const parts = [
    ...said('no longer belongs to', lost),
    ...said('now belongs to', gained),
    ...said('may belong to one only of', single),
    ...said('may belong to several of', several),
    ...said('is joined by another field to', otherwise),
  ];
  if (parts.length === 0) return [];
  const verdict = {
    what: `${named(after)}: a record ${parts.join('; ')}.`,
    path: ['of'],
    values: { from: valueOf(before), to: valueOf(after) },
    explains: paths,
  };
  const held = [...lost, ...single].find((object) => isHeld(object, context));
  if (held === undefined) return [verdict];
  return [
    {
      ...verdict,
      raise: { risk: 'C', reason: `a hold of ${held} may no longer be seen from it, nor one of it from ${held}` },
    },
  ];
}

function said(words: string, objects: readonly string[]): readonly string[] {
  return objects.length === 0 ? [] : [`${words} ${listed(objects)}`];
}

function valueOf(element: Element): Json | undefined {
  return (element as Element<'object'>).attributes.of as Json | undefined;
}

function belongingOf(element: Element): Belonging {
  const of = valueOf(element);
  if (typeof of === 'string') return new Map([[of, { by: undefined, many: false }]]);
  if (!isObject(of)) return new Map();
  return new Map(
    Object.entries(of).map(([object, how]) => [
      object,
      { by: isObject(how) ? how['by'] : undefined, many: isObject(how) && how['many'] === true },
    ]),
  );
}

/** Whether records of the object can be put on hold, in either revision. */
function isHeld(object: string, { base, head }: ChangeContext): boolean {
  return [base, head].some((model) =>
    model
      .ofKind('lifecycle')
      .some(
        (lifecycle) =>
          lifecycle.attributes.object === object &&
          model.partsOf(lifecycle, 'state').some(({ attributes }) => attributes.class === 'held'),
      ),
  );
}
