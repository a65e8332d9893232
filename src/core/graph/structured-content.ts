import type { Json } from '../language/canonical.ts';
import { reference } from './written-reference.ts';
import type { ContentProblem, Path, WrittenReference } from './written-reference.ts';

/** A state of a lifecycle that is named beside it. */
export function stateReference(lifecycle: string, state: string, path: Path): WrittenReference {
  return reference(state, ['states'], path, { meaning: `${lifecycle}.${state}` });
}

/** Entries of a mapping; none where something else stands. */
export function mappingOf(value: unknown): readonly (readonly [string, Json])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value as Readonly<Record<string, Json>>)
    : [];
}

/** What structured content should say and does not. */
export function problem(message: string, hint: string, path: Path, part: 'key' | 'value' = 'value'): ContentProblem {
  return { kind: 'problem', message, hint, path, part };
}
