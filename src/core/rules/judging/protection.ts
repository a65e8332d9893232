import { descending } from './assurance-order.ts';
import type { AssuranceOrder } from './assurance-order.ts';

/** What the sender learns of a message. */
export const ACKNOWLEDGEMENT = descending(['processed', 'transport', 'none'], ['none']);

/** A signature proves who sent it, to whoever reads it later; a protected line keeps it secret: neither takes in the other. */
export const PROTECTION: AssuranceOrder = {
  above: { 'mutual-tls': ['tls', 'none'], tls: ['none'], signed: ['none'] },
  weak: ['none'],
};
