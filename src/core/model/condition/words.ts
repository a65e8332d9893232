import type { Condition } from '../../language/condition.ts';
import type { ConditionNames } from './condition-names.ts';
import { isAlways, negation } from './normal-form.ts';
import { alternatives, articled, comparisonWords, statusWords } from './predicate-words.ts';

/**
 * A condition in plain English, without capital and full stop: `no NCR of the lot is in a status of VM-NCR-BLOCK, asked of
 * QMS over IF-007 at this moment; nothing of IF-002 is on its way`.
 */
export function describeCondition(condition: Condition, names: ConditionNames): string {
  const said = condition.kind === 'all' && condition.of.length > 1 ? condition.of : [condition];
  return said.map((member) => clause(member, { names, read: undefined })).join('; ');
}

/** When the condition is not met, in plain English: `at least one NCR of the lot is in a status of VM-NCR-BLOCK`. */
export function describeOpposite(condition: Condition, names: ConditionNames): string {
  return clause(negation(condition), { names, read: undefined });
}

type Source = Extract<Condition, { kind: 'read' }>;

interface Context {
  readonly names: ConditionNames;
  /** The interface whose fields are meant. */
  readonly read: string | undefined;
}

function clause(condition: Condition, context: Context): string {
  const { names } = context;
  switch (condition.kind) {
    case 'all':
      return isAlways(condition) ? 'nothing else is asked for' : joined(condition.of, 'and', context);
    case 'any':
      return `either ${joined(condition.of, 'or', context)}`;
    case 'implies':
      return `if ${clause(condition.if, context)}, then ${clause(condition.then, context)}`;
    case 'not':
      return denied(condition.of, context);
    case 'quantified':
      return quantified(condition, context);
    case 'read':
      return `${clause(condition.of, { ...context, read: condition.interface })}${sourceWords(condition, names)}`;
    case 'message':
      return message(condition, context);
    case 'status':
      return `${names.status(condition.lifecycle)} ${statusWords(condition, names, true)}`;
    case 'comparison':
      return comparison(condition, context, true);
    case 'settled':
      return `nothing of ${names.interface(condition.interface)} is on its way`;
    case 'fact':
      return `${condition.text}${condition.per === undefined ? '' : ` (checked under ${names.document(condition.per)})`}`;
  }
}

/** Members in one sentence; a member that is itself made of several is set in brackets. */
function joined(members: readonly Condition[], word: 'and' | 'or', context: Context): string {
  const said = members.map((member) => {
    const text = clause(member, context);
    const composed = member.kind === 'all' || member.kind === 'any' || member.kind === 'implies';
    return composed ? `(${text})` : text;
  });
  return said.some((text) => text.includes(',')) ? said.join(`; ${word} `) : alternatives(said, word);
}

function denied(condition: Condition, context: Context): string {
  const { names } = context;
  switch (condition.kind) {
    case 'status':
      return `${names.status(condition.lifecycle)} ${statusWords(condition, names, false)}`;
    case 'comparison':
      return comparison(condition, context, false);
    case 'read':
      return `${denied(condition.of, { ...context, read: condition.interface })}${sourceWords(condition, names)}`;
    case 'settled':
      return `something of ${names.interface(condition.interface)} is on its way`;
    case 'quantified':
      return quantifiedOpposite(condition, context);
    case 'all':
      return condition.of.length > 1
        ? `at least one of these is not so: ${joined(condition.of, 'and', context)}`
        : 'this cannot be';
    case 'any':
      return `none of these is so: ${joined(condition.of, 'or', context)}`;
    case 'implies':
      return `${clause(condition.if, context)}, but not: ${clause(condition.then, context)}`;
    default:
      return `it is not so that ${clause(condition, context)}`;
  }
}

type Quantified = Extract<Condition, { kind: 'quantified' }>;

function quantified(condition: Quantified, context: Context): string {
  const { names } = context;
  const { quantifier, object, of: body } = condition;
  const who = `${quantifier === 'some' ? 'at least one' : quantifier === 'none' ? 'no' : 'every'} ${of(object, names)}`;
  if (isAlways(body)) return quantifier === 'none' ? `there is no ${of(object, names)}` : `there is ${who}`;
  const predicate = predicateOf(body, object, context);
  if (predicate !== undefined) return `${who} ${predicate}`;
  return `for ${who} it holds that ${joined([body], 'and', context)}`;
}

function quantifiedOpposite(condition: Quantified, context: Context): string {
  const { quantifier, object, of: body } = condition;
  if (quantifier === 'every') {
    const words = quantified(condition, context);
    return words.startsWith('every ') ? `not ${words}` : `it is not so that ${words}`;
  }
  return quantified({ ...condition, quantifier: quantifier === 'some' ? 'none' : 'some', object, of: body }, context);
}

/** `NCR of the lot`; without `of` where the record is not known or of the same kind. */
function of(object: string, names: ConditionNames): string {
  const noun = names.object(object);
  return names.subject === undefined || names.subject === noun ? noun : `${noun} of the ${names.subject}`;
}

/** The body of a quantifier as the predicate of a sentence about one record; undefined where that cannot be said so. */
function predicateOf(body: Condition, object: string, context: Context): string | undefined {
  const { names } = context;
  const positive = body.kind !== 'not';
  const plain = body.kind === 'not' ? body.of : body;
  if (plain.kind === 'read') {
    const predicate = predicateOf(positive ? plain.of : negation(plain.of), object, {
      ...context,
      read: plain.interface,
    });
    return predicate === undefined ? undefined : `${predicate}${sourceWords(plain, names)}`;
  }
  if (plain.kind === 'status' && names.soleObjectOf(plain.lifecycle) === object)
    return statusWords(plain, names, positive);
  if (plain.kind === 'status') return `${statusWords(plain, names, positive)} in ${plain.lifecycle}`;
  if (plain.kind !== 'comparison') return undefined;
  const [owner, field] = context.read === undefined ? plain.field.split('.') : [object, undefined];
  if (owner !== object) return undefined;
  const name = names.field(plain.field, context.read);
  const short = field === undefined ? name : name.replace(`${names.object(object)} `, '');
  return `has ${articled(short)} that ${comparisonWords(plain, names, context.read, positive)}`;
}

function comparison(
  condition: Extract<Condition, { kind: 'comparison' }>,
  context: Context,
  positive: boolean,
): string {
  const { names, read } = context;
  return `the ${names.field(condition.field, read)} ${comparisonWords(condition, names, read, positive)}`;
}

function sourceWords({ from, interface: name, maxAge }: Source, names: ConditionNames): string {
  if (from === 'query') {
    const system = names.answering(name);
    return `, asked${system === undefined ? '' : ` of ${system}`} over ${names.interface(name)} at this moment`;
  }
  return `, as last delivered over ${names.interface(name)}${maxAge === undefined ? '' : ` no more than ${maxAge} ago`}`;
}

function message({ messages, of: body }: Extract<Condition, { kind: 'message' }>, context: Context): string {
  const names = alternatives(messages, 'or');
  const [only] = messages;
  const [source] = (only ?? '').split('.');
  if (isAlways(body)) return `the message is ${names}`;
  return `the message ${names} says that ${clause(body, { ...context, read: messages.length === 1 ? source : undefined })}`;
}
