import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

import { MANIFEST_SCHEMA } from '../../../src/core/evidence/manifest-schema.ts';
import type { PackageInput } from '../../../src/core/evidence/package-input.ts';
import { rebuildObstacle } from '../../../src/core/evidence/package-manifest.ts';
import { planPackage } from '../../../src/core/evidence/package-plan.ts';
import { sha256 } from '../../../src/io/digest.ts';
import { smallInput, specFile } from './small-package.ts';

function text(input: PackageInput, path: string): string {
  const file = planPackage(input).files.find((planned) => planned.path === path);
  if (file === undefined) throw new Error(`no ${path}`);
  return new TextDecoder().decode(file.bytes);
}

function withHeadFiles(...names: readonly string[]): PackageInput {
  const input = smallInput();
  return { ...input, head: { ...input.head, files: names.map((name) => specFile('head', name, '{}\n')) } };
}

describe('the plan of a package', () => {
  it('has the files of the contract, ordered by path, each with role and media type', () => {
    expect(planPackage(smallInput()).files.map(({ path, role, mediaType }) => [path, role, mediaType])).toEqual([
      ['bag-info.txt', 'bag', 'text/plain; charset=utf-8'],
      ['bagit.txt', 'bag', 'text/plain; charset=utf-8'],
      ['data/analysis/diff.json', 'analysis', 'application/json'],
      ['data/documents/HOLD-001-IA.json', 'document-data', 'application/json'],
      ['data/documents/HOLD-001-IA.pdf', 'document', 'application/pdf'],
      ['data/documents/HOLD-002-RTM.json', 'document-data', 'application/json'],
      ['data/documents/HOLD-002-RTM.pdf', 'document', 'application/pdf'],
      ['data/index.html', 'index', 'text/html; charset=utf-8'],
      ['data/manifest.json', 'bag', 'application/json'],
      ['data/specs/base/countersign.yaml', 'spec-base', 'application/yaml'],
      ['data/specs/base/specs/ncr.yaml', 'spec-base', 'application/yaml'],
      ['data/specs/head/countersign.yaml', 'spec-head', 'application/yaml'],
      ['data/specs/head/specs/ncr.yaml', 'spec-head', 'application/yaml'],
      ['manifest-sha256.txt', 'bag', 'text/plain; charset=utf-8'],
      ['tagmanifest-sha256.txt', 'bag', 'text/plain; charset=utf-8'],
    ]);
  });

  it('is a BagIt bag whose metadata are facts of the commits', () => {
    const plan = planPackage(smallInput());
    const payload = plan.files.filter((file) => file.path.startsWith('data/'));
    const octets = payload.reduce((sum, file) => sum + file.bytes.length, 0);
    expect(text(smallInput(), 'bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    expect(text(smallInput(), 'bag-info.txt')).toBe(
      [
        'Bag-Software-Agent: countersign 0.1.0',
        'Bagging-Date: 2026-03-02',
        'External-Description: Evidence package of Hold to release, version 2.0.0',
        'External-Identifier: HOLD',
        `Payload-Oxum: ${octets}.11`,
        '',
      ].join('\n'),
    );
    expect(text(smallInput(), 'manifest-sha256.txt')).toBe(
      payload.map((file) => `${sha256(file.bytes)}  ${file.path}\n`).join(''),
    );
    const tagged = plan.files.filter((file) =>
      ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt'].includes(file.path),
    );
    const tagManifest = tagged.map((file) => `${sha256(file.bytes)}  ${file.path}\n`).join('');
    expect(text(smallInput(), 'tagmanifest-sha256.txt')).toBe(tagManifest);
    expect(plan.packageId).toBe(sha256(new TextEncoder().encode(tagManifest)));
  });

  it('gives the same bytes for the same input, in whatever order the spec files come', () => {
    const input = smallInput();
    const reversed = { ...input, head: { ...input.head, files: input.head.files.toReversed() } };
    expect(planPackage(reversed)).toEqual(planPackage(input));
  });

  it('describes itself in data/manifest.json by the published schema', () => {
    const plan = planPackage(smallInput());
    const written: unknown = JSON.parse(text(smallInput(), 'data/manifest.json'));
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(MANIFEST_SCHEMA);
    expect([validate(written), validate.errors]).toEqual([true, null]);
    expect(written).toEqual(plan.manifest);
    expect({ ...plan.manifest, files: plan.manifest.files.map((file) => file.path), sourceHash: 's1' }).toEqual({
      formatVersion: 1,
      tool: { name: 'countersign', version: '0.1.0' },
      rulesVersion: '1',
      languageVersion: 1,
      sourceHash: 's1',
      project: { id: 'HOLD', title: 'Hold to release', version: '2.0.0' },
      base: {
        kind: 'commit',
        commit: 'a'.repeat(40),
        tree: 'e'.repeat(40),
        instant: '2026-01-12T07:30:00Z',
        modified: false,
      },
      head: {
        kind: 'commit',
        commit: 'b'.repeat(40),
        tree: 'e'.repeat(40),
        instant: '2026-03-02T23:59:00Z',
        modified: false,
      },
      modified: false,
      documents: [
        {
          number: 'HOLD-001',
          type: 'IA',
          title: 'Impact assessment',
          revision: '2.0.0',
          status: 'FOR APPROVAL',
          file: 'data/documents/HOLD-001-IA.pdf',
          data: 'data/documents/HOLD-001-IA.json',
        },
        {
          number: 'HOLD-002',
          type: 'RTM',
          title: 'Requirements traceability matrix',
          revision: '2.0.0',
          status: 'DRAFT',
          file: 'data/documents/HOLD-002-RTM.pdf',
          data: 'data/documents/HOLD-002-RTM.json',
        },
      ],
      files: plan.files.filter((file) => file.role !== 'bag').map((file) => file.path),
    });
    expect(plan.manifest.files.at(-1)).toEqual({
      path: 'data/specs/head/specs/ncr.yaml',
      role: 'spec-head',
      mediaType: 'application/yaml',
      size: 43,
      sha256: sha256(new TextEncoder().encode('lifecycles: {NCR: {title: Nonconformance}}\n')),
      source: 'specs/ncr.yaml',
    });
  });

  it('says nothing of author, subject or the way the revision was asked for', () => {
    const input = smallInput();
    const told = { ...input.head.identity, author: 'Ada Lindqvist', subject: 'Merge branch hotfix' };
    expect(planPackage({ ...input, head: { ...input.head, identity: told } })).toEqual(planPackage(input));
  });

  it('has no Bagging-Date and no ids where head is no commit, and says that it is modified', () => {
    const input = smallInput();
    const head = { ...input.head, identity: { label: 'head', kind: 'folder', modified: true } } as const;
    expect(text({ ...input, head }, 'bag-info.txt')).not.toContain('Bagging-Date');
    const { manifest } = planPackage({ ...input, head });
    expect(manifest.head).toEqual({ kind: 'folder', commit: null, tree: null, instant: null, modified: true });
    expect(manifest.modified).toBe(true);
  });

  it('keeps spec files byte for byte, whatever their encoding, and texts of its own in LF only', () => {
    const input = smallInput();
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a, 0xff);
    const file = { revision: 'head', file: 'specs/ncr.yaml', bytes, contentId: 'x' } as const;
    const plan = planPackage({ ...input, head: { ...input.head, files: [file] } });
    expect(plan.files.find((planned) => planned.path === 'data/specs/head/specs/ncr.yaml')?.bytes).toEqual(bytes);
    expect(() => planPackage({ ...input, analyses: [{ name: 'diff', data: '{}\r\n' }] })).toThrow(/carriage return/);
  });

  it('keeps line breaks in a title out of the bag metadata', () => {
    const project = { id: 'HOLD', title: 'Hold\r\nBagging-Date: 1999-01-01\u0085x', version: '1' };
    expect(text(smallInput({ project }), 'bag-info.txt').split('\n')[2]).toBe(
      'External-Description: Evidence package of Hold Bagging-Date: 1999-01-01 x, version 1',
    );
  });
});

