import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { RelatedPlace } from '../lint-rule.ts';
import { receiversOf, sendersOf } from './mapped-value.ts';
import type { MappedField, ValueEnd } from './mapped-value.ts';
import { numberAt, textAt } from './structured-value.ts';
import { isNumeric } from './value-type.ts';

/** The longest text that a mapping can hand over, and where that is declared. */
export interface LongestValue {
  readonly length: number;
  /** What can be so long: `lot.id`, `the key of lot in ERP`. */
  readonly what: string;
  readonly place: Omit<RelatedPlace, 'message'>;
  /** Whether steps of the mapping changed the length that is declared there. */
  readonly changed: boolean;
}

/**
 * Follows the longest value through value map, crosswalk and transform, in the order of the language. Undefined as soon as a
 * step can yield anything (a formula, a look-up, a format): what is not known is not reported.
 */
export function longestValue(model: SpecModel, field: MappedField): LongestValue | undefined {
  const { derivation, conversion, map, crosswalk, transform = [] } = field.attributes;
  if (derivation !== undefined || conversion !== undefined) return undefined;
  const sent = longestSent(model, field);
  const mapped = map === undefined ? sent : longestMapped(model, map, sent);
  const keyed = crosswalk === undefined ? mapped : longestKey(model, field, crosswalk, mapped);
  if (keyed === undefined) return undefined;
  const length = transform.reduce<number | undefined>(
    (longest, step) => (longest === undefined ? undefined : lengthAfter(step, longest)),
    keyed.length,
  );
  return length === undefined ? undefined : { ...keyed, length, changed: keyed.changed || length !== keyed.length };
}

function longestSent(model: SpecModel, field: MappedField): LongestValue | undefined {
  const senders = sendersOf(model, field);
  const [only] = senders;
  const separator = field.attributes.transform?.find(({ join }) => join !== undefined)?.join;
  if (only === undefined) return undefined;
  if (senders.length === 1) return longestOf(model, only, field);
  const each = senders.map((sender) => longestOf(model, sender, field));
  const known = each.filter((one) => one !== undefined);
  const [first] = known;
  // Several sources without a step that joins them: which of them is sent, nobody says.
  if (first === undefined || known.length < each.length || separator === undefined) return undefined;
  const length = known.reduce((sum, one) => sum + one.length, (known.length - 1) * separator.length);
  return { length, what: senders.map(({ name }) => name).join(' and '), place: first.place, changed: true };
}

/** The length that a sender declares; else, of a code, that of the longest code of its list. */
function longestOf(model: SpecModel, sender: ValueEnd, field: MappedField): LongestValue | undefined {
  const { length, codes, type } = sender.facts;
  if (type !== undefined && isNumeric(type)) return undefined;
  const at = sender.place('length');
  if (length !== undefined && at !== undefined) return { length, what: sender.name, place: at, changed: false };
  const list = codes === undefined ? undefined : model.get('code-list', codes);
  if (list !== undefined && list.attributes.open !== true) return longestPart(model.partsOf(list, 'code'), sender.name);
  const lifecycle = model.get('lifecycle', sender.name);
  if (lifecycle !== undefined) return longestPart(model.partsOf(lifecycle, 'state'), `the status ${sender.name}`);
  const flow = sender.name === 'message' ? model.elements.get(field.parent ?? '') : undefined;
  return flow === undefined ? undefined : longestPart(model.partsOf(flow, 'message'), 'the name of the message');
}

function longestPart(parts: readonly Element[], what: string): LongestValue | undefined {
  const longest = parts.reduce<Element | undefined>(
    (most, part) => (most === undefined || textLength(part.localId) > textLength(most.localId) ? part : most),
    undefined,
  );
  if (longest === undefined) return undefined;
  return {
    length: textLength(longest.localId),
    what,
    place: { element: longest, path: [], part: 'key' },
    changed: false,
  };
}

/** A value map replaces the value; what it does not name goes through as it is only where it says so. */
function longestMapped(model: SpecModel, id: string, sent: LongestValue | undefined): LongestValue | undefined {
  const map = model.get('value-map', id);
  if (map === undefined) return undefined;
  const { map: pairs, unknown } = map.attributes;
  const targets = Object.entries(pairs).map(([source, target]) => ({
    text: target,
    path: ['map', source] as readonly string[],
  }));
  if (typeof unknown === 'object') targets.push({ text: unknown.default, path: ['unknown', 'default'] });
  const longest = targets.reduce<(typeof targets)[number] | undefined>(
    (most, one) => (most === undefined || textLength(one.text) > textLength(most.text) ? one : most),
    undefined,
  );
  const replaced = longest && {
    length: textLength(longest.text),
    what: `${id} (“${longest.text}”)`,
    place: { element: map, path: longest.path },
    changed: false,
  };
  if (unknown !== 'pass') return replaced;
  return sent === undefined || replaced === undefined ? undefined : longer(sent, replaced);
}

/** A crosswalk replaces a key by that of the receiver. */
function longestKey(
  model: SpecModel,
  field: MappedField,
  id: string,
  sent: LongestValue | undefined,
): LongestValue | undefined {
  const crosswalk = model.get('crosswalk', id);
  const object = crosswalk === undefined ? undefined : model.get('object', crosswalk.attributes.object);
  if (crosswalk === undefined || object === undefined) return undefined;
  const keys = receiversOf(model, field).flatMap((system): readonly LongestValue[] => {
    const length = object.attributes.keys?.[system]?.length;
    if (length === undefined) return [];
    return [
      {
        length,
        what: `the key of ${object.id} in ${system}`,
        place: { element: object, path: ['keys', system, 'length'] },
        changed: false,
      },
    ];
  });
  const [first, ...rest] = keys;
  if (first === undefined) return undefined;
  const longest = rest.reduce(longer, first);
  return crosswalk.attributes.unknown === 'pass' && sent !== undefined ? longer(longest, sent) : longest;
}

function longer(a: LongestValue, b: LongestValue): LongestValue {
  return b.length > a.length ? b : a;
}

type Step = NonNullable<MappedField['attributes']['transform']>[number];

function lengthAfter(step: Step, longest: number): number | undefined {
  if (step.padLeft !== undefined || step.padRight !== undefined) {
    const to = numberAt(step.padLeft ?? step.padRight, 'to');
    return to === undefined ? undefined : Math.max(longest, to);
  }
  if (step.part !== undefined) {
    const [from, length] = [numberAt(step.part, 'from') ?? 1, numberAt(step.part, 'length')];
    const rest = Math.max(0, longest - from + 1);
    return length === undefined ? rest : Math.min(rest, length);
  }
  if (step.replace !== undefined) {
    const [find, put] = [textAt(step.replace, 'find'), textAt(step.replace, 'with') ?? ''];
    if (find === undefined || find === '') return undefined;
    const growth = textLength(put) - textLength(find);
    return growth <= 0 ? longest : longest + Math.floor(longest / textLength(find)) * growth;
  }
  if (step.prefix !== undefined) return longest + textLength(step.prefix);
  if (step.suffix !== undefined) return longest + textLength(step.suffix);
  // The join is counted with the sources.
  if (step.trim !== undefined || step.case !== undefined || step.split !== undefined || step.join !== undefined)
    return longest;
  return undefined;
}

/** Characters as people count them, not code units. */
function textLength(text: string): number {
  return [...text].length;
}
