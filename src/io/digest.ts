import { createHash } from 'node:crypto';

import type { Digest } from '../core/digest.ts';

/** SHA-256 by the cryptography of Node. */
export const sha256: Digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
