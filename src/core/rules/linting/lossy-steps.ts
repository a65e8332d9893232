import type { SpecModel } from '../../model/spec-model.ts';
import { codeSpace } from './code-space.ts';
import { receiverOf, sendersOf, sourceFields } from './mapped-value.ts';
import type { MappedField } from './mapped-value.ts';
import { numberAt } from './structured-value.ts';
import { listed } from '../judging/wording.ts';

/** A step by which two different values become one. */
export interface Loss {
  readonly kind: 'blanks' | 'case' | 'part' | 'replace' | 'choice' | 'time' | 'words' | 'codes' | 'length';
  /** What happens, to follow the name of the field: `keeps only a part of the text`. */
  readonly what: string;
  readonly path: readonly (string | number)[];
}

type Step = NonNullable<MappedField['attributes']['transform']>[number];

/**
 * The steps of a mapping that are not one-to-one, in their order. Rounding is not among them: with its digits and mode it is a
 * declared decision. A sum, a count, a least or greatest value is a calculation, and its result another quantity.
 */
export function lossesOf(model: SpecModel, field: MappedField): readonly Loss[] {
  const { map, transform = [], tooLong } = field.attributes;
  const losses = [...severalValues(model, field), ...(map === undefined ? [] : mergedCodes(model, map))];
  for (const [index, step] of transform.entries()) {
    const loss = lossIn(step, index === 0 ? lengthSent(model, field) : undefined);
    if (loss !== undefined) losses.push({ ...loss, path: ['transform', index] });
  }
  if (tooLong === 'truncate') losses.push({ kind: 'length', what: 'cuts what is too long', path: ['tooLong'] });
  return losses;
}

function lossIn(step: Step, longest: number | undefined): Omit<Loss, 'path'> | undefined {
  if (step.trim !== undefined) return { kind: 'blanks', what: 'takes off blanks' };
  if (step.case !== undefined) return { kind: 'case', what: 'makes large and small letters alike' };
  if (step.part !== undefined)
    return keepsAll(step.part, longest) ? undefined : { kind: 'part', what: 'keeps only a part of the text' };
  if (step.split !== undefined) return { kind: 'part', what: 'keeps only a piece of the text' };
  if (step.replace !== undefined) return { kind: 'replace', what: 'replaces a text by another' };
  if (step.aggregate === 'first' || step.aggregate === 'last')
    return { kind: 'choice', what: `takes the ${step.aggregate} of several values` };
  if (step.toDate !== undefined) return { kind: 'time', what: 'drops the time of day' };
  if (step.custom !== undefined) return { kind: 'words', what: 'does something that is said in words only' };
  return undefined;
}

function keepsAll(part: Step['part'], longest: number | undefined): boolean {
  const [from, length] = [numberAt(part, 'from') ?? 1, numberAt(part, 'length')];
  return from <= 1 && (length === undefined || (longest !== undefined && longest <= length));
}

function lengthSent(model: SpecModel, field: MappedField): number | undefined {
  const [only, ...others] = sendersOf(model, field);
  return others.length === 0 ? only?.facts.length : undefined;
}

/** Several values at the sender, of which one arrives, and no step says which. */
function severalValues(model: SpecModel, field: MappedField): Loss[] {
  const { many, source, transform = [], from } = field.attributes;
  const repeats = source?.many ?? sourceFields(model, field).some(({ attributes }) => attributes.many === true);
  if (!repeats || many === true || from === undefined) return [];
  if (transform.some(({ aggregate, join }) => aggregate !== undefined || join !== undefined)) return [];
  return [{ kind: 'choice', what: 'takes one of several values, and no step says which', path: ['from'] }];
}

/** Codes that a value map turns into one code without a reason. */
function mergedCodes(model: SpecModel, id: string): Loss[] {
  const map = model.get('value-map', id);
  if (map === undefined || map.attributes.lossy !== undefined) return [];
  const merged = mergedSources(map.attributes.map).map(({ sources, target }): Loss => ({
    kind: 'codes',
    what: `makes ${target} of ${listed(sources)} (${id})`,
    path: ['map'],
  }));
  const { unknown, from } = map.attributes;
  const space = codeSpace(model, from);
  const open =
    space === undefined || space.open || space.codes.some((code) => !Object.hasOwn(map.attributes.map, code.id));
  if (typeof unknown === 'object' && open)
    merged.push({ kind: 'codes', what: `makes ${unknown.default} of everything unknown (${id})`, path: ['map'] });
  return merged;
}

/** Target codes that several source codes become, by their first source. */
export function mergedSources(
  map: Readonly<Record<string, string>>,
): readonly { readonly target: string; readonly sources: readonly string[] }[] {
  const byTarget = new Map<string, string[]>();
  for (const [source, target] of Object.entries(map)) {
    const known = byTarget.get(target);
    if (known === undefined) byTarget.set(target, [source]);
    else known.push(source);
  }
  return [...byTarget].flatMap(([target, sources]) => (sources.length > 1 ? [{ target, sources }] : []));
}

/** Whether an identifier is read as a number on its way, so that leading zeros go. */
export function castsToNumber(model: SpecModel, field: MappedField): boolean {
  const type = receiverOf(model, field).facts.type;
  if (type !== 'integer' && type !== 'decimal') return false;
  if (field.attributes.map !== undefined || field.attributes.crosswalk !== undefined) return false;
  return sendersOf(model, field).some(
    ({ facts }) =>
      facts.type === 'string' || facts.type === 'code' || facts.type === 'text' || facts.type === 'reference',
  );
}
