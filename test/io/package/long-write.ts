import type { PackagePlan, PlannedFile } from '../../../src/core/evidence/package-plan.ts';
import { writePackage } from '../../../src/io/package-writer.ts';

// A run that takes long enough to be killed in the middle: `node long-write.js DIR`.
const bytes = new Uint8Array(64 * 1024);
const files = Array.from({ length: 20_000 }, (_, index): PlannedFile => ({
  path: `data/documents/${index}.pdf`,
  bytes,
  role: 'document',
  mediaType: 'application/pdf',
  size: bytes.length,
  sha256: '',
}));
const directory = process.argv[2] ?? '';
await writePackage({ files, packageId: '' } as unknown as PackagePlan, {
  directory,
  existing: 'refuse',
  projectFolder: `${directory}-project`,
  specFolders: [],
});
