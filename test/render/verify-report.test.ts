import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

import { planPackage } from '../../src/core/evidence/package-plan.ts';
import { verifyListing } from '../../src/core/evidence/verify-listing.ts';
import { PLAIN } from '../../src/render/paint.ts';
import type { Verification } from '../../src/render/verify-json.ts';
import { VERIFICATION_SCHEMA, verificationJson } from '../../src/render/verify-json.ts';
import { verificationText } from '../../src/render/verify-text.ts';
import { filesOf, listingOf, smallInput } from '../core/evidence/small-package.ts';

const plan = planPackage(smallInput());
const tool = { name: 'countersign', version: '0.1.0' };
const intact: Verification = { tool, verdict: verifyListing(listingOf(filesOf(plan))) };

function damaged(): Verification {
  const files = filesOf(plan);
  files.set('data/\u001b[2Jevil.txt', new Uint8Array());
  files.delete('data/documents/HOLD-001-IA.pdf');
  return { tool, verdict: verifyListing(listingOf(files)) };
}

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(VERIFICATION_SCHEMA);

describe('the result of verify in JSON', () => {
  it.each([
    ['an intact package', intact],
    ['a damaged one', damaged()],
    [
      'no package at all',
      { tool, verdict: verifyListing({ entries: [], texts: new Map() }), expectedId: ` ${'A'.repeat(64)}` },
    ],
    ['one that was rebuilt', { ...intact, rebuild: { ok: true, rebuiltId: plan.packageId, differences: [] } }],
    [
      'one whose rebuild differs',
      {
        ...intact,
        rebuild: {
          ok: false,
          rebuiltId: plan.packageId,
          differences: [{ kind: 'changed', path: 'bagit.txt', offset: 3 }],
        },
      },
    ],
  ] as const)('follows its published schema for %s', (_, verification: Verification) => {
    const valid = validate(JSON.parse(verificationJson(verification)));
    expect([valid, validate.errors]).toEqual([true, null]);
  });

  it('says the whole verdict', () => {
    const { formatVersion: _format, files: _files, ...described } = plan.manifest;
    expect(JSON.parse(verificationJson(damaged()))).toEqual({
      formatVersion: 1,
      tool,
      ok: false,
      packageId: plan.packageId,
      expectedId: null,
      files: plan.files.length,
      problems: [
        { kind: 'added', path: 'data/\u001b[2Jevil.txt', now: null, detail: 'No manifest lists it.' },
        { kind: 'missing', path: 'data/documents/HOLD-001-IA.pdf', now: null, detail: 'It is listed but not there.' },
      ],
      package: described,
      rebuild: null,
    });
  });

  it('is not ok when only the rebuild differs', () => {
    const rebuild = { ok: false, rebuiltId: plan.packageId, differences: [{ kind: 'missing', path: 'x' }] } as const;
    expect(JSON.parse(verificationJson({ ...intact, rebuild }))).toMatchObject({
      ok: false,
      rebuild: { ok: false, differences: [{ kind: 'missing', path: 'x', offset: null }] },
    });
  });
});

describe('the result of verify as text', () => {
  const origin = [
    `id       ${plan.packageId}`,
    'project  HOLD 2.0.0, Hold to release',
    'made by  countersign 0.1.0, rules 1, language 1',
    `base     commit ${'a'.repeat(40)} of 2026-01-12T07:30:00Z`,
    `head     commit ${'b'.repeat(40)} of 2026-03-02T23:59:00Z`,
    `source   ${plan.manifest.sourceHash}`,
  ];

  it('says of an intact package what that does not prove', () => {
    expect(verificationText(intact, PLAIN)).toBe(
      [
        'Intact: 15 files read, each as the package lists it.',
        '',
        ...origin,
        '',
        'A package rewritten as a whole is intact too: compare the id with the one that build printed (--expect ID).',
        '',
      ].join('\n'),
    );
    expect(verificationText({ ...intact, expectedId: plan.packageId }, PLAIN)).toBe(
      ['Intact: 15 files read, each as the package lists it.', '', ...origin, ''].join('\n'),
    );
  });

  it('lists each problem on a line, with control characters spelled out', () => {
    expect(verificationText(damaged(), PLAIN)).toBe(
      [
        'Not intact: 2 problems in 15 files.',
        '  added          data/\\u001b[2Jevil.txt  No manifest lists it.',
        '  missing        data/documents/HOLD-001-IA.pdf  It is listed but not there.',
        '',
        ...origin,
        '',
      ].join('\n'),
    );
  });

  it('says where a rebuild differs', () => {
    const differences = [
      { kind: 'changed', path: 'data/index.html', offset: 12 },
      { kind: 'missing', path: 'data/a.json' },
      { kind: 'added', path: 'data/b.json' },
    ] as const;
    const text = verificationText({ ...intact, rebuild: { ok: false, rebuiltId: 'c'.repeat(64), differences } }, PLAIN);
    expect(text.split('\n').slice(0, 5)).toEqual([
      'Intact: 15 files read, each as the package lists it.',
      `Rebuild: 3 files differ; the rebuilt id is ${'c'.repeat(64)}.`,
      '  changed  data/index.html  first differs at byte 12',
      '  missing  data/a.json  only in the rebuild',
      '  added    data/b.json  only in the package',
    ]);
  });
});
