import type { Condition } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { TransitionView } from '../lifecycle-view.ts';
import { notDeclared } from './gaps.ts';

/** What stands for a field that the tester must not fill. */
export const LEFT_EMPTY = '(left empty)';

/** A field that a step asks the user to enter, and the test value for it. */
export interface FilledValue {
  readonly field: string;
  readonly value: string;
}

/** Values for the fields that a transition fills: declared ones where it lists them, else test data of the declared type. */
export function filledValues(transition: TransitionView, model: SpecModel): readonly FilledValue[] {
  return Object.entries(transition.element.attributes.fills ?? {})
    .map(([field, values]) => ({ field, value: chosen(field, values, transition, model) }))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
}

function chosen(field: string, values: readonly string[], transition: TransitionView, model: SpecModel): string {
  const [first] = values;
  if (first === undefined || first === 'any') return testValue(field, transition.when, model);
  return first === 'empty' ? LEFT_EMPTY : first;
}

/** A value of the declared type that needs no further condition: a code that the step's condition singles out is not taken. */
export function testValue(field: string, when: Condition | undefined, model: SpecModel): string {
  const element = model.get('field', field);
  const asked = valuesAsked(field, when);
  if (asked.equal[0] !== undefined) return asked.equal[0];
  if (element === undefined) return notDeclared(`type of ${field}; write the value entered`);
  const { codes, type } = element.attributes;
  if (codes !== undefined) {
    const list = model.get('code-list', codes);
    const all =
      list === undefined ? [] : model.partsOf(list, 'code').filter((code) => code.attributes.use !== 'deprecated');
    const names = all.map(({ localId }) => localId);
    return names.find((name) => !asked.listed.includes(name)) ?? names[0] ?? notDeclared(`codes of ${codes}`);
  }
  switch (type) {
    case 'integer':
    case 'decimal':
      return numberOf(element);
    case 'string':
    case 'text':
      return `"${'Test text A1'.slice(0, element.attributes.length ?? 12)}"`;
    case 'date':
      return '2031-03-14';
    case 'time':
      return '14:25';
    case 'timestamp':
      return '2031-03-14T14:25:36Z';
    case 'boolean':
      return 'true';
    default:
      return notDeclared(`type of ${field}; write the value entered`);
  }
}

function numberOf(element: Element<'field'>): string {
  const { decimals, unit } = element.attributes;
  const digits = decimals ?? 0;
  const value = digits === 0 ? '37' : `37.${'5'.padEnd(digits, '0')}`;
  return typeof unit === 'string' ? `${value} ${unit}` : value;
}

/** What a condition says about a field: the value that it must equal, and lists in which a value brings further conditions. */
function valuesAsked(
  field: string,
  condition: Condition | undefined,
): { readonly equal: readonly string[]; readonly listed: readonly string[] } {
  if (condition === undefined) return { equal: [], listed: [] };
  if (condition.kind === 'implies') {
    const asked = valuesAsked(field, condition.if);
    return { equal: [], listed: [...asked.equal, ...asked.listed] };
  }
  if (condition.kind === 'comparison' && condition.field === field) {
    if (condition.operand.kind === 'value' && condition.comparison === 'equals')
      return { equal: [condition.operand.value], listed: [] };
    if (condition.operand.kind === 'values')
      return { equal: condition.operand.values.slice(0, 1), listed: condition.operand.values };
  }
  const parts = condition.kind === 'not' ? [] : partsOf(condition).map((part) => valuesAsked(field, part));
  return { equal: parts.flatMap(({ equal }) => equal), listed: parts.flatMap(({ listed }) => listed) };
}
