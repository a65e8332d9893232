import type { DerivationContext } from '../derivation-context.ts';
import type { Drafts } from '../draft.ts';
import type { InstallationDrafts } from '../installation.ts';
import type { ObligationType } from '../test-case.ts';

/** One rule of derivation for an OQ protocol. */
export interface Strategy {
  readonly type: ObligationType;
  /** What it asks for, in one sentence, for the table of rules in the protocol. */
  readonly rule: string;
  derive(context: DerivationContext): Drafts;
}

/** One rule of derivation for an IQ protocol. */
export interface InstallationStrategy {
  readonly type: ObligationType;
  readonly rule: string;
  derive(context: DerivationContext): InstallationDrafts;
}
