import { Ajv2020 } from 'ajv/dist/2020.js';

import { MANIFEST_SCHEMA } from './manifest-schema.ts';
import type { PackageManifest } from './package-manifest.ts';
import { PACKAGE_FORMAT_VERSION } from './package-manifest.ts';

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile<PackageManifest>(MANIFEST_SCHEMA);

/** What reading `data/manifest.json` came to; `detail` is one sentence. */
export type ManifestReading =
  | { readonly outcome: 'read'; readonly manifest: PackageManifest }
  | { readonly outcome: 'malformed' | 'unsupported'; readonly detail: string };

function schemaProblems(): string {
  const problems = (validate.errors ?? []).map(
    (error) => `${error.instancePath || '/'} ${error.message ?? 'is wrong'}`,
  );
  const shown = problems.slice(0, 3).join('; ');
  return problems.length > 3 ? `${shown}; and ${problems.length - 3} more` : shown;
}

/** Reads the text of `data/manifest.json` by its schema; a newer format is told apart from a damaged one. */
export function readManifest(text: string): ManifestReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { outcome: 'malformed', detail: 'It is not JSON.' };
  }
  const version: unknown =
    typeof value === 'object' && value !== null && 'formatVersion' in value ? value.formatVersion : undefined;
  if (typeof version === 'number' && Number.isInteger(version) && version > PACKAGE_FORMAT_VERSION) {
    return {
      outcome: 'unsupported',
      detail: `The package was made by a newer version of this tool: its format is ${version}, this version reads ${PACKAGE_FORMAT_VERSION}.`,
    };
  }
  if (!validate(value)) return { outcome: 'malformed', detail: `It does not follow its schema: ${schemaProblems()}.` };
  return { outcome: 'read', manifest: value };
}

/** Throws when a manifest about to be written breaks its own schema: a bug of the caller, never a fault of the specs. */
export function refuseInvalidManifest(manifest: PackageManifest): void {
  if (!validate(manifest)) throw new Error(`data/manifest.json would not follow its schema: ${schemaProblems()}.`);
}
