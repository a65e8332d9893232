import { describe, expect, it } from 'vitest';
import { parseCommit } from '../../../src/io/git/commit-object.ts';

const TREE = 'tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n';

describe('a commit', () => {
  it('tells its tree, committer date in UTC, author and subject, signed or not', () => {
    const commit = `${TREE}parent ${'a'.repeat(40)}
author Ana  Weiß <ana@plant.example> 1767225600 +0100
committer CI <ci@plant.example> 1767225661 -0530
gpgsig -----BEGIN PGP SIGNATURE-----
 
 tree not this one
 author Nor This <x@y> 1 +0000
 -----END PGP SIGNATURE-----

Hold status
follows MES

Body with tree and author lines.
author Not Me <x@y> 2 +0000
`;
    expect(parseCommit(Buffer.from(commit))).toEqual({
      tree: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
      instant: '2026-01-01T00:01:01Z',
      author: 'Ana  Weiß',
      subject: 'Hold status follows MES',
    });
  });

  it('may be in another encoding, be empty, or hold what a terminal would act on', () => {
    const people = 'author A <a> 0 +0000\ncommitter A <a> -1 +0000\n';
    const latin1 = Buffer.from(`${TREE}${people}encoding ISO-8859-1\n\nPrüfung\n`, 'latin1');
    expect(parseCommit(latin1)).toMatchObject({ subject: 'Prüfung', instant: '1969-12-31T23:59:59Z' });
    expect(parseCommit(Buffer.from(`${TREE}${people}\n`)).subject).toBe('');
    expect(
      parseCommit(Buffer.from(`${TREE}author <> 0 +0000\ncommitter A <a> 0 +0000\n\n\u001b[31mred\n`)),
    ).toMatchObject({ author: '', subject: '[31mred' });
    expect(parseCommit(Buffer.from(`${TREE}${people}\nPr\u00fcfung\n`, 'latin1')).subject).toBe('Prüfung');
  });
});
