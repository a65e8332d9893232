import { guardReaders } from '../../graph/queries/guard-readers.ts';
import { parentId } from '../../graph/names-in-condition.ts';
import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { rightsOf } from './effective-rights.ts';
import { headId } from './head-names.ts';
import { actOf } from './step-acts.ts';

/**
 * That a step has a field entered is a right to write for whoever starts it. Where they had no such right, or where the step
 * asks itself for what is entered in it, a critical field and one that a condition reads weigh as a new right does; one that a
 * condition of a step for release reads decides on release.
 */
export function writesByFilling(change: Change, context: ChangeContext): Verdict['raise'] {
  if (change.path[0] !== 'fills' || change.from !== undefined) return undefined;
  const after = change.after as Element<'transition'>;
  const field = context.head.get('field', change.path.slice(1).join('.'));
  if (field === undefined) return undefined;
  const readers = guardReaders(context.graphHead, field.key).map(({ transition }) => transition);
  if (!readers.includes(after) && mayWrite(after, field, context)) return undefined;
  const released = readers
    .map((reader) => ({ reader, act: actOf(reader, context.head) }))
    .find(({ act }) => act !== undefined);
  if (released !== undefined)
    return {
      risk: 'C',
      reason: `a condition of ${released.reader.id} reads ${field.id}, which ${released.act?.words ?? ''}`,
    };
  const [reader] = readers;
  if (reader !== undefined)
    return { risk: 'H', reason: `it is a right to write what a condition of ${reader.id} reads` };
  return field.attributes.critical === true
    ? { risk: 'H', reason: `it is a right to write, and ${field.id} is critical` }
    : undefined;
}

/** Whether all who start the step could write the field before: by a right of their role, or in another step. */
function mayWrite(step: Element<'transition'>, field: Element<'field'>, context: ChangeContext): boolean {
  const { by = [], as } = step.attributes;
  const roles = as === undefined ? by : [...by, as];
  const fillers = new Set(
    context.base
      .ofKind('transition')
      .filter(({ attributes: { fills } }) => {
        const filled = Object.keys(fills ?? {}).map((id) => context.base.get('field', id));
        return filled.some((known) => known !== undefined && context.inHead(known)?.key === field.key);
      })
      .map((transition) => headId(transition, context.base, context)),
  );
  const { base } = rightsOf(context);
  return (
    roles.length > 0 &&
    roles.every((role) =>
      base
        .effective(role)
        .some(
          ({ act, on }) =>
            (act === 'edit' && (on === field.id || on === parentId(field))) || (act === 'start' && fillers.has(on)),
        ),
    )
  );
}
