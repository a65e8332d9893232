import type { Element } from '../../../model/element.ts';
import { text, unknown } from '../value.ts';
import type { Stage } from '../value.ts';

/** The target code, or the fate of a code that the map does not name. */
export function mapCode(code: string, { id, attributes }: Element<'value-map'>): Stage {
  const target = Object.hasOwn(attributes.map, code) ? attributes.map[code] : undefined;
  if (target !== undefined) return text(target);
  const fate = attributes.unknown;
  if (fate === undefined) return unknown(`what ${id} does with ${code} is not declared`);
  if (typeof fate === 'object') return text(fate.default);
  if (fate === 'pass') return text(code);
  return { kind: 'stopped', why: fate === 'reject' ? `${id} refuses ${code}` : `${id} holds ${code} back` };
}
