import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SpecModel } from '../../../../src/core/model/spec-model.ts';
import { load, sourceFile } from '../../rules/small-project.ts';

const FOLDER = fileURLToPath(new URL('../../../../examples/northmoor/', import.meta.url));

/** A state of the demonstration plant: `v1.0.0`, `cr-2041`, `v2.0.1`, `cr-2057`. */
export function northmoor(tag: string, revision: 'base' | 'head'): SpecModel {
  const folder = join(FOLDER, tag);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  return load(
    revision,
    files.map((file) => {
      const path = relative(folder, join(folder, file)).replaceAll('\\', '/');
      return sourceFile(revision, path, readFileSync(join(folder, file), 'utf8'));
    }),
  );
}
