import { Composer, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { surveySource } from './source-limits.ts';
import { lineStartsOf } from './spec-document.ts';
import type { SourceProblem, SpecDocument } from './spec-document.ts';
import { syntaxProblems } from './syntax-problems.ts';
import { syntaxTokens } from './syntax-tokens.ts';
import { invalidYaml } from './yaml-problem.ts';
import { buildTree } from './yaml-tree.ts';

const OPTIONS = {
  schema: 'failsafe',
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/**
 * Reads the text of one spec file as YAML 1.2 without giving types to its scalars. Everything that is wrong with it as
 * YAML, or that the language does not take from YAML, is in `problems`; never throws.
 */
export function parseSpecText(text: string): SpecDocument {
  const lineStarts = lineStartsOf(text);
  const { exceeded, tokens, secondDocument, directive } = surveySource(text);
  if (exceeded !== undefined) {
    const problem = invalidYaml(exceeded.message, exceeded.hint, '', exceeded.range);
    return { text, root: undefined, readable: false, problems: [problem], lineStarts };
  }
  const document =
    secondDocument === undefined
      ? composeTokens(tokens, text.length)
      : parseDocument(text.slice(0, secondDocument), OPTIONS);
  const problems: SourceProblem[] = [...syntaxProblems(document, lineStarts)];
  const broken = problems.length > 0;
  if (secondDocument !== undefined) {
    const range = { start: secondDocument, end: Math.min(secondDocument + 3, text.length) };
    problems.push(
      invalidYaml(
        'A second YAML document begins here.',
        'One file holds one document; remove the line "---".',
        '',
        range,
      ),
    );
  }
  if (directive !== undefined) {
    problems.push(
      invalidYaml(
        'YAML directives (lines that begin with %) are not part of the language.',
        'Remove the line.',
        '',
        directive,
      ),
    );
  }
  // After a syntax error the tree is a guess: nothing that is said about its content would help.
  if (broken || document.contents === null)
    return { text, root: undefined, readable: !broken && secondDocument === undefined, problems, lineStarts };
  const tree = buildTree(document.contents);
  return {
    text,
    root: tree.root,
    readable: tree.complete && secondDocument === undefined,
    problems: [...problems, ...tree.problems],
    lineStarts,
  };
}

/** What `parseDocument` does with a text, from its tokens: they are known from the survey already. */
function composeTokens(tokens: readonly string[], length: number): Document {
  const [document] = [...new Composer(OPTIONS).compose(syntaxTokens(tokens), true, length)];
  if (document === undefined) throw new Error('The YAML library composed no document.');
  return document;
}
