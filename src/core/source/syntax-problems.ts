import { visit } from 'yaml';
import type { Document } from 'yaml';
import { positionOf } from './spec-document.ts';
import type { SourceProblem, SourceRange } from './spec-document.ts';
import { explainYamlError, invalidYaml } from './yaml-problem.ts';

/** Syntax errors follow from each other; more than this many tell nobody anything. */
const MOST_SYNTAX_PROBLEMS = 20;

/** What is wrong with the syntax of a document, at most once for each line; empty when it could be read. */
export function syntaxProblems(document: Document, lineStarts: readonly number[]): readonly SourceProblem[] {
  const problems: SourceProblem[] = [];
  // Tags are reported where they are met, with those that the library knows.
  const errors = document.errors.filter((error) => !error.message.startsWith('Unresolved tag'));
  const lines = new Set<number>();
  const first = errors.filter((error) => {
    // A second error in one line is nearly always a consequence of the first.
    const { line } = positionOf(lineStarts, error.pos[0]);
    return !lines.has(line) && lines.add(line);
  });
  for (const error of first.slice(0, MOST_SYNTAX_PROBLEMS)) {
    const { message, hint } = explainYamlError(error);
    const opened = error.message.startsWith('Missing closing') ? openedQuote(document, error.pos[0]) : undefined;
    problems.push(
      invalidYaml(message, hint, '', opened ?? { start: error.pos[0], end: Math.max(error.pos[1], error.pos[0]) }),
    );
  }
  const next = first[MOST_SYNTAX_PROBLEMS];
  if (next !== undefined) {
    const range = { start: next.pos[0], end: next.pos[1] };
    problems.push(
      invalidYaml(
        `${first.length - MOST_SYNTAX_PROBLEMS} more lines with syntax errors follow from here on.`,
        undefined,
        '',
        range,
      ),
    );
  }
  return problems;
}

/** The quote whose end is missing at `offset`: the last one that was opened before it. */
function openedQuote(document: Document, offset: number): SourceRange | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar: (_key, { type, range }) => {
      if ((type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range && range[0] < offset) start = range[0];
    },
  });
  return start === undefined ? undefined : { start, end: start + 1 };
}
