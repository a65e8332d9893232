import Fraction from 'fraction.js';
import { exactNumber } from '../../diff/exact-amount.ts';
import { arrive } from './arrival.ts';
import type { Outcome } from './composed-effect.ts';
import { depart } from './departure.ts';
import { mapCode } from './steps/codes.ts';
import { aggregate, convert, round } from './steps/numbers.ts';
import { transformText } from './steps/transform.ts';
import { EMPTY, failed, text, textOf, unknown } from './value.ts';
import type { Stage, Value } from './value.ts';
import type { PathStep, Source, ValuePath } from './value-path.ts';

/** What one source is given. */
export type Sent = string | Fraction | readonly (string | Fraction)[];

/** What one input is in one revision. */
export interface Given {
  /** For each source its text or number, an empty text for none; a list for a source of many values. */
  readonly values: readonly Sent[];
  /** Values of the fields by which a conversion multiplies or divides. */
  readonly bridges: Readonly<Record<string, string>>;
  /** The value may be a code that no list names: what comes from a system that has more codes than the specification. */
  readonly anyCode: boolean;
}

/** Sends one input through the whole path, exactly. */
export function evaluatePath(path: ValuePath, given: Given): Outcome {
  if (path.opaque !== undefined) return { kind: 'unknown', why: path.opaque };
  if (path.constant !== undefined) return arrive({ kind: 'text', text: path.constant }, path.arrival);
  const sent = departAll(path.sources, given);
  if ('kind' in sent && sent.kind === 'not-sent') return sent;
  const start = sent as Stage;
  if (start.kind === 'empty') return whenEmpty(path);
  const end = path.steps.reduce<Stage>(
    (stage, step) => (stage.kind === 'value' ? applied(step, stage.value, given) : stage),
    start,
  );
  return outcomeOf(end, start, path);
}

function departAll(
  sources: readonly Source[],
  { values, anyCode }: Given,
): Stage | Extract<Outcome, { kind: 'not-sent' }> {
  const read: (Value | undefined)[] = [];
  for (const [index, source] of sources.entries()) {
    const texts = values[index] ?? '';
    const items: Value[] = [];
    for (const one of typeof texts === 'string' || texts instanceof Fraction ? [texts] : texts) {
      const departure = depart(one, source, anyCode);
      if ('refused' in departure) return { kind: 'not-sent', why: departure.refused };
      if ('value' in departure) items.push(departure.value);
    }
    read.push(source.facts.many === true && items.length > 0 ? { kind: 'list', items } : items[0]);
  }
  const [only] = read;
  if (read.every((value) => value === undefined)) return EMPTY;
  if (read.length > 1 || only === undefined)
    return { kind: 'value', value: { kind: 'several', names: sources.map(({ name }) => name), values: read } };
  return { kind: 'value', value: only };
}

function applied(step: PathStep, value: Value, given: Given): Stage {
  if (step.kind === 'opaque') return unknown(step.why);
  if (step.kind === 'transform') {
    if (step.step.join !== undefined) return joined(value, step.step.join);
    if (step.step.first !== undefined) return firstOf(value, step.step.first);
    if (step.step.aggregate !== undefined) return aggregate(value, step.step.aggregate);
  }
  return ofEach(value, (one) => single(step, one, given));
}

function single(step: PathStep, value: Value, given: Given): Stage {
  switch (step.kind) {
    case 'map': {
      const code = textOf(value);
      return code === undefined
        ? unknown('how the number is written as text is not declared')
        : mapCode(code, step.map);
    }
    case 'convert': {
      const { bridge } = step;
      const between = bridge === undefined ? new Fraction(1) : exactNumber(given.bridges[bridge.field] ?? '');
      if (between === undefined) return unknown(`no value of ${bridge?.field ?? ''} is known`);
      if (between.n === 0n && bridge?.divides === true) return failed(`${bridge.field} is zero`);
      return convert(
        value,
        bridge?.divides === true ? step.factor.div(between) : step.factor.mul(between),
        step.offset,
      );
    }
    case 'round':
      return round(value, step.rounding);
    case 'transform':
      return transformText(value, step.step);
    case 'opaque':
      return unknown(step.why);
  }
}

/** A step on many values is done to each of them; the first that does not come through decides. */
function ofEach(value: Value, step: (one: Value) => Stage): Stage {
  if (value.kind !== 'list' && value.kind !== 'several') return step(value);
  const results = (value.kind === 'list' ? value.items : value.values).map((one) =>
    one === undefined ? EMPTY : step(one),
  );
  const other = results.find(({ kind }) => kind !== 'value' && kind !== 'empty');
  if (other !== undefined) return other;
  const values = results.map((result) => (result.kind === 'value' ? result.value : undefined));
  const items = values.filter((one) => one !== undefined);
  if (items.length === 0) return EMPTY;
  return { kind: 'value', value: value.kind === 'list' ? { kind: 'list', items } : { ...value, values } };
}

function joined(value: Value, between: string): Stage {
  const parts = value.kind === 'several' ? value.values : value.kind === 'list' ? value.items : [value];
  if (parts.some((one) => one === undefined)) return unknown('what joining an empty part gives is not declared');
  const texts = parts.map((one) => (one === undefined ? undefined : textOf(one)));
  return texts.includes(undefined)
    ? unknown('how the number is written as text is not declared')
    : text(texts.join(between));
}

function firstOf(value: Value, names: readonly string[]): Stage {
  if (value.kind !== 'several') return { kind: 'value', value };
  const found = names.map((name) => value.values[value.names.indexOf(name)]).find((one) => one !== undefined);
  return found === undefined ? EMPTY : { kind: 'value', value: found };
}

function whenEmpty(path: ValuePath): Outcome {
  const { default: standIn, whenEmpty: fate } = path.field.attributes;
  if (standIn !== undefined) return arrive({ kind: 'text', text: standIn }, path.arrival);
  if (fate === 'reject') return { kind: 'stopped', why: 'an empty value is refused' };
  if (fate === undefined) return { kind: 'empty', then: 'what the receiver does is not declared' };
  return { kind: 'empty', then: { omit: 'not sent', keep: 'the receiver keeps what it has', clear: 'cleared' }[fate] };
}

function outcomeOf(end: Stage, start: Stage, path: ValuePath): Outcome {
  switch (end.kind) {
    case 'value':
      return arrive(end.value, path.arrival);
    case 'empty':
      return { kind: 'empty', then: 'nothing is left after the steps' };
    case 'stopped':
      return end;
    case 'unknown':
      return end;
    case 'failed': {
      const { onError } = path.field.attributes;
      if (onError === 'reject') return { kind: 'stopped', why: `a step is not possible (${end.why})` };
      if (onError === 'skip') return { kind: 'empty', then: `left out, since a step is not possible (${end.why})` };
      if (onError === 'raw' && start.kind === 'value') return arrive(start.value, path.arrival);
      return { kind: 'unknown', why: `a step is not possible (${end.why}), and what then happens is not declared` };
    }
  }
}
