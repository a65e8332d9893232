import { isObject } from '../../../diff/comparable.ts';
import type { Json } from '../../../language/canonical.ts';
import type { Rounding } from '../../../derive/values/conversion-values.ts';
import { numberAt, textAt } from '../../linting/structured-value.ts';
import { text, textOf, unknown } from '../value.ts';
import type { Stage, Value } from '../value.ts';
import type { TransformStep } from '../value-path.ts';
import { round } from './numbers.ts';
import { changeCase, pad, part, replace, split, trim } from './texts.ts';
import { toDate, toZone } from './times.ts';

const MODES = ['half-up', 'half-even', 'up', 'down', 'none'] as const;

/** One step on one value; steps that take several values are none of these. */
export function transformText(value: Value, step: TransformStep): Stage {
  if (step.round !== undefined) {
    const rounding = roundingOf(step.round);
    return rounding === undefined
      ? unknown('how it rounds is not said in words that can be read')
      : round(value, rounding);
  }
  const written = textOf(value);
  if (written === undefined) return unknown('how the number is written as text is not declared');
  if (step.trim !== undefined) return trim(written, step.trim);
  if (step.case !== undefined) return changeCase(written, step.case);
  if (step.padLeft !== undefined) return pad(written, step.padLeft, 'left');
  if (step.padRight !== undefined) return pad(written, step.padRight, 'right');
  if (step.part !== undefined) return part(written, step.part);
  if (step.replace !== undefined) return replace(written, step.replace);
  if (step.prefix !== undefined) return text(step.prefix + written);
  if (step.suffix !== undefined) return text(written + step.suffix);
  if (step.split !== undefined) return split(written, step.split);
  if (step.toZone !== undefined) return toZone(written, step.toZone);
  if (step.toDate !== undefined) return toDate(written, step.toDate);
  return unknown('this step cannot be followed');
}

/** `{decimals: 2, mode: half-up}`, with `digits` in place of `decimals`; undefined where it says anything else. */
export function roundingOf(how: Json): Rounding | undefined {
  if (!isObject(how) || Object.keys(how).some((key) => !['decimals', 'digits', 'mode', 'rounding'].includes(key)))
    return undefined;
  const [decimals, digits] = [numberAt(how, 'decimals'), numberAt(how, 'digits')];
  const said = textAt(how, 'mode') ?? textAt(how, 'rounding');
  const mode = MODES.find((one) => one === said);
  if ((said !== undefined && mode === undefined) || (decimals === undefined && digits === undefined)) return undefined;
  return { decimals, digits, mode };
}
