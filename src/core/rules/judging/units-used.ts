import { elementKey } from '../../model/element.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { MappedField } from '../linting/mapped-value.ts';

/**
 * Declared units in which a value is measured, bounded or converted: also as a part of a compound unit (`kg/box`), and those
 * that they are an amount of (a pallet that equals 40 boxes).
 */
export function unitsOfValue(model: SpecModel, value: Element<'field'> | MappedField): readonly ElementKey[] {
  if (model.ofKind('unit').length === 0) return [];
  const { attributes } = value;
  const names = [attributes.unit, unitOfAmount(attributes.min), unitOfAmount(attributes.max)];
  if ('source' in attributes) names.push(attributes.source?.unit);
  if ('conversion' in attributes && attributes.conversion !== undefined) {
    const conversion = model.get('conversion', attributes.conversion)?.attributes;
    names.push(conversion?.from, conversion?.to);
  }
  const found = new Set<string>();
  for (const name of names) if (typeof name === 'string') addUnits(model, name, found);
  return [...found].map((name) => elementKey('unit', name));
}

/** The unit of `12.5 kg`; undefined for a bare number. */
function unitOfAmount(amount: unknown): string | undefined {
  return typeof amount === 'string' ? /\s(\S.*)$/u.exec(amount)?.[1] : undefined;
}

function addUnits(model: SpecModel, name: string, found: Set<string>): void {
  for (const piece of new Set([name, ...name.split(/[/.·*]/u), ...name.split(/[/.·*]/u).map(withoutPower)])) {
    const unit = model.get('unit', piece.normalize('NFKC'));
    if (unit === undefined || found.has(unit.id)) continue;
    found.add(unit.id);
    const base = unitOfAmount(unit.attributes.equals);
    if (base !== undefined) addUnits(model, base, found);
  }
}

function withoutPower(name: string): string {
  return name.replace(/-?[1-9]$/u, '');
}
