import { usageFailure } from '../core/diagnostics/failure.ts';
import type { DocumentCode } from '../core/documents/document-type.ts';

const CODES: readonly DocumentCode[] = ['IA', 'RTM', 'RSP', 'IFS', 'ERA', 'IQ', 'OQ'];

/** Which documents a list such as `IA,RTM` asks for; all when there is none. Throws a usage `Failure` for an unknown one. */
export function readDocumentCodes(list: string | undefined): readonly DocumentCode[] {
  if (list === undefined) return CODES;
  return list.split(',').map((word) => {
    const code = CODES.find((one) => one === word.trim().toUpperCase());
    if (code !== undefined) return code;
    throw usageFailure(
      'document-unknown',
      `This version writes no document '${word.trim()}'.`,
      `It writes ${CODES.join(', ')}.`,
    );
  });
}
