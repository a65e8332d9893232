import { describe, expect, it } from 'vitest';
import {
  interfaceDelivery,
  interfaceField,
  interfacesEntry,
} from '../../../src/core/language/collections/interfaces.ts';
import { interfaceTransport, interfaceWhenDown } from '../../../src/core/language/collections/interfaces.ts';
import type { PartShape } from '../../../src/core/language/shape.ts';
import { CHANGE_RULES } from '../../../src/core/rules/change/index.ts';
import type { Finding } from '../../../src/core/rules/finding.ts';
import { changeContext } from '../../../src/core/rules/judging/change-context.ts';
import { runChangeRules } from '../../../src/core/rules/run-change-rules.ts';
import { compare, sha256 } from './small-project.ts';

const SYSTEMS = 'systems: {A: {}, B: {}}';

const inInterface = (text: string): string => `${SYSTEMS}\ninterfaces: {IF-1: {from: A, to: B, title: T${text}}}`;
const inPart = (part: string) => (text: string) => inInterface(`, ${part}: {${text.replace(/^, /u, '')}}`);
const inField = (text: string): string => inInterface(`, fields: {nr: {from: lot_no${text}}}`);

interface Place {
  readonly name: string;
  readonly shape: PartShape;
  readonly put: (text: string) => string;
  /** Attributes that hang together with others and are tried in the examples of their rules. */
  readonly except: readonly string[];
}

const PLACES: readonly Place[] = [
  { name: 'interface', shape: interfacesEntry, put: inInterface, except: ['status', 'consumers'] },
  { name: 'delivery', shape: interfaceDelivery, put: inPart('delivery'), except: [] },
  { name: 'transport', shape: interfaceTransport, put: inPart('transport'), except: [] },
  { name: 'whenDown', shape: interfaceWhenDown, put: inPart('whenDown'), except: ['mode'] },
  {
    name: 'mode',
    shape: interfaceWhenDown,
    put: (text) => inInterface(text === '' ? '' : `, whenDown: {${text.slice(2)}}`),
    except: [],
  },
  { name: 'mapped field', shape: interfaceField, put: inField, except: ['status', 'consumers', 'type'] },
];

/** Every ordered pair of two words of an attribute, `undefined` = not declared. */
const PAIRS = PLACES.flatMap(({ name, shape, put, except }) =>
  Object.entries(shape.attributes).flatMap(([attribute, { shape: of, default: fixed }]) => {
    if (of.kind !== 'words' || except.includes(attribute)) return [];
    const words = [undefined, ...of.words.filter((word) => word !== fixed)];
    return words.flatMap((from) => words.filter((to) => to !== from).map((to) => ({ name, attribute, from, to, put })));
  }),
);

function judged(before: string, after: string): readonly Finding[] {
  return runChangeRules(CHANGE_RULES, changeContext(compare(before, after)), sha256).map(({ finding }) => finding);
}

describe('words of interfaces and mapped fields', () => {
  it.each(PAIRS)('$name, $attribute: $from → $to is judged by one rule', ({ attribute, from, to, put }) => {
    const text = (word: string | undefined): string => put(word === undefined ? '' : `, ${attribute}: ${word}`);
    const [before, after] = [text(from), text(to)];
    const [there, back] = [judged(before, after), judged(after, before)];
    expect(there.map(({ ruleId }) => ruleId)).toHaveLength(1);
    expect(there.map(({ ruleId }) => ruleId)).not.toContain('unclassified-change');
    // What is an improvement one way cannot be one the other way as well.
    expect([...there, ...back].filter(({ class: verdict }) => verdict === 'compatible').length).toBeLessThan(2);
  });
});
