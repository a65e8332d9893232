import { createRequire } from 'node:module';
import type * as Refa from 'refa';
import type { CompareLanguages, EcmaPattern, PatternRelation } from '../core/model/pattern/compare-patterns.ts';

/** States of an automaton beyond which nothing is concluded; what counts is the number, so every machine stops at the same place. */
const STATE_LIMIT = 10_000;
/** Both flags read code points; of the parser's own answer version 0.12.1 says the half for flag `v`. */
const LAST_CODE_POINT = 0x10_ff_ff;

let library: typeof Refa | undefined;

/** Read on first use: a megabyte of Unicode tables that most comparisons never need. */
function refa(): typeof Refa {
  library ??= createRequire(import.meta.url)('refa') as typeof Refa;
  return library;
}

/**
 * Compares two regular expressions by finite automata over all code points: the second is narrower when nothing is accepted by it
 * and by the complement of the first. The Unicode tables are those of the library, the same on every machine.
 */
export const compareLanguages: CompareLanguages = (base, head) => {
  const before = automaton(base);
  if ('reason' in before) return { is: 'unproven', reason: before.reason };
  const after = automaton(head);
  if ('reason' in after) return { is: 'unproven', reason: after.reason };
  try {
    return relation(difference(before, after), difference(after, before));
  } catch (error) {
    return { is: 'unproven', reason: whyNot(error) };
  }
};

function relation(lost: string | undefined, gained: string | undefined): PatternRelation {
  if (lost === undefined) return gained === undefined ? { is: 'equal' } : { is: 'wider', gained };
  return gained === undefined ? { is: 'narrower', lost } : { is: 'different', lost, gained };
}

function automaton({ source, flag }: EcmaPattern): Refa.NFA | { readonly reason: string } {
  const { JS, NFA } = refa();
  try {
    const parser = JS.Parser.fromLiteral({ source, flags: flag });
    const { expression } = parser.parse({ maxNodes: STATE_LIMIT });
    removeEdges(expression.alternatives, 'ahead');
    removeEdges(expression.alternatives, 'behind');
    return NFA.fromRegex(expression, { maxCharacter: LAST_CODE_POINT }, {}, new NFA.LimitedNodeFactory(STATE_LIMIT));
  } catch (error) {
    return { reason: whyNot(error) };
  }
}

/** An expression for the whole value starts and ends at the edges anyway: `^` and `$` there say nothing. */
function removeEdges(alternatives: readonly Refa.Concatenation[], side: 'ahead' | 'behind'): void {
  for (const { elements } of alternatives) {
    let edge = side === 'ahead' ? elements.at(-1) : elements[0];
    while (edge !== undefined && isEdge(edge, side)) {
      if (side === 'ahead') elements.pop();
      else elements.shift();
      edge = side === 'ahead' ? elements.at(-1) : elements[0];
    }
    if (edge?.type === 'Alternation') removeEdges(edge.alternatives, side);
  }
}

/** The parser writes `$` as “not followed by any character”, and `^` as “not preceded by any”. */
function isEdge(element: Refa.Element, side: 'ahead' | 'behind'): boolean {
  if (element.type !== 'Assertion' || element.kind !== side || !element.negate) return false;
  const [alternative, ...others] = element.alternatives;
  const [only, ...more] = alternative?.elements ?? [];
  return others.length === 0 && more.length === 0 && only?.type === 'CharacterClass' && only.characters.isAll;
}

/** A shortest value that the first accepts and the second does not, written with printable ASCII characters where it can be. */
function difference(accepts: Refa.NFA, refuses: Refa.NFA): string | undefined {
  const { DFA, getIntersectionWordSets } = refa();
  const complement = DFA.fromFA(refuses, new DFA.LimitedNodeFactory(STATE_LIMIT));
  complement.complement(new DFA.LimitedNodeFactory(STATE_LIMIT));
  for (const word of getIntersectionWordSets(accepts, complement, STATE_LIMIT)) {
    return String.fromCodePoint(
      ...word.map((set) => set.commonCharacter({ min: 0x21, max: 0x7e }) ?? set.ranges[0]?.min ?? 0),
    );
  }
  return undefined;
}

function whyNot(error: unknown): string {
  const { TooManyNodesError } = refa();
  if (error instanceof TooManyNodesError) return `the automaton has more than ${STATE_LIMIT} states`;
  if (error instanceof SyntaxError) return 'it is no regular expression of its dialect';
  if (error instanceof RangeError) return 'it is too deep to be compared';
  if (error instanceof Error && /assertion|backreference/iu.test(error.message)) {
    return 'it looks ahead, looks back, or refers back to a group';
  }
  throw error;
}