describe('names in a package', () => {
  it('escapes spec paths and document numbers, and keeps the original path in the manifest', () => {
    const input = withHeadFiles('../specs/prüfung plan.yaml', 'specs/nul.yaml');
    const [document] = input.documents;
    const plan = planPackage({
      ...input,
      documents: document === undefined ? [] : [{ ...document, number: 'QA/../7' }],
    });
    expect(
      plan.manifest.files.filter((file) => file.role === 'spec-head').map((file) => [file.path, file.source]),
    ).toEqual([
      ['data/specs/head/specs/~6Eul.yaml', 'specs/nul.yaml'],
      ['data/specs/head/~2E~2E/specs/pr~u00FCfung~20plan.yaml', '../specs/prüfung plan.yaml'],
    ]);
    expect(plan.manifest.documents.map((entry) => entry.file)).toEqual(['data/documents/QA~2F..~2F7-IA.pdf']);
  });

  it.each([
    ['the same path twice', ['specs/a.yaml', 'specs/a.yaml'], "'specs/a.yaml' and 'specs/a.yaml'"],
    ['names that differ in case only', ['specs/A.yaml', 'specs/a.yaml'], "'specs/A.yaml' and 'specs/a.yaml'"],
    [
      'folders that differ in case only',
      ['Specs/a.yaml', 'specs/b.yaml'],
      "'data/specs/head/Specs' and 'data/specs/head/specs'",
    ],
    ['a file where a folder is needed', ['specs', 'specs/a.yaml'], "'specs' and 'data/specs/head/specs/'"],
  ])('refuses %s', (_, names, pair) => {
    expect(() => planPackage(withHeadFiles(...names))).toThrow(
      expect.objectContaining({
        exitCode: 2,
        code: 'package-path-collision',
        message: `Two files of the package would share one name on some file system: ${pair}.`,
      }),
    );
  });

  it('refuses two documents of one number', () => {
    const { documents } = smallInput();
    expect(() => planPackage(smallInput({ documents: [...documents, ...documents.slice(0, 1)] }))).toThrow(
      expect.objectContaining({ code: 'package-path-collision' }),
    );
  });

  it('refuses a name that no file system keeps', () => {
    expect(() => planPackage(withHeadFiles(`${'ж'.repeat(50)}.yaml`))).toThrow(
      expect.objectContaining({
        exitCode: 2,
        code: 'package-path-refused',
        message: `The file '${'ж'.repeat(50)}.yaml' cannot go into a package: its path has a name longer than 255 bytes.`,
      }),
    );
  });
});

