import type { Json } from '../language/canonical.ts';
import type { StatePattern } from '../language/condition.ts';
import { parseStates } from '../model/condition/parse-states.ts';
import type { ParsedStates } from '../model/condition/parse-states.ts';
import { setsNamed, statesNamed } from '../model/condition/references.ts';
import { ABSENT } from '../model/condition/state-vocabulary.ts';
import { scenarioNames } from './scenario-names.ts';
import { mappingOf, problem, stateReference } from './structured-content.ts';
import { attributeOf, reference } from './written-reference.ts';
import type { ContentProblem, Path, Walk, Written } from './written-reference.ts';

/** Parts with such content. */
export const STRUCTURED_PARTS: ReadonlySet<string> = new Set([
  'lifecycles.transition',
  'invariants',
  'project.explore',
  'exceptions.scenario',
]);

/** Names in structured content of which the schema says no more than that it is some. */
export function* structuredNames(
  part: string,
  attributes: ReadonlyMap<string, unknown>,
  path: Path,
  walk: Walk,
): Generator<Written> {
  switch (part) {
    case 'lifecycles.transition':
      yield* createdStates(attributes.get('creates'), [...path, 'creates']);
      return;
    case 'invariants':
      for (const [lifecycle, states] of mappingOf(attributes.get('gate')))
        yield* patternNames(lifecycle, states, [...path, 'gate', lifecycle]);
      return;
    case 'project.explore':
      for (const [lifecycle, state] of mappingOf(attributes.get('start'))) {
        if (typeof state === 'string' && state !== ABSENT)
          yield {
            ...stateReference(lifecycle, state, [...path, 'start', lifecycle]),
            attribute: attributeOf([...path, 'start']),
          };
      }
      return;
    case 'exceptions.scenario':
      yield* scenarioNames(attributes, path, walk);
      return;
    default:
      return;
  }
}

/** `{lot: {LOT: same, INV: QI}}`: the lifecycles of the new record, each with a state, or `same` as this one. */
function* createdStates(value: unknown, path: Path): Generator<Written> {
  for (const [object, states] of mappingOf(value)) {
    const below = [...path, object];
    if (states !== null && (typeof states !== 'object' || Array.isArray(states))) {
      yield problem(
        `\`${object}\` does not say in which states the new record begins.`,
        'Write `{LIFECYCLE: STATE}`, or `{LIFECYCLE: same}`.',
        below,
      );
      continue;
    }
    for (const [lifecycle, state] of mappingOf(states)) {
      yield reference(lifecycle, ['lifecycles'], [...below, lifecycle], { part: 'key', attribute: attributeOf(path) });
      if (typeof state !== 'string')
        yield problem(`\`${lifecycle}\` needs one state here.`, 'Name a state, or write `same`.', [
          ...below,
          lifecycle,
        ]);
      else if (state !== 'same')
        yield { ...stateReference(lifecycle, state, [...below, lifecycle]), attribute: attributeOf(path) };
    }
  }
}

/** A state pattern as in a condition; the key, a lifecycle, is named by the shape. */
export function* patternNames(lifecycle: string, value: Json, path: Path): Generator<Written> {
  const problems: ContentProblem[] = [];
  const parsed = parseStates(value, path, ({ message, hint, path: at, part }) => {
    problems.push({
      kind: 'problem',
      message,
      ...(hint === undefined ? {} : { hint }),
      path: at,
      part: part ?? 'value',
    });
  });
  yield* problems;
  if (parsed !== undefined) yield* namesOfPattern(lifecycle, parsed, path);
}

function* namesOfPattern(lifecycle: string, { states, places }: ParsedStates, path: Path): Generator<Written> {
  const placeOf = (name: string): Path => new Map(places).get(name)?.path ?? path;
  for (const state of explicit(states))
    yield { ...stateReference(lifecycle, state, placeOf(state)), attribute: attributeOf(path.slice(0, -1)) };
  for (const set of setsNamed(states))
    yield reference(set, ['sets'], placeOf(set), { attribute: attributeOf(path.slice(0, -1)) });
}

function explicit(pattern: StatePattern): readonly string[] {
  return statesNamed(pattern).filter((state) => state !== ABSENT);
}
