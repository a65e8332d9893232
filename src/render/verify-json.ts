import { MANIFEST_SCHEMA } from '../core/evidence/manifest-schema.ts';
import type { RebuildComparison } from '../core/evidence/rebuild-comparison.ts';
import type { PackageVerdict } from '../core/evidence/verify-listing.ts';
import { jsonText } from './json/json-text.ts';

/** Everything that one run of `verify` found out. */
export interface Verification {
  readonly tool: { readonly name: string; readonly version: string };
  readonly verdict: PackageVerdict;
  /** Package id that the user asked for, as typed. */
  readonly expectedId?: string;
  /** Outcome of building the package again; absent when that was not asked for or not possible. */
  readonly rebuild?: RebuildComparison;
}

/** True when neither the package itself nor its rebuild shows a difference. */
export function isVerified(verification: Verification): boolean {
  return verification.verdict.ok && (verification.rebuild?.ok ?? true);
}

/** The result of `verify` as JSON text by `VERIFICATION_SCHEMA`: two blanks of indentation, LF at the end. */
export function verificationJson(verification: Verification): string {
  const { tool, verdict, expectedId, rebuild } = verification;
  const { manifest } = verdict;
  const report = {
    formatVersion: 1,
    tool: { name: tool.name, version: tool.version },
    ok: isVerified(verification),
    packageId: verdict.packageId,
    expectedId: expectedId?.trim().toLowerCase() ?? null,
    files: verdict.files,
    problems: verdict.problems.map(({ kind, path, now, detail }) => ({ kind, path, now: now ?? null, detail })),
    package:
      manifest === null
        ? null
        : {
            tool: manifest.tool,
            rulesVersion: manifest.rulesVersion,
            languageVersion: manifest.languageVersion,
            sourceHash: manifest.sourceHash,
            project: manifest.project,
            base: manifest.base,
            head: manifest.head,
            modified: manifest.modified,
            documents: manifest.documents,
          },
    rebuild:
      rebuild === undefined
        ? null
        : {
            ok: rebuild.ok,
            rebuiltId: rebuild.rebuiltId,
            differences: rebuild.differences.map(({ kind, path, offset }) => ({ kind, path, offset: offset ?? null })),
          },
  };
  return jsonText(report);
}

const PROBLEM_KINDS = ['changed', 'added', 'missing', 'renamed', 'malformed', 'unsupported', 'not-a-package'];
const PACKAGE_ID = { type: ['string', 'null'], pattern: '^[0-9a-f]{64}$' };
const { formatVersion: _format, files: _files, ...packageProperties } = MANIFEST_SCHEMA.properties;

/** JSON Schema (2020-12) of what `verify --format json` prints. */
export const VERIFICATION_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:countersign:verification:1',
  title: 'Result of verifying an evidence package',
  type: 'object',
  additionalProperties: false,
  required: ['formatVersion', 'tool', 'ok', 'packageId', 'expectedId', 'files', 'problems', 'package', 'rebuild'],
  properties: {
    formatVersion: { const: 1 },
    tool: {
      ...MANIFEST_SCHEMA.properties.tool,
      description: 'The tool that verified.',
    },
    ok: { type: 'boolean', description: 'True when neither the package nor, where asked for, its rebuild differs.' },
    packageId: { ...PACKAGE_ID, description: 'SHA-256 of tagmanifest-sha256.txt; null when there is none.' },
    expectedId: { ...PACKAGE_ID, description: 'The id that was asked for.' },
    files: { type: 'integer', minimum: 0, description: 'Number of files that were read.' },
    problems: {
      type: 'array',
      description: 'Ordered by path, then kind.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'path', 'now', 'detail'],
        properties: {
          kind: { enum: PROBLEM_KINDS },
          path: { type: 'string', description: 'Path from the package folder; . for the folder itself.' },
          now: { type: ['string', 'null'], description: 'For renamed: where the content stands now.' },
          detail: { type: 'string' },
        },
      },
    },
    package: {
      type: ['object', 'null'],
      description: 'What the package says of itself in data/manifest.json; null unless that file is as packaged.',
      additionalProperties: false,
      required: Object.keys(packageProperties),
      properties: packageProperties,
    },
    rebuild: {
      type: ['object', 'null'],
      description: 'The package set against one built again from the same commits; null when that was not done.',
      additionalProperties: false,
      required: ['ok', 'rebuiltId', 'differences'],
      properties: {
        ok: { type: 'boolean' },
        rebuiltId: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        differences: {
          type: 'array',
          description: 'Ordered by path; missing is in the rebuild only, added in the package only.',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['kind', 'path', 'offset'],
            properties: {
              kind: { enum: ['changed', 'missing', 'added'] },
              path: { type: 'string' },
              offset: { type: ['integer', 'null'], minimum: 0, description: 'First byte that differs, from 0.' },
            },
          },
        },
      },
    },
  },
} as const;
