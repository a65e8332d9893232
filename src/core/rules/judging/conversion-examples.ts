import { jsonText } from '../../diff/comparable.ts';
import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';

/** Whether every worked value of a conversion is still there, as it was. */
export function keepsExamples({ from, to }: Change): boolean {
  const is = new Set(examplesOf(to));
  return examplesOf(from).every((example) => is.has(example));
}

function examplesOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.map((example: Json) => jsonText(example)) : [];
}
