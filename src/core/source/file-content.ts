import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { RevisionLabel } from '../diagnostics/location.ts';
import { pointLocation } from './decode.ts';
import { MAX_FILE_BYTES } from './project-header.ts';

/** Says that a file is above the limit of `MAX_FILE_BYTES`; `size` in bytes. */
export function tooLarge(revision: RevisionLabel, file: string, size: number): Diagnostic {
  return {
    ruleId: 'file-too-large',
    severity: 'error',
    message: `The file has ${size} bytes; a spec file may have ${MAX_FILE_BYTES} (2 MiB).`,
    hint: 'Divide it into several files: where an element stands makes no difference.',
    at: pointLocation(revision, file),
  };
}

/** Recognises what Git LFS leaves in place of a file that it keeps elsewhere (pointer file, version line first). */
export function lfsPointer(revision: RevisionLabel, file: string, bytes: Uint8Array): Diagnostic | undefined {
  const start = 'version https://git-lfs.';
  if (bytes.length > 1024 || !startsWith(bytes, start)) return undefined;
  return {
    ruleId: 'file-is-lfs-pointer',
    severity: 'error',
    message: 'This is a pointer of Git LFS, not the spec: the content is not in the repository.',
    hint: 'Keep specs out of Git LFS: git lfs migrate export --include="*.yaml,*.yml", and remove them from .gitattributes.',
    at: pointLocation(revision, file),
  };
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[index] !== text.charCodeAt(index)) return false;
  }
  return true;
}
