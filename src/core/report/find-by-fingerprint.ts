import { usageFailure } from '../diagnostics/failure.ts';
import { compareText } from '../diagnostics/order.ts';

/** Digits without which a beginning says too little. */
const FEWEST = 6;

/** Whether a word can only be a fingerprint, or can be the beginning of one. */
export function isFingerprint(word: string): 'yes' | 'maybe' | 'no' {
  if (/^h1:[0-9a-f]{0,64}$/.test(word)) return 'yes';
  return /^[0-9a-f]{6,64}$/.test(word) ? 'maybe' : 'no';
}

/**
 * What carries this fingerprint, whole or its unambiguous beginning (at least six digits, with or without `h1:`).
 * Undefined where nothing does; throws a usage `Failure` for a beginning that is too short or that several have.
 */
export function findByFingerprint<F extends { readonly fingerprint: string }>(
  all: readonly F[],
  asked: string,
): F | undefined {
  const digits = asked.replace(/^h1:/, '');
  if (digits.length < FEWEST) {
    throw usageFailure(
      'fingerprint-too-short',
      `'${asked}' is too short to name a finding.`,
      `Give at least ${FEWEST} digits of its fingerprint, as a report prints them.`,
    );
  }
  const found = new Map<string, F>();
  for (const one of all) {
    if (one.fingerprint.startsWith(`h1:${digits}`) && !found.has(one.fingerprint)) found.set(one.fingerprint, one);
  }
  if (found.size > 1) {
    throw usageFailure(
      'fingerprint-ambiguous',
      `${found.size} findings begin with '${asked}'.`,
      `Give more digits: ${[...found.keys()].toSorted(compareText).slice(0, 5).join(', ')}.`,
    );
  }
  return [...found.values()][0];
}
