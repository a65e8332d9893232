import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { CATALOGUE } from '../../../src/core/rules/catalogue.ts';
import { rulePages } from '../../../src/render/rules/rule-pages.ts';

const folder = new URL('../../../docs/rules/', import.meta.url);
const pages = rulePages();

describe('the pages of the catalogue', () => {
  it('are the files in docs/rules: `npm run build` writes them', () => {
    expect(readdirSync(folder).toSorted()).toEqual([...pages.keys()].toSorted());
    for (const [name, text] of pages) expect(readFileSync(new URL(name, folder), 'utf8'), name).toBe(text);
  });

  it('have a heading for every rule, once', () => {
    const headings = [...pages.values()].flatMap((text) => [...text.matchAll(/^### (\S+)$/gm)].map(([, id]) => id));
    const ids = CATALOGUE.map(({ rule }) => rule.id);
    expect([headings.length, new Set(headings)]).toEqual([ids.length, new Set(ids)]);
  });

  it('lead only to headings that there are', () => {
    for (const [name, text] of pages) {
      for (const [, page, anchor] of text.matchAll(/\]\(([a-z]*(?:\.md)?)#([a-z0-9-]+)\)/g)) {
        expect(pages.get(page === '' ? name : (page ?? '')), `${page}#${anchor} on ${name}`).toContain(
          `\n### ${anchor}\n`,
        );
      }
    }
  });
});
