import { isObject } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';

/** What a value map does with a code that it does not name, in both revisions; of a default, the target code is the change. */
export function fatesOf({ before, after }: Change): readonly [Json | undefined, Json | undefined] {
  const [from, to] = [before, after].map((element) => (element as Element<'value-map'>).attributes.unknown as Json);
  return [from, to];
}

/** Whether unknown codes go through, as they are or as something else. */
export function goesThrough(unknown: Json | undefined): boolean {
  return unknown === 'pass' || isObject(unknown);
}

/** The target code of everything unknown. */
export function defaultTarget(unknown: Json | undefined): string | undefined {
  const target = isObject(unknown) ? unknown['default'] : undefined;
  return typeof target === 'string' ? target : undefined;
}
