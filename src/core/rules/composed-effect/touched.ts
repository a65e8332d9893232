import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { AttributeClaim, ChangeContext } from '../change-rule.ts';
import { claimsPath } from '../judging/claims.ts';
import type { MappedField } from '../linting/mapped-value.ts';
import type { TouchedPlace } from './composed-effect.ts';

/** Changes that the evaluation of a path follows. */
const FOLLOWED: readonly AttributeClaim[] = [
  {
    kinds: ['mapping', 'reply'],
    paths: [
      'from',
      'constant',
      'source',
      'source.type',
      'source.length',
      'source.digits',
      'source.decimals',
      'source.unit',
      'source.codes',
      'source.required',
      'type',
      'length',
      'digits',
      'decimals',
      'unit',
      'codes',
      'min',
      'max',
      'map',
      'conversion',
      'crosswalk',
      'derivation',
      'transform',
      'tooLong',
      'default',
      'whenEmpty',
      'onError',
    ],
  },
  {
    kinds: ['field'],
    paths: ['type', 'length', 'digits', 'decimals', 'unit', 'codes', 'min', 'max', 'required', 'default'],
  },
  { kinds: ['value-map'], paths: ['map.*', 'unknown', 'unknown.default', 'from'] },
  {
    kinds: ['conversion'],
    paths: [
      'factor',
      'factor.multiplyBy',
      'factor.divideBy',
      'offset',
      'decimals',
      'digits',
      'rounding',
      'point',
      'from',
      'to',
    ],
  },
  { kinds: ['code-list'], paths: ['open'] },
  { kinds: ['unit'], paths: ['equals'] },
];

/** Changes that neither a value nor what it means depends on. */
const WITHOUT_EFFECT: readonly AttributeClaim[] = [
  {
    paths: [
      'title',
      'description',
      'rationale',
      'refs',
      'satisfies',
      'owner',
      'lines',
      'formerIds',
      'consumers',
      'critical',
      'examples',
      'deployedIn',
      'lossy',
      'lossy.reason',
      'version',
    ],
  },
  { kinds: ['code'], paths: ['use'] },
];

/** What of an interface decides on its values; the rest is about when and how they travel. */
const OF_FLOW: readonly AttributeClaim[] = [
  { kinds: ['interface'], paths: ['from', 'to', 'twoWay', 'contract', 'filter', 'status'] },
];

/** A part that came or went: the values that its whole can hold are others. */
const PARTS: ReadonlySet<string> = new Set(['code', 'state', 'message']);

export interface Touch {
  readonly place: TouchedPlace;
  readonly followed: boolean;
}

/** Every change that a value path can notice, by element, under its key in either revision. */
export function touchesOf({ diff }: ChangeContext): ReadonlyMap<ElementKey, readonly Touch[]> {
  const touches = new Map<ElementKey, Touch[]>();
  const put = (keys: Iterable<ElementKey>, touch: Touch): void => {
    for (const key of new Set(keys)) touches.set(key, [...(touches.get(key) ?? []), touch]);
  };
  for (const delta of diff.deltas) {
    if (delta.action !== 'changed') {
      const part = delta.action === 'added' ? delta.after : delta.before;
      if (part.parent !== undefined && PARTS.has(part.kind))
        put([part.parent], { place: placeOf(part, ''), followed: true });
      continue;
    }
    const { before, after, path } = delta;
    if (claimsPath(WITHOUT_EFFECT, after.kind, path)) continue;
    if (after.kind === 'interface' && !claimsPath(OF_FLOW, 'interface', path)) continue;
    const touch = { place: placeOf(after, path.join('.')), followed: claimsPath(FOLLOWED, after.kind, path) };
    // What a code or a state means belongs to the list that a path goes through.
    const wholes = PARTS.has(after.kind) ? [before.parent, after.parent].filter((key) => key !== undefined) : [];
    put([before.key, after.key, ...wholes], touch);
  }
  for (const { before, after, renamed } of diff.identities) {
    // What travels is the id of a code: under a new one it is another value.
    const wholes = PARTS.has(after.kind) && renamed ? [before.parent, after.parent] : [];
    put(
      wholes.filter((key) => key !== undefined),
      { place: placeOf(after, ''), followed: true },
    );
  }
  return touches;
}

/**
 * Whether a mapped field of this model may notice any of the changes: a quick look, so that the ways of all the others need not
 * be read. It may say yes too often, never no.
 */
export function noticesIn(
  model: SpecModel,
  touches: ReadonlyMap<ElementKey, unknown>,
): (field: MappedField) => boolean {
  const touched = new Set(touches.keys());
  // A unit is named in many places, and by other units.
  if ([...touched].some((key) => key.startsWith('unit:'))) return () => true;
  // Of whatever kind: a name that two elements share only makes the look less quick.
  const names = new Set([...touched].map(idOf));
  const isTouched = (name: string | undefined): boolean =>
    name !== undefined && (names.has(name) || (name.includes(':') && names.has(idOf(name))));
  const touch = (key: ElementKey): unknown => touched.add(key) && names.add(idOf(key));
  for (const { key, attributes } of model.ofKind('field')) if (isTouched(attributes.codes)) touch(key);
  for (const { key, attributes } of model.ofKind('value-map')) {
    if (isTouched(attributes.from) || isTouched(attributes.to)) touch(key);
  }
  for (const { key, attributes } of model.ofKind('conversion')) {
    const { factor } = attributes;
    if (typeof factor === 'object' && (isTouched(factor.multiplyBy) || isTouched(factor.divideBy))) touch(key);
  }
  return ({ key, parent, attributes: { from = [], to, map, conversion, crosswalk, codes, source, transform = [] } }) =>
    touched.has(key) ||
    (parent !== undefined && touched.has(parent)) ||
    [...from, to, map, conversion, crosswalk, codes, source?.codes].some(isTouched) ||
    transform.some(({ first = [] }) => first.some(isTouched));
}

/** `code-list:CL`, `codes:CL` and `CL` end in one name. */
function idOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function placeOf({ kind, id }: Element, attribute: string): TouchedPlace {
  return { element: { kind, id }, attribute };
}
