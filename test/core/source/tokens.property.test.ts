import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { parseSpecText } from '../../../src/core/source/parse-document.ts';
import { surveySource } from '../../../src/core/source/source-limits.ts';
import { lineStartsOf } from '../../../src/core/source/spec-document.ts';
import { syntaxProblems } from '../../../src/core/source/syntax-problems.ts';
import { buildTree } from '../../../src/core/source/yaml-tree.ts';

/** Lines of good and of bad YAML; put together they make every kind of syntax error now and then. */
const LINES = [
  'a: b',
  'list:',
  '  - one',
  '  - {two: 2, three: [x, "y"]}',
  '- item',
  'text: |',
  '    block text',
  '  folded text',
  'flow: {a: [1, 2], b: c}',
  'open: {a: [1, 2',
  ']',
  '}',
  'quoted: "a \\n b"',
  "single: 'it''s'",
  'unclosed: "',
  '# comment',
  'x: &anchor {y: z}',
  'alias: *anchor',
  '? complex',
  ': value',
  '\tx: tab',
  'tagged: !!str 5',
  '...',
  '',
  '   ',
  'plain text over',
  '  two lines',
  '%YAML 1.2',
];

test('a text is read from the tokens of its survey as the library reads it from the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...LINES), { maxLength: 12 }),
      fc.constantFrom('\n', '\r\n'),
      (lines, lineEnd) => {
        const text = lines.join(lineEnd);
        if (surveySource(text).secondDocument !== undefined) return;
        const document = parseDocument(text, {
          schema: 'failsafe',
          merge: false,
          uniqueKeys: false,
          prettyErrors: false,
          logLevel: 'silent',
        });
        const errors = syntaxProblems(document, lineStartsOf(text));
        const read = parseSpecText(text);
        expect(read.problems.slice(0, errors.length)).toEqual(errors);
        if (errors.length === 0 && document.contents !== null)
          expect(read.root).toEqual(buildTree(document.contents).root);
      },
    ),
    { numRuns: 500 },
  );
});
