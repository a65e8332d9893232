import { COMPARISONS } from '../../language/condition.ts';
import type { Comparison, Condition, Operand } from '../../language/condition.ts';
import type { Json } from '../../language/canonical.ts';
import { isCalendarDay } from '../../language/calendar-day.ts';
import { canonicalNumber } from '../../language/exact-number.ts';
import { readMeasure } from '../../language/measure-text.ts';
import { normalComparison } from './normal-form.ts';
import { isMapping, nameOf, namesOf, scalarText } from './plain-data.ts';
import type { Mapping, Path, Report } from './plain-data.ts';
import { rememberPlaces } from './written-places.ts';

/** Reads `{field: F, equals: X}` and its kin; the mapping is known to hold `field` and exactly one comparison. */
export function parseComparison(value: Mapping, path: Path, report: Report): Condition | undefined {
  const comparison = COMPARISONS.find((word) => word in value);
  const field = nameOf(value['field'] ?? null, [...path, 'field'], 'a field', report);
  if (comparison === undefined) return undefined;
  const operand = parseOperand(comparison, value[comparison] ?? null, [...path, comparison], report);
  if (field === undefined || operand === undefined) return undefined;
  const condition = normalComparison(field, comparison, operand);
  rememberPlaces(condition, [[field, { path: [...path, 'field'], part: 'value' }]]);
  if (operand.kind === 'field' && operand.field !== field) {
    rememberPlaces(condition, [[operand.field, { path: [...path, comparison, 'field'], part: 'value' }]]);
  }
  return condition;
}

function parseOperand(comparison: Comparison, entry: Json, path: Path, report: Report): Operand | undefined {
  switch (comparison) {
    case 'filled':
      return parseFilled(entry, path, report);
    case 'in':
      return parseValues(entry, path, report);
    case 'equals':
      return parseFieldOperand(entry, path, report) ?? parseEqual(entry, path, report);
    default:
      return parseFieldOperand(entry, path, report) ?? parseLimit(comparison, entry, path, report);
  }
}

function parseFilled(entry: Json, path: Path, report: Report): Operand | undefined {
  if (typeof entry === 'boolean') return { kind: 'boolean', value: entry };
  report({ message: '`filled` is true or false.', hint: 'Write `filled: true`: it has a value.', path });
  return undefined;
}

function parseValues(entry: Json, path: Path, report: Report): Operand | undefined {
  if (isMapping(entry)) {
    report({
      message: '`in` needs a list of values.',
      hint: 'To compare with another field write `equals: {field: …}`.',
      path,
    });
    return undefined;
  }
  const values = namesOf(entry, path, 'a value', report);
  return values && { kind: 'values', values: values.map(({ name }) => name) };
}

function parseFieldOperand(entry: Json, path: Path, report: Report): Operand | undefined {
  if (!isMapping(entry) || Object.keys(entry).join() !== 'field') return undefined;
  const field = nameOf(entry['field'] ?? null, [...path, 'field'], 'a field', report);
  return field === undefined ? undefined : { kind: 'field', field };
}

function parseEqual(entry: Json, path: Path, report: Report): Operand | undefined {
  if (typeof entry === 'boolean') return { kind: 'boolean', value: entry };
  const value = scalarText(entry);
  if (value !== undefined) return { kind: 'value', value: valueText(value) };
  const hint = Array.isArray(entry)
    ? 'Write `in:` for one of several values.'
    : 'Write a value, or `{field: OBJECT.FIELD}`.';
  report({ message: '`equals` needs one value.', hint, path });
  return undefined;
}

function parseLimit(comparison: Comparison, entry: Json, path: Path, report: Report): Operand | undefined {
  const text = typeof entry === 'boolean' ? undefined : scalarText(entry)?.trim();
  const limit = text === undefined ? undefined : limitText(text);
  if (limit !== undefined) return { kind: 'value', value: limit };
  const hint = 'For example `120 EA`, `0.8`, or `{field: OBJECT.FIELD}`.';
  report({ message: `\`${comparison}\` needs a number, a quantity or another field.`, hint, path });
  return undefined;
}

/** The one text of a number, a day or a quantity with its unit; undefined for anything else. */
export function limitText(text: string): string | undefined {
  if (isCalendarDay(text)) return text;
  const measure = readMeasure(text, 'quantity');
  return canonicalNumber(text) ?? ('amount' in measure ? `${measure.amount} ${measure.unit}` : undefined);
}

/** As written, but for the blanks between an amount and its unit: `12AB` may be a code. */
function valueText(value: string): string {
  return value.replace(/^([-+]?\d+(?:\.\d+)?(?:\/\d+)?)\s+(\S+)$/u, '$1 $2');
}
