import type { Condition } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/**
 * Why somebody must still be able to write a code: it is the verdict that blocks or releases, a critical field holds its list, a
 * condition waits for it, a value map or a step writes it. Undefined where nothing depends on it.
 */
export function whyStillWritten(code: Element<'code'>, model: SpecModel): string | undefined {
  const list = code.parent === undefined ? undefined : model.elements.get(code.parent);
  if (list === undefined) return undefined;
  const { trait } = code.attributes;
  if (trait === 'blocking') return 'it is a verdict that blocks';
  if (trait === 'usable') return 'it is the verdict that makes usable';
  const holders = [...model.ofKind('field'), ...model.ofKind('mapping'), ...model.ofKind('reply')].filter(
    ({ attributes }) => attributes.codes === list.id,
  );
  const critical = holders.find(({ attributes }) => attributes.critical === true);
  if (critical !== undefined) return `the critical field ${critical.id} holds the list`;
  const names = new Set(holders.flatMap(({ id, localId, kind }) => (kind === 'field' ? [id] : [id, localId])));
  for (const transition of model.ofKind('transition')) {
    const { when, procedure, fills = {} } = transition.attributes;
    if ([when, procedure].some((condition) => condition !== undefined && waitsFor(condition, names, code.localId)))
      return `the condition of ${transition.id} waits for it`;
    const filled = Object.entries(fills).some(
      ([field, values]) => names.has(field) && Array.isArray(values) && values.includes(code.localId),
    );
    if (filled) return `${transition.id} enters it`;
  }
  const map = model.ofKind('value-map').find(({ attributes: { from, to, map: entries, unknown, bothWays } }) => {
    const fallback = typeof unknown === 'object' ? [unknown.default] : [];
    if (to === list.id && [...Object.values(entries), ...fallback].includes(code.localId)) return true;
    return bothWays === true && from === list.id && Object.hasOwn(entries, code.localId);
  });
  return map === undefined ? undefined : `${map.id} still maps to it`;
}

function waitsFor(condition: Condition, fields: ReadonlySet<string>, code: string): boolean {
  if (condition.kind === 'comparison' && fields.has(condition.field) && namesCode(condition, code)) return true;
  return partsOf(condition).some((part) => waitsFor(part, fields, code));
}

function namesCode({ operand }: Extract<Condition, { kind: 'comparison' }>, code: string): boolean {
  if (operand.kind === 'value') return operand.value === code;
  return operand.kind === 'values' && operand.values.includes(code);
}
