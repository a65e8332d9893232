import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';

import { code, inert } from '../../../src/render/markdown/inert.ts';
import { shown } from '../../../src/render/shown.ts';

/** A reader with everything switched on that hosts have: HTML, tables, strikethrough, links made of bare addresses. */
const reader = new MarkdownIt({ html: true, linkify: true });

/** The text that a reader sees in the only cell of a table row, and the tags that stand around it. */
function cell(markdown: string): { readonly text: string; readonly tags: readonly string[] } {
  const html = reader.render(`| a | b |\n|---|---|\n| x | ${markdown} |\n`);
  const cells = [...html.matchAll(/<td>(.*?)<\/td>/gs)];
  expect(cells.length).toBe(2);
  const content = cells[1]?.[1] ?? '';
  return {
    text: content
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
    tags: [...content.matchAll(/<[^>]*>/g)].map(([tag]) => tag),
  };
}

/** What hosts turn into a mention or a reference after rendering. */
const CALL = /[@#!~%&$^][\w"]|:\/\//;

const HOSTILE = [
  'a | b',
  '`code` ``x`` **bold** _it_ ~~gone~~',
  '<script>alert(1)</script> <!-- x --> </details> &lt; &#64;team',
  '@everyone and @org/team, mail a.b@plant.example',
  'see #12, !7, ~label, %3, &5, $9, ^alert#1, org/repo#4',
  'https://evil.example/x www.evil.example ftp://a.b [x](javascript:alert(1)) ![i](x)',
  '[ref]: https://evil.example',
  '# title',
  '- item',
  '1. item',
  '12) item',
  '+ item',
  '=== x',
  '> quote',
  'line\none\r\nmore\u0085x\u2028y',
  '\u001b[2J\u009b31m\u202eabc',
  '\\| \\` \\\\',
  '|---|---|',
  '$\\frac{1}{2}$',
  '‘Ünïcödé’ 数 😀 @ü',
];

describe('text of a spec in a comment', () => {
  it.each(HOSTILE)('is read as it stands, and calls nobody: %j', (text) => {
    const read = cell(inert(text));
    expect(read.tags).toEqual([]);
    expect(read.text.replaceAll('\u200b', '')).toBe(shown(text));
    expect(read.text).not.toMatch(CALL);
  });

  it.each(HOSTILE)('is read as it stands as code: %j', (text) => {
    const read = cell(code(text));
    expect(read.tags).toEqual(['<code>', '</code>']);
    expect(read.text).toBe(shown(text));
  });

  it('stands alike at the beginning of a list item', () => {
    for (const text of HOSTILE) {
      const html = reader.render(`- ${inert(text)}\n`);
      expect(html.match(/<(?!\/)[a-z]+/g)).toEqual(['<ul', '<li']);
    }
  });

  it('is inert whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'\\`*_[]()<>&|~$#@!%^:/-+=. wx1\n"\''.split('')),
          minLength: 1,
          maxLength: 20,
        }),
        (text) => {
          fc.pre(text.trim() === text);
          for (const markdown of [inert(text), code(text)]) {
            const read = cell(markdown);
            expect(read.text.replaceAll('\u200b', '')).toBe(shown(text));
            expect(read.tags.filter((tag) => tag !== '<code>' && tag !== '</code>')).toEqual([]);
          }
          expect(cell(inert(text)).text).not.toMatch(CALL);
        },
      ),
      { numRuns: 500 },
    );
  });
});
