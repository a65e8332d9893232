import type { ViewSchema } from '../../template-paths.ts';
import { isRecord } from '../../view-data.ts';

/** Outermost values of a schema of which one template names something and another names nothing: `gaps`, `decision.values`. */
export function omittedValues(
  schema: ViewSchema,
  usual: ReadonlySet<ViewSchema>,
  own: ReadonlySet<ViewSchema>,
  path = '',
): readonly string[] {
  return valuesOf(schema).flatMap(([name, value]) => {
    const place = path === '' ? name : `${path}.${name}`;
    if (!isNamed(value, usual)) return [];
    // A list that is asked for without printing anything of it is left out as well.
    const within = valuesOf(value).some(([, one]) => isNamed(one, usual));
    const shown = within ? valuesOf(value).some(([, one]) => isNamed(one, own)) : isNamed(value, own);
    return shown ? omittedValues(value, usual, own, place) : [place];
  });
}

/** Whether a value, or anything below it, is among those that a template names. */
function isNamed(value: ViewSchema, named: ReadonlySet<ViewSchema>): boolean {
  return named.has(value) || valuesOf(value).some(([, one]) => isNamed(one, named));
}

/** The values below a group, or below each item of a list. */
function valuesOf(value: ViewSchema): readonly (readonly [string, ViewSchema])[] {
  const group = isRecord(value['items']) ? value['items'] : value;
  const properties = isRecord(group['properties']) ? Object.entries(group['properties']) : [];
  return properties.flatMap(([name, one]) => (isRecord(one) ? [[name, one] as const] : []));
}
