import { describe, expect, it } from 'vitest';

import type { CoverFacts, PackageInput } from '../../src/core/evidence/package-input.ts';
import { planPackage } from '../../src/core/evidence/package-plan.ts';
import { coverPage } from '../../src/render/cover-page.ts';
import { INSPECTION_QUESTIONS } from '../../src/render/cover-questions.ts';
import { smallInput } from '../core/evidence/small-package.ts';

function cover(changes: Partial<PackageInput> = {}): string {
  let drawn = '';
  planPackage(smallInput({ ...changes, drawCover: (facts: CoverFacts) => (drawn = coverPage(facts)) }));
  return drawn;
}

/** Text content of the page in reading order, one line a cell or paragraph. */
function words(page: string): string {
  return page
    .replace(/<style>[^]*<\/style>/, '')
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll(/\s*\n\s*/g, '\n');
}

describe('the cover page', () => {
  it('links to every document, its JSON and the other contents, by paths below data/ that are in the package', () => {
    const links = [...cover().matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect([...new Set(links)]).toEqual([
      'documents/HOLD-001-IA.pdf',
      'documents/HOLD-001-IA.json',
      'documents/HOLD-002-RTM.pdf',
      'documents/HOLD-002-RTM.json',
      'documents/HOLD-001-IA.pdf#page=4',
      'documents/',
      'specs/base/',
      'specs/head/',
      'analysis/',
      'manifest.json',
    ]);
  });

  it('names both commits in full, the tool and the source hash', () => {
    const text = words(cover());
    expect(text).toContain(`Commit\n${'a'.repeat(40)}\ntree\n${'e'.repeat(40)}\ncommitted 2026-01-12 07:30:00 UTC\n`);
    expect(text).toContain(`Commit\n${'b'.repeat(40)}\ntree\n${'e'.repeat(40)}\ncommitted 2026-03-02 23:59:00 UTC\n`);
    expect(text).toContain('countersign 0.1.0, rules 1, language 1');
    expect(text).toContain(planPackage(smallInput()).manifest.sourceHash);
  });

  it('shows what must be known first, and the modified tree before all', () => {
    expect(cover()).not.toContain('class="loud"');
    const input = smallInput();
    const head = { ...input.head, identity: { ...input.head.identity, modified: true } };
    expect(words(cover({ head, notices: ['DRAFT: an error is open.'] }))).toContain(
      'Before you open anything\nMade from files that differ from their commit: this package cannot be built again from git.\nDRAFT: an error is open.\n',
    );
  });

  it('leads each question to a page, a document or a gap', () => {
    const text = words(cover());
    expect(INSPECTION_QUESTIONS.filter(({ question }) => !text.includes(question))).toEqual([]);
    expect(text).toContain(
      'What changed, and what does it touch?\nHOLD-001, page 4\n: each change with its class, the reason for it and what it reaches\n',
    );
    expect(text).toContain('What has no test, or no requirement?\nHOLD-002\n: the gaps, each by name\n');
    // RSP, IFS, ERA, IQ and OQ are not in this package, and five questions have no answer in any.
    expect(text.match(/Nothing in this package answers this\./g)?.length).toBe(10);
  });

  it('fetches nothing and runs nothing', () => {
    const page = cover();
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<(script|img|link|iframe|object|form|base)\b|\bsrc=|url\(|@import|https?:/i);
  });

  it('shows data as text, whatever is in it', () => {
    const attack = `"><script>alert('x')</script><img src=x onerror=alert(1)>&amp;\u202e\u0007\r\n</title></style>`;
    const [document] = smallInput().documents;
    if (document === undefined) throw new Error('no document');
    const page = cover({
      project: { id: attack, title: attack, version: attack },
      tool: { name: attack, version: attack },
      rulesVersion: attack,
      notices: [attack],
      documents: [
        { ...document, number: `"><img onerror='x'>`, title: attack, revision: attack, status: attack, type: `'<b>&` },
      ],
    });
    const tags = (text: string): readonly string[] =>
      [...text.matchAll(/<[^>]*>/g)].map((match) => match[0].replace(/href="[^"]*"/, 'href'));
    const harmless = cover({ notices: ['x'], documents: [{ ...document, type: 'ZZ' }] });
    expect(tags(page)).toEqual(tags(harmless));
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(page.match(/&lt;script&gt;alert\(&#39;x&#39;\)&lt;\/script&gt;/g)?.length).toBeGreaterThan(9);
    expect([...page.matchAll(/href="([^"]*)"/g)].every((match) => /^[\w./~()-]+$/.test(match[1] ?? ''))).toBe(true);
  });
});
