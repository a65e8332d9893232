import type { InvariantKind } from '../compiled-invariant.ts';
import { after } from './after.ts';
import { agree } from './agree.ts';
import { before } from './before.ts';
import { conserved } from './conserved.ts';
import { final } from './final.ts';
import { from } from './from.ts';
import { gate } from './gate.ts';
import { independent } from './independent.ts';
import { never } from './never.ts';
import { reachable } from './reachable.ts';
import { separate } from './separate.ts';
import { step } from './step.ts';

/** Every kind of invariant; an invariant is of exactly one. */
export const INVARIANT_KINDS: readonly InvariantKind[] = [
  never,
  step,
  before,
  after,
  from,
  agree,
  conserved,
  reachable,
  gate,
  final,
  independent,
  separate,
];
