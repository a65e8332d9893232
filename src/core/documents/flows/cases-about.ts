import { compareText } from '../../diagnostics/order.ts';
import type { Element } from '../../model/element.ts';
import type { DocumentRevision } from '../document-context.ts';
import { stated, type Stated } from '../stated.ts';

/** Types of case that look at a single value on its way. */
const OF_VALUES: ReadonlySet<string> = new Set(['MAP', 'TXT', 'ENM', 'UOM', 'KEY', 'NUL', 'BND']);

/** Derived cases and checks that test an interface or one of its fields, counted by type; none is a gap. */
export function casesOfInterface(flow: Element<'interface'>, { derivation, graph }: DocumentRevision): Stated {
  const keys = new Set([flow.key, ...graph.parts(flow.key).map(({ key }) => key)]);
  return counted([
    ...derivation.cases.filter(({ element }) => keys.has(element)).map(({ type }) => `OQ-${type}`),
    ...derivation.checks.filter(({ element }) => keys.has(element)).map(({ type }) => `IQ-${type}`),
  ]);
}

/** Derived cases that look at the value of a mapped field: of it alone, or of its interface with the field among what it rests on. */
export function casesOfField({ key }: Element, { derivation }: DocumentRevision): Stated {
  return counted(
    derivation.cases
      .filter(({ type, element, support }) => element === key || (OF_VALUES.has(type) && support.includes(key)))
      .map(({ type }) => `OQ-${type}`),
  );
}

function counted(types: readonly string[]): Stated {
  const words = [...new Set(types)]
    .toSorted(compareText)
    .map((type) => `${type} ${types.filter((one) => one === type).length}`);
  return stated(words.length === 0 ? undefined : words.join(', '), 'NO CASE: nothing tests it');
}
