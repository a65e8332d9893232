import type { LintRule, LoaderRule } from '../lint-rule.ts';
import { LOADER_RULES } from '../loader-rules.ts';
import { criticalElementWithoutRequirement } from './critical-element-without-requirement.ts';
import { idConfusable } from './id-confusable.ts';
import { initialStateInvalid } from './initial-state-invalid.ts';
import { interfaceRetryOutlastsAlarm } from './interface-retry-outlasts-alarm.ts';
import { mappingPrecisionLoss } from './mapping-precision-loss.ts';
import { mappingTruncation } from './mapping-truncation.ts';
import { mappingTypeIncompatible } from './mapping-type-incompatible.ts';
import { requirementUntested } from './requirement-untested.ts';
import { signatureMeaningMissing } from './signature-meaning-missing.ts';
import { stateDeadEnd } from './state-dead-end.ts';
import { stateSetNotTotal } from './state-set-not-total.ts';
import { stateUnreachable } from './state-unreachable.ts';
import { testWording } from './test-wording.ts';
import { transitionAmbiguous } from './transition-ambiguous.ts';
import { transitionWithoutActor } from './transition-without-actor.ts';
import { unitMismatch } from './unit-mismatch.ts';
import { unitMissing } from './unit-missing.ts';
import { usableWithoutSignature } from './usable-without-signature.ts';
import { valueMapDuplicateSource } from './value-map-duplicate-source.ts';
import { valueMapFallbackPermissive } from './value-map-fallback-permissive.ts';
import { valueMapNotTotal } from './value-map-not-total.ts';
import { valueMapTargetUnknown } from './value-map-target-unknown.ts';
import { waiverExpired } from './waiver-expired.ts';
import { waiverInvalid } from './waiver-invalid.ts';
import { waiverUnused } from './waiver-unused.ts';

/** Every lint, in the order of the catalogue (rules section 6). */
export const LINTS: readonly LintRule[] = [
  mappingTypeIncompatible,
  mappingTruncation,
  mappingPrecisionLoss,
  valueMapNotTotal,
  valueMapTargetUnknown,
  valueMapDuplicateSource,
  valueMapFallbackPermissive,
  unitMissing,
  unitMismatch,
  interfaceRetryOutlastsAlarm,
  stateUnreachable,
  stateDeadEnd,
  initialStateInvalid,
  transitionAmbiguous,
  transitionWithoutActor,
  usableWithoutSignature,
  stateSetNotTotal,
  signatureMeaningMissing,
  requirementUntested,
  criticalElementWithoutRequirement,
  testWording,
  idConfusable,
  waiverInvalid,
  waiverExpired,
  waiverUnused,
];

/** Every rule that speaks about a single revision: those of reading, and the lints. */
export const REVISION_RULES: readonly (LoaderRule | LintRule)[] = [...LOADER_RULES, ...LINTS];
