import { compareText } from '../diagnostics/order.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { DocumentCode } from './document-type.ts';
import { type FactsOf, facts, list, text, words } from './fact-shape.ts';

export const DEFINITION_ROW = facts({ term: text, meaning: text, from: words('method', 'project') });
export const DEFINITIONS = list(DEFINITION_ROW);

/** A term, and whether the method or the project's glossary explains it. */
export type DefinitionRow = FactsOf<typeof DEFINITION_ROW>;

const ALL: readonly DocumentCode[] = ['IA', 'RTM', 'RSP', 'IFS', 'ERA', 'IQ', 'OQ'];
const PROTOCOLS: readonly DocumentCode[] = ['IQ', 'OQ'];

/** Terms that the documents themselves use. */
const TERMS: readonly (readonly [string, string, readonly DocumentCode[]])[] = [
  ['A', 'Section written by a person in the specification', ALL],
  ['Base, head', 'The two states of the specification that are compared: before and after', ALL],
  ['breaking, risky, compatible, editorial', 'Class of a change: what it does to the declared contract', ['IA']],
  ['Case', 'A script for a person: one initial state and 3 to 15 steps', ['RTM', 'OQ']],
  ['Crosswalk', 'Table that joins the names by which several systems know one record', ['RSP', 'IFS']],
  ['critical, high, medium, low', 'Risk of a change by its rule; not a risk assessment', ['IA']],
  ['Element', 'Anything in the specification that has an id', ALL],
  ['G', 'Section generated from the specification', ALL],
  ['GxP', 'Good practice rules that apply to the product or its records', ALL],
  ['H', 'Section filled in by hand', ALL],
  ['IQ', 'Installation qualification: is what was specified installed', ALL],
  ['Obligation', 'One atomic thing to prove; cases prove one or several of them', ['RTM', 'OQ']],
  ['OQ', 'Operational qualification: does it act as specified, and refuse what it must refuse', ALL],
  ['PQ', 'Performance qualification: is it fit in the real process', ALL],
  ['Predicate rule', 'The rule that asks for a record, whatever it is written on', ['ERA']],
  ['P/F', 'Pass or fail, marked by the tester', PROTOCOLS],
  [
    'Semantic hash',
    'SHA-256 over what an element means, without titles, comments and order; written h1:',
    ['IQ', 'OQ', 'IA'],
  ],
  ['System of record', 'The system whose value is right when two systems differ', ['RSP', 'IFS', 'ERA']],
  ['URS', 'User requirement', ALL],
];

/** Terms of the document and of the project's glossary, in alphabetical order; the project's meaning wins. */
export function definitionsOf(type: DocumentCode, model: SpecModel): readonly DefinitionRow[] {
  const glossary = model.project?.attributes.glossary ?? {};
  const own = Object.entries(glossary).map(([term, meaning]): DefinitionRow => ({ term, meaning, from: 'project' }));
  const method = TERMS.filter(([term, , types]) => types.includes(type) && !Object.hasOwn(glossary, term)).map(
    ([term, meaning]): DefinitionRow => ({ term, meaning, from: 'method' }),
  );
  return [...own, ...method].toSorted(
    (a, b) => compareText(a.term.toLowerCase(), b.term.toLowerCase()) || compareText(a.term, b.term),
  );
}
