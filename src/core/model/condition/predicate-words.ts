import type { Condition, Operand, StatePattern } from '../../language/condition.ts';
import type { ConditionNames } from './condition-names.ts';
import { ABSENT } from './state-vocabulary.ts';

/** `A`, `A or B`, `A, B or C`. */
export function alternatives(words: readonly string[], joint: 'or' | 'and' | 'nor'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** What a status is said to be, or not to be: `is Open or UnderReview`, `is in a status outside VM-NCR-BLOCK`. */
export function statusWords(
  condition: Extract<Condition, { kind: 'status' }>,
  names: ConditionNames,
  positive: boolean,
): string {
  return patternWords(condition.states, (state) => names.state(condition.lifecycle, state), names, positive);
}

function patternWords(
  pattern: StatePattern,
  title: (state: string) => string,
  names: ConditionNames,
  positive: boolean,
): string {
  switch (pattern.kind) {
    case 'states': {
      const named = pattern.states.filter((state) => state !== ABSENT).map(title);
      const exists = !pattern.states.includes(ABSENT);
      if (positive)
        return exists
          ? `is ${alternatives(named, 'or')}`
          : named.length === 0
            ? 'does not exist'
            : `is ${alternatives(named, 'or')}, or does not exist`;
      const not = named.length > 1 ? `is neither ${alternatives(named, 'nor')}` : `is not ${alternatives(named, 'or')}`;
      return exists ? not : named.length === 0 ? 'exists' : `exists and ${not}`;
    }
    case 'classes': {
      const classes = alternatives(pattern.classes.map(classWord), 'or');
      return positive ? `is in ${articled(classes)} status` : `is in no ${classes} status`;
    }
    case 'set':
      return positive ? `is in a status of ${names.set(pattern.set)}` : `is in no status of ${names.set(pattern.set)}`;
    case 'not': {
      const outside = outsideWords(pattern.of, title, names);
      return positive ? `is in a status ${outside}` : `does not exist or is in no status ${outside}`;
    }
  }
}

/** A pattern that must not match, behind `a status`. */
function outsideWords(pattern: StatePattern, title: (state: string) => string, names: ConditionNames): string {
  switch (pattern.kind) {
    case 'states':
      return `other than ${alternatives(pattern.states.map(title), 'or')}`;
    case 'classes':
      return `that is not ${alternatives(pattern.classes.map(classWord), 'or')}`;
    case 'set':
      return `outside ${names.set(pattern.set)}`;
    case 'not':
      return `that ${patternWords(pattern.of, title, names, true)}`;
  }
}

function classWord(stateClass: string): string {
  return stateClass === 'pre' ? 'preliminary' : stateClass;
}

/** With `a` or `an`, by its first letter. */
export function articled(words: string): string {
  return `${/^[aeiou]/iu.test(words) ? 'an' : 'a'} ${words}`;
}

/** What a field is said to be, or not to be: `is above 0 EA`, `is neither USE_AS_IS nor REPAIR`. */
export function comparisonWords(
  { comparison, operand }: Extract<Condition, { kind: 'comparison' }>,
  names: ConditionNames,
  read: string | undefined,
  positive: boolean,
): string {
  const value = operandWords(operand, names, read, positive ? 'or' : 'nor');
  const several = operand.kind === 'values' && operand.values.length > 1;
  switch (comparison) {
    case 'filled':
      return (operand.kind === 'boolean' && !operand.value) === positive ? 'is empty' : 'is filled in';
    case 'equals':
    case 'in':
      if (operand.kind === 'field') return `${positive ? 'equals' : 'does not equal'} ${value}`;
      return positive ? `is ${value}` : several ? `is neither ${value}` : `is not ${value}`;
    case 'above':
      return `is ${positive ? 'above' : 'not above'} ${value}`;
    case 'below':
      return `is ${positive ? 'below' : 'not below'} ${value}`;
    case 'atLeast':
      return `is ${positive ? 'at least' : 'less than'} ${value}`;
    case 'atMost':
      return `is ${positive ? 'at most' : 'more than'} ${value}`;
  }
}

function operandWords(operand: Operand, names: ConditionNames, read: string | undefined, joint: 'or' | 'nor'): string {
  switch (operand.kind) {
    case 'value':
      return operand.value;
    case 'values':
      return alternatives(operand.values, joint);
    case 'field':
      return `the ${names.field(operand.field, read)}`;
    case 'boolean':
      return operand.value ? 'true' : 'false';
  }
}
