import type { YAMLError } from 'yaml';
import type { SourceProblem, SourceRange } from './spec-document.ts';

/** A file that is no YAML, or uses something of YAML that is not part of the language. */
export function invalidYaml(
  message: string,
  hint: string | undefined,
  pointer: string,
  range: SourceRange,
): SourceProblem {
  return {
    ruleId: 'yaml-invalid',
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
    pointer,
    range,
  };
}

/** What a problem of YAML syntax means to somebody who does not know the grammar, and what to do about it. */
export function explainYamlError(error: Pick<YAMLError, 'code' | 'message'>): {
  readonly message: string;
  readonly hint?: string;
} {
  const found = EXPLANATIONS.find(([code, form]) => code === error.code && form.test(error.message));
  if (found === undefined) return { message: sentence(error.message) };
  const [, , message, hint] = found;
  return hint === undefined ? { message } : { message, hint };
}

/** The library's own sentence, for what is too rare to have been put into other words. */
function sentence(text: string): string {
  const first = text.split('\n')[0] ?? '';
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

const QUOTES = 'A text that begins with one of [ ] { } , # & * ! | > % @ ` needs quotes around it.';
const COLON = 'A colon may be missing here, or a text of the line before may need quotes.';

/** Code, form of the library's message, what it means, what to do; the first that fits is taken. */
const EXPLANATIONS: readonly (readonly [code: YAMLError['code'], form: RegExp, message: string, hint?: string])[] = [
  ['TAB_AS_INDENT', /./, 'The line is indented with a tab.', 'Indent with blanks.'],
  [
    'BAD_INDENT',
    /^Flow .* must be/,
    'What is in these brackets must be indented more than the key that it belongs to.',
    'A closing bracket may be missing before this line.',
  ],
  [
    'BAD_INDENT',
    /./,
    'The line is indented differently from the lines that it belongs to.',
    'Give all entries of one group the same indentation.',
  ],
  ['MULTILINE_IMPLICIT_KEY', /./, 'A key must stand on one line and be followed by ": ".', COLON],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    /Nested mappings/,
    'A second ": " follows where a single value stands.',
    'Put the value in quotes when the colon belongs to it, or give the new key the indentation of its neighbours.',
  ],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    /./,
    'A list must not begin on the line of a key.',
    'Begin it on the next line, or write it in brackets.',
  ],
  [
    'BLOCK_IN_FLOW',
    /./,
    'Lines that are indented must not stand within brackets.',
    'Write all of it with brackets, or all of it with indentation.',
  ],
  [
    'BAD_DQ_ESCAPE',
    /./,
    'The backslash begins an escape that YAML does not know.',
    'Write the value in single quotes, where a backslash is just a backslash.',
  ],
  ['BAD_SCALAR_START', /./, 'A value must not begin with this character.', 'Put the value in quotes.'],
  ['BAD_ALIAS', /./, 'The name of an anchor or alias is missing, or ends in a colon.'],
  ['ALIAS_PROPS', /./, 'An alias cannot have an anchor or a tag of its own.'],
  ['BAD_PROP_ORDER', /./, 'An anchor stands behind the sign that begins the value, not in front of it.'],
  ['MULTIPLE_ANCHORS', /./, 'A value has two anchors.'],
  ['MISSING_CHAR', /^Missing closing/, 'The quote that is opened here is never closed.'],
  [
    'MISSING_CHAR',
    /^Missing , /,
    'A comma is missing between two entries in brackets.',
    'A value that holds one of , [ ] { } needs quotes there.',
  ],
  ['MISSING_CHAR', /^Missing space after/, 'A blank is missing behind the colon.'],
  ['MISSING_CHAR', /^Implicit map keys/, 'A key must be followed by ": " and its value.', COLON],
  [
    'MISSING_CHAR',
    /^Comments must/,
    'A comment begins with a blank in front of the #.',
    'Put the value in quotes when the # belongs to it.',
  ],
  ['MISSING_CHAR', /^Sequence item/, 'Each item of this list must begin with "- " in the same column.'],
  ['MISSING_CHAR', /^Flow/, 'The bracket that is opened before is never closed.'],
  ['MISSING_CHAR', /^Block scalar/, 'The lines of this text must be indented more than its key.'],
  ['UNEXPECTED_TOKEN', /empty item/, 'Two commas follow each other, or one stands behind the opening bracket.'],
  ['UNEXPECTED_TOKEN', /Block scalar header/, 'Behind | or > a text begins on the next line.'],
  [
    'UNEXPECTED_TOKEN',
    /at node end|^Unexpected scalar token$/,
    'Something follows a value that is complete.',
    'A comma may be missing, or the value needs quotes around all of it.',
  ],
  ['UNEXPECTED_TOKEN', /^Unexpected/, 'This does not belong here.', QUOTES],
];
