import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceRevision, TemplateFile } from '../../../src/core/source/source-file.ts';
import { readTemplateStore } from '../../../src/io/template-store.ts';
import { ejectedText } from '../../../src/render/documents/ejected-template.ts';
import { checkSiteTemplates, laidOutBy, siteTemplatesOf } from '../../../src/render/documents/site-templates.ts';
import { INLINE_HELPERS } from '../../../src/render/template-syntax.ts';
import { sha256 } from '../../core/rules/small-project.ts';

const shipped = readTemplateStore();
const PARTIALS = `Known: ${[...shipped.partials.keys()].toSorted().join(', ')}.`;
const HELPERS = `Known: ${Object.keys(INLINE_HELPERS).join(', ')}.`;

/** A revision whose folder `site` holds these templates. */
function revision(files: Readonly<Record<string, string | Uint8Array>>): SourceRevision {
  const templates = Object.entries(files).map(([name, content]): TemplateFile => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const hash = sha256(bytes);
    return { revision: 'head', file: `site/${name}`, name, bytes, contentId: `sha256:${hash}`, sha256: hash };
  });
  return { identity: { label: 'head', kind: 'folder', modified: false }, files: [], templates };
}

function said(files: Readonly<Record<string, string | Uint8Array>>): readonly string[] {
  return checkSiteTemplates(shipped, revision(files), sha256).map(
    ({ at, severity, ruleId, message, hint }) =>
      `${at.file}:${at.span.start.line} ${severity} ${ruleId}: ${message} ${hint ?? ''}`,
  );
}

/** The tool's own matrix with a line at its end, which then is line 2 of what a person adds. */
const matrix = shipped.documents.get('traceability-matrix')!;
const lines = matrix.split('\n').length;
const mistake = (line: string): readonly string[] => said({ 'traceability-matrix.md.hbs': `${matrix}${line}\n` });
const at = `site/traceability-matrix.md.hbs:${lines} error template-invalid:`;

describe('a template of the project', () => {
  test('takes the place of that of the tool, and its partials theirs', () => {
    const templates = laidOutBy(
      shipped,
      revision({
        'traceability-matrix.md.hbs': '{{> scope}}{{> own}}',
        'partials/own.hbs': 'x',
        'partials/scope.hbs': '\r\ny',
      }),
    );
    expect(templates.documents.get('traceability-matrix')).toBe('{{> scope}}{{> own}}');
    expect([templates.partials.get('own'), templates.partials.get('scope')]).toEqual(['x', '\ny']);
    expect(templates.documents.get('impact-assessment')).toBe(shipped.documents.get('impact-assessment'));
    const files = (id: string): readonly string[] => siteTemplatesOf(id, templates).map(({ file }) => file);
    expect(files('traceability-matrix')).toEqual([
      'site/traceability-matrix.md.hbs',
      'site/partials/own.hbs',
      'site/partials/scope.hbs',
    ]);
    expect(files('impact-assessment')).toEqual(['site/partials/scope.hbs']);
  });

  test('that was taken over and left as it is has nothing wrong with it', () => {
    const files = [
      ...[...shipped.documents].map(([name, text]) => [`${name}.md.hbs`, text] as const),
      ...[...shipped.partials].map(([name, text]) => [`partials/${name}.hbs`, text] as const),
    ];
    const origin = (text: string) => ({ version: '1.2.3', sha256: sha256(text) });
    expect(
      said(Object.fromEntries(files.map(([path, text]) => [path, ejectedText(path, text, origin(text))]))),
    ).toEqual([]);
  });

  test('says when that of the tool has changed since', () => {
    const old = ejectedText('partials/scope.hbs', 'x', { version: '0.0.9', sha256: sha256('another text') });
    const text = old.replace(/\nx$/, `\n${shipped.partials.get('scope')}`);
    expect(said({ 'partials/scope.hbs': text })).toEqual([
      'site/partials/scope.hbs:1 warning template-outdated: This partial was taken from countersign 0.0.9, whose own has changed since. Compare it with the one of the tool (countersign templates eject), then take over its first line.',
    ]);
  });
});