describe('the source hash', () => {
  it('is one for one content, whatever the commits are called, and another for any other content or version', () => {
    const hashes = (changes: Partial<PackageInput>): string => planPackage(smallInput(changes)).manifest.sourceHash;
    const input = smallInput();
    const original = hashes({});
    expect(original).toMatch(/^s1:[0-9a-f]{64}$/);
    expect(hashes({ head: { ...input.head, identity: { ...input.head.identity, commit: 'c'.repeat(40) } } })).toBe(
      original,
    );
    const others = [
      hashes({ tool: { name: 'countersign', version: '0.1.1' } }),
      hashes({ rulesVersion: '2' }),
      hashes({ languageVersion: 2 }),
      hashes({ base: { ...input.base, files: input.head.files } }),
      hashes({ head: { ...input.head, files: [] } }),
      hashes({ base: { ...input.base, files: input.head.files }, head: { ...input.head, files: input.base.files } }),
    ];
    expect(new Set([original, ...others]).size).toBe(7);
  });
});

describe('what keeps a package from being built again', () => {
  const { manifest } = planPackage(smallInput());

  it('is nothing for two commits and the same tool, or a base before the project existed', () => {
    expect(rebuildObstacle(manifest, '0.1.0')).toBeUndefined();
    expect(
      rebuildObstacle({ ...manifest, base: { ...manifest.base, kind: 'none', commit: null } }, '0.1.0'),
    ).toBeUndefined();
  });

  it('is another tool version, a modified tree, or a revision that is no commit', () => {
    expect([
      rebuildObstacle(manifest, '0.2.0'),
      rebuildObstacle({ ...manifest, modified: true }, '0.1.0'),
      rebuildObstacle({ ...manifest, head: { ...manifest.head, kind: 'folder' } }, '0.1.0'),
      rebuildObstacle({ ...manifest, base: { ...manifest.base, kind: 'index' } }, '0.1.0'),
    ]).toEqual([
      'the package was made by countersign 0.1.0, this is 0.2.0: only the same version builds the same bytes',
      'the package was made from files that differ from their commit',
      'head of the package is no commit but a plain folder',
      'base of the package is no commit but the index',
    ]);
  });
});
