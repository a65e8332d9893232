import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach } from 'vitest';

import type { PackagePlace } from '../../../src/io/package-place.ts';

/** A fresh folder for each test of a file, with a project beside the place for packages. */
export function useTemporaryFolder(): {
  path: string;
  place(name: string, existing?: PackagePlace['existing']): PackagePlace;
} {
  const folder = {
    path: '',
    place(name: string, existing: PackagePlace['existing'] = 'refuse'): PackagePlace {
      return {
        directory: join(folder.path, name),
        existing,
        projectFolder: join(folder.path, 'project'),
        specFolders: [join(folder.path, 'project', 'specs')],
      };
    },
  };
  beforeEach(async () => {
    folder.path = await mkdtemp(join(tmpdir(), 'countersign-package-'));
  });
  afterEach(async () => {
    await rm(folder.path, { recursive: true, force: true });
  });
  return folder;
}