describe('what stops a build, at its line', () => {
  test.each([
    [
      '{{gapz}}',
      'The view has no “gapz” at “gapz”.',
      'It has: backward, clauseWords, clauses, coverage, forward, front, gapWords, gaps, invariants, remarks, testLists.',
    ],
    [
      '{{#if remarks}}{{else}}{{front.numbre}}{{/if}}',
      'The view has no “numbre” at “front.numbre”.',
      'It has: base, baseline, definitions, generated, head, intendedUse, lines, number, outOfScope, package, packageTitle, postApproval, preApproval, references, responsibilities, revision, revisions, sourceHash, tool.',
    ],
    [
      '{{gaps}}',
      '“gaps” is a list, and a text is needed here.',
      'Print texts; use if for conditions, each for lists, with for groups, table for tables.',
    ],
    [
      '{{#each front}}x{{/each}}',
      '“front” is a group, and a list is needed here.',
      'Print texts; use if for conditions, each for lists, with for groups, table for tables.',
    ],
    ['{{> nope}}', 'There is no partial “nope”.', PARTIALS],
    ['{{> ../../secret}}', 'There is no partial “../../secret”.', PARTIALS],
    ['{{> /etc/passwd}}', /^Parse error on line \d+: /, 'Mend the braces.'],
    ['{{> (lookup . "x")}}', 'The name of a partial is computed.', 'Write the name out: {{> name}}.'],
    ['{{shout gapWords}}', 'There is no helper “shout”.', HELPERS],
    ['{{lookup gaps 0}}', 'There is no helper “lookup”.', HELPERS],
    ['{{log gapWords}}', 'There is no helper “log”.', HELPERS],
    [
      '{{#helperMissing}}{{/helperMissing}}',
      'There is no block helper “helperMissing”.',
      'Known: each, if, unless, with, table, column, facts, fact, callout, landscape, keep.',
    ],
    ['{{constructor}}', 'The name “constructor” is no data.', 'Name a value of the view.'],
    ['{{front.constructor.prototype}}', 'The name “constructor” is no data.', 'Name a value of the view.'],
    ['{{front.[__proto__]}}', 'The name “__proto__” is no data.', 'Name a value of the view.'],
    ['{{@root.constructor}}', 'The name “constructor” is no data.', 'Name a value of the view.'],
    [
      '{{#with front as |constructor|}}{{constructor}}{{/with}}',
      'The name “constructor” is no data.',
      'Name a value of the view.',
    ],
    [
      '{{toString}}',
      'The view has no “toString” at “toString”.',
      'It has: backward, clauseWords, clauses, coverage, forward, front, gapWords, gaps, invariants, remarks, testLists.',
    ],
    [
      '{{front.hasOwnProperty}}',
      'The view has no “hasOwnProperty” at “front.hasOwnProperty”.',
      'It has: base, baseline, definitions, generated, head, intendedUse, lines, number, outOfScope, package, packageTitle, postApproval, preApproval, references, responsibilities, revision, revisions, sourceHash, tool.',
    ],
    ['{{../gapWords}}', '“../gapWords” leads out of the view.', 'Use fewer ../, or @root.'],
    [
      '{{{gapWords}}}',
      'Three braces or & would print data as Markdown.',
      'Use two braces, or {{markdown path}} for authored Markdown.',
    ],
    ['{{* decorate}}', 'Decorator is not allowed in templates.', 'Use a plain partial.'],
    ['{{#> scope}}{{/scope}}', 'PartialBlockStatement is not allowed in templates.', 'Use a plain partial.'],
    ['{{#callout colour="red"}}{{/callout}}', 'Callout has no option “colour”.', 'It has: tone, title, id.'],
    ['\uE000', 'The line holds a private character (U+E000 to U+E003).', 'Remove it.'],
  ])('%s', (line, message, hint) => {
    const found = mistake(line);
    expect(found.filter((one) => one.includes(' error '))).toHaveLength(1);
    const [one = ''] = found.filter((each) => each.includes(' error '));
    if (typeof message === 'string') expect(one).toBe(`${at} ${message} ${hint}`);
    else expect(one.slice(at.length + 1)).toMatch(message);
  });

  test('a mistake of a partial is told once, where it stands, however many documents use it', () => {
    expect(said({ 'partials/scope.hbs': 'first\n\n{{front.no}}' }).filter((one) => one.includes(' error '))).toEqual([
      'site/partials/scope.hbs:3 error template-invalid: The view has no “no” at “front.no”. It has: base, baseline, definitions, generated, head, intendedUse, lines, number, outOfScope, package, packageTitle, postApproval, preApproval, references, responsibilities, revision, revisions, sourceHash, tool.',
    ]);
  });

  test('a partial of the tool that is handed what it does not know', () => {
    expect(mistake('{{> test-case front}}')[0]).toBe(
      'site/traceability-matrix.md.hbs:1 error template-invalid: In the partial test-case of the tool, line 2: the view has no “title” at “title”. It has: base, baseline, definitions, generated, head, intendedUse, lines, number, outOfScope, package, packageTitle, postApproval, preApproval, references, responsibilities, revision, revisions, sourceHash, tool.',
    );
  });

  test('a document that there is not, an encoding, a partial in vain', () => {
    expect(said({ 'impact-asessment.md.hbs': 'x' })).toEqual([
      'site/impact-asessment.md.hbs:1 error template-misplaced: There is no document “impact-asessment”: nothing would be laid out by this template. Did you mean "impact-assessment"?',
    ]);
    expect(said({ 'partials/scope.hbs': Uint8Array.of(0x61, 0x0a, 0xe9, 0x0a) })).toEqual([
      'site/partials/scope.hbs:2 error file-not-utf8: The byte 0xE9 is not part of any UTF-8 character. Save the file again with the encoding UTF-8 (it may have been written as Windows-1252 or Latin-1).',
    ]);
    expect(said({ 'partials/scope.hbs': 'a\u202eb' })[0]).toBe(
      'site/partials/scope.hbs:1 error file-control-character: The character U+202E turns the direction of writing: what is shown is not what is written. Remove it, in texts, names and comments alike; it is not seen on a screen.',
    );
    expect(said({ 'partials/scpoe.hbs': 'x' })).toEqual([
      'site/partials/scpoe.hbs:1 warning template-unused: No document uses the partial “scpoe”. Did you mean "scope"?',
    ]);
    expect(said({ 'partials/in-vain.hbs': '\n{{{x}}}' })[0]).toMatch(
      /^site\/partials\/in-vain\.hbs:2 error template-invalid: Three braces/,
    );
  });

  test('partials that call partials until nobody could wait', () => {
    const files: Record<string, string> = { 'traceability-matrix.md.hbs': '{{> p1}}' };
    for (let level = 1; level < 11; level += 1) files[`partials/p${level}.hbs`] = `{{> p${level + 1}}}`.repeat(100);
    files['partials/p11.hbs'] = 'x'.repeat(1000);
    const started = performance.now();
    expect(said(files).filter((one) => one.includes('error'))).toEqual([
      expect.stringMatching(
        /^site\/partials\/p\d+\.hbs:1 error template-invalid: The template holds more than 1000000 statements with those of its partials\. /,
      ),
    ]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test.each([
    ['a hundred blocks in one another', `${'{{#if remarks}}'.repeat(100)}x${'{{/if}}'.repeat(100)}`],
    ['a thousand', `${'{{#if remarks}}'.repeat(1000)}x${'{{/if}}'.repeat(1000)}`],
    ['a long chain of else', `{{#if remarks}}${'{{else if remarks}}'.repeat(400)}{{/if}}`],
  ])('%s', (_, text) => {
    expect(said({ 'traceability-matrix.md.hbs': text })[0]).toBe(
      'site/traceability-matrix.md.hbs:1 error template-invalid: Blocks stand in blocks deeper than 60. Use partials.',
    );
  });

  test.each([
    ['ten thousand blocks in one another', `\n${'{{#if remarks}}'.repeat(10_000)}x${'{{/if}}'.repeat(10_000)}`],
    ['and in as many branches', `\n{{#if remarks}}${'{{~ else if remarks}}'.repeat(10_000)}{{/if}}`],
    ['brackets in brackets', `\n{{x ${'(a '.repeat(50_000)}`],
  ])('%s is not even read', (_, text) => {
    const started = performance.now();
    expect(said({ 'traceability-matrix.md.hbs': text })[0]).toBe(
      'site/traceability-matrix.md.hbs:2 error template-invalid: The template holds more blocks or brackets than can be read. Divide it into partials.',
    );
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('what a template leaves out', () => {
  test('is named by the outermost value of which nothing is shown', () => {
    const shorter = matrix
      .replace(/\{\{#table gaps[\s\S]*?\{\{\/table\}\}/, 'No gaps.')
      .replace('{{gapWords}}', 'Gaps')
      .replace('{{#column "Open" width=0.8 align="right"}}{{open}}{{/column}}\n', '');
    const found = said({ 'traceability-matrix.md.hbs': shorter });
    expect(found).toEqual([
      'site/traceability-matrix.md.hbs:1 warning template-omits: The document traceability-matrix does not show what the template of the tool does: coverage.open, gaps, gapWords. What is left out is named on the first page of the document; the JSON twin holds every fact.',
    ]);
  });
});

test('whatever a template holds, the answer is a place in it or nothing at all', () => {
  const words =
    'if each else with table column facts optional markdown contents blank scope gaps front this root __proto__ constructor x as ../ @ . =';
  const marks = [
    '{{',
    '}}',
    '{{{',
    '#',
    '/',
    '>',
    '~',
    '!',
    '--',
    '(',
    ')',
    '[',
    ']',
    '|',
    '"',
    ' ',
    '\n',
    '\\',
    '\u2028',
  ];
  const whole = ['{{#if remarks}}', '{{/if}}', '{{#each gaps}}', '{{/each}}', '{{id}}', '{{> scope}}', '{{gapWords}}'];
  const piece = fc.constantFrom(...words.split(' '), ...marks, ...whole);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const count = text.split('\n').length;
      for (const { at: place, ruleId } of checkSiteTemplates(
        shipped,
        revision({ 'traceability-matrix.md.hbs': text }),
        sha256,
      )) {
        expect(['template-invalid', 'template-omits']).toContain(ruleId);
        expect(place.file).toBe('site/traceability-matrix.md.hbs');
        expect(place.span.start.line).toBeLessThanOrEqual(count);
      }
    }),
    { numRuns: 120 },
  );
});
