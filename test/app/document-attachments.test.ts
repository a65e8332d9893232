import { expect, test } from 'vitest';
import { documentAttachments } from '../../src/app/document-attachments.ts';
import type { SourceFile } from '../../src/core/source/source-file.ts';

const file = (revision: 'base' | 'head', path: string): SourceFile => ({
  revision,
  file: path,
  bytes: new TextEncoder().encode(path),
  contentId: path,
});

test('a document carries its facts and the specification of both revisions, each under a name of its own', () => {
  const attachments = documentAttachments(
    { name: 'X-1-IA.json', data: '{}\n' },
    {
      base: [file('base', 'specs/a.yaml')],
      head: [file('head', 'specs/a.yaml'), file('head', 'specs--a.yaml'), file('head', 'größe.md')],
    },
  );
  expect(attachments.map(({ name, relationship, mediaType }) => [name, relationship, mediaType])).toEqual([
    ['X-1-IA.json', 'data', 'application/json'],
    ['base--specs--a.yaml', 'source', 'application/yaml'],
    ['head--specs--a.yaml', 'source', 'application/yaml'],
    ['head--specs-~2Da.yaml', 'source', 'application/yaml'],
    ['head--gr~u00F6~u00DFe.md', 'source', 'application/octet-stream'],
  ]);
  expect(attachments.map(({ description }) => description).at(-1)).toBe('Specification at head: größe.md');
  expect(attachments.map(({ bytes }) => new TextDecoder().decode(bytes)).slice(0, 2)).toEqual(['{}\n', 'specs/a.yaml']);
});
