import { LOADER_RULES } from '../loader-rules.ts';
import type { LintRule, LoaderRule } from '../lint-rule.ts';
import { adminHoldsGxpDecision } from './admin-holds-gxp-decision.ts';
import { approvalSamePerson } from './approval-same-person.ts';
import { auditTrailMissesCriticalField } from './audit-trail-misses-critical-field.ts';
import { auditTrailReviewUndefined } from './audit-trail-review-undefined.ts';
import { codeDeprecatedInUse } from './code-deprecated-in-use.ts';
import { controlNotOnEveryPath } from './control-not-on-every-path.ts';
import { copyEditable } from './copy-editable.ts';
import { criticalElementWithoutRequirement } from './critical-element-without-requirement.ts';
import { crosswalkNotInjective } from './crosswalk-not-injective.ts';
import { dualSignatureSamePerson } from './dual-signature-same-person.ts';
import { effectiveHasPlaceholder } from './effective-has-placeholder.ts';
import { effectiveUsesDraft } from './effective-uses-draft.ts';
import { elementOrphaned } from './element-orphaned.ts';
import { emergencyApprovalMissing } from './emergency-approval-missing.ts';
import { exceptionPathUntested } from './exception-path-untested.ts';
import { guardInputNotDelivered } from './guard-input-not-delivered.ts';
import { guardStaleData } from './guard-stale-data.ts';
import { holdWithoutExit } from './hold-without-exit.ts';
import { idConfusable } from './id-confusable.ts';
import { initialStateInvalid } from './initial-state-invalid.ts';
import { interfaceAlertUnowned } from './interface-alert-unowned.ts';
import { interfaceBufferShorterThanOutage } from './interface-buffer-shorter-than-outage.ts';
import { interfaceDirectionContradictsMapping } from './interface-direction-contradicts-mapping.ts';
import { interfaceDowntimeUndefined } from './interface-downtime-undefined.ts';
import { interfaceErrorPathMissing } from './interface-error-path-missing.ts';
import { interfaceExceptionUncovered } from './interface-exception-uncovered.ts';
import { interfaceFailOpenOnGate } from './interface-fail-open-on-gate.ts';
import { interfaceLatencyExceedsNeed } from './interface-latency-exceeds-need.ts';
import { interfaceOrderingUndeclared } from './interface-ordering-undeclared.ts';
import { interfaceReconciliationMissing } from './interface-reconciliation-missing.ts';
import { interfaceRetryOutlastsAlarm } from './interface-retry-outlasts-alarm.ts';
import { interfaceRetryWithoutIdempotency } from './interface-retry-without-idempotency.ts';
import { interfaceTriggerMissing } from './interface-trigger-missing.ts';
import { interfaceUnauthenticated } from './interface-unauthenticated.ts';
import { interfaceWithoutMapping } from './interface-without-mapping.ts';
import { keyLossyTransform } from './key-lossy-transform.ts';
import { keyMissing } from './key-missing.ts';
import { keyScopeMismatch } from './key-scope-mismatch.ts';
import { mappingDatetimeNaive } from './mapping-datetime-naive.ts';
import { mappingDefaultOnCritical } from './mapping-default-on-critical.ts';
import { mappingLossyUndeclared } from './mapping-lossy-undeclared.ts';
import { mappingNullPolicyUndeclared } from './mapping-null-policy-undeclared.ts';
import { mappingNullabilityGap } from './mapping-nullability-gap.ts';
import { mappingPrecisionLoss } from './mapping-precision-loss.ts';
import { mappingRangeOverflow } from './mapping-range-overflow.ts';
import { mappingRequiredTargetUnmapped } from './mapping-required-target-unmapped.ts';
import { mappingTruncation } from './mapping-truncation.ts';
import { mappingTypeIncompatible } from './mapping-type-incompatible.ts';
import { mappingWriteModeUndeclared } from './mapping-write-mode-undeclared.ts';
import { multipleWriters } from './multiple-writers.ts';
import { outputBeforeGate } from './output-before-gate.ts';
import { outputFieldUnsourced } from './output-field-unsourced.ts';
import { outputLineageLossy } from './output-lineage-lossy.ts';
import { ownershipConflict } from './ownership-conflict.ts';
import { ownershipMissing } from './ownership-missing.ts';
import { ownershipPhaseGap } from './ownership-phase-gap.ts';
import { processStepUnbound } from './process-step-unbound.ts';
import { quantityBasisUndeclared } from './quantity-basis-undeclared.ts';
import { quantityRoundingUndeclared } from './quantity-rounding-undeclared.ts';
import { recordErasable } from './record-erasable.ts';
import { recordExportUndefined } from './record-export-undefined.ts';
import { recordInNonGxpSystem } from './record-in-non-gxp-system.ts';
import { recordWithoutAuditTrail } from './record-without-audit-trail.ts';
import { recordWithoutRetention } from './record-without-retention.ts';
import { requirementUnallocated } from './requirement-unallocated.ts';
import { requirementUntested } from './requirement-untested.ts';
import { retentionShorterThanDependents } from './retention-shorter-than-dependents.ts';
import { riskUncontrolled } from './risk-uncontrolled.ts';
import { roleUnqualified } from './role-unqualified.ts';
import { scenarioDoesNotPlay } from './scenario-does-not-play.ts';
import { secretInModel } from './secret-in-model.ts';
import { selfApprovalPossible } from './self-approval-possible.ts';
import { serviceAccountOverreach } from './service-account-overreach.ts';
import { signatureByServiceAccount } from './signature-by-service-account.ts';
import { signatureMeaningMissing } from './signature-meaning-missing.ts';
import { signatureNotBound } from './signature-not-bound.ts';
import { sodViolation } from './sod-violation.ts';
import { stateDeadEnd } from './state-dead-end.ts';
import { stateNoPathToEnd } from './state-no-path-to-end.ts';
import { stateProjectionNotTotal } from './state-projection-not-total.ts';
import { stateProjectionUsabilityConflict } from './state-projection-usability-conflict.ts';
import { stateSetNotTotal } from './state-set-not-total.ts';
import { stateUnreachable } from './state-unreachable.ts';
import { stewardMissing } from './steward-missing.ts';
import { syncAuthorityContradictsOwner } from './sync-authority-contradicts-owner.ts';
import { syncFailureUndefined } from './sync-failure-undefined.ts';
import { testOrphaned } from './test-orphaned.ts';
import { testWithoutCriteria } from './test-without-criteria.ts';
import { testWording } from './test-wording.ts';
import { transformNondeterministic } from './transform-nondeterministic.ts';
import { transitionAmbiguous } from './transition-ambiguous.ts';
import { transitionNegativeTestMissing } from './transition-negative-test-missing.ts';
import { transitionRoleLacksPermission } from './transition-role-lacks-permission.ts';
import { transitionWithoutActor } from './transition-without-actor.ts';
import { unitAffineAsFactor } from './unit-affine-as-factor.ts';
import { unitConversionInconsistent } from './unit-conversion-inconsistent.ts';
import { unitDimensionMismatch } from './unit-dimension-mismatch.ts';
import { unitMismatch } from './unit-mismatch.ts';
import { unitMissing } from './unit-missing.ts';
import { updateLoop } from './update-loop.ts';
import { usableByAutomation } from './usable-by-automation.ts';
import { usableWithoutOpenIssueGuard } from './usable-without-open-issue-guard.ts';
import { usableWithoutQualityRole } from './usable-without-quality-role.ts';
import { usableWithoutSignature } from './usable-without-signature.ts';
import { valueMapDeadEntry } from './value-map-dead-entry.ts';
import { valueMapDuplicateSource } from './value-map-duplicate-source.ts';
import { valueMapFallbackPermissive } from './value-map-fallback-permissive.ts';
import { valueMapNotReversible } from './value-map-not-reversible.ts';
import { valueMapNotTotal } from './value-map-not-total.ts';
import { valueMapTargetUnknown } from './value-map-target-unknown.ts';
import { waiverExpired } from './waiver-expired.ts';
import { waiverInvalid } from './waiver-invalid.ts';
import { waiverUnused } from './waiver-unused.ts';
import { writeWithoutOwnership } from './write-without-ownership.ts';

/** Every lint, sorted by name. */
export const LINTS: readonly LintRule[] = [
  adminHoldsGxpDecision,
  approvalSamePerson,
  auditTrailMissesCriticalField,
  auditTrailReviewUndefined,
  codeDeprecatedInUse,
  controlNotOnEveryPath,
  copyEditable,
  criticalElementWithoutRequirement,
  crosswalkNotInjective,
  dualSignatureSamePerson,
  effectiveHasPlaceholder,
  effectiveUsesDraft,
  elementOrphaned,
  emergencyApprovalMissing,
  exceptionPathUntested,
  guardInputNotDelivered,
  guardStaleData,
  holdWithoutExit,
  idConfusable,
  initialStateInvalid,
  interfaceAlertUnowned,
  interfaceBufferShorterThanOutage,
  interfaceDirectionContradictsMapping,
  interfaceDowntimeUndefined,
  interfaceErrorPathMissing,
  interfaceExceptionUncovered,
  interfaceFailOpenOnGate,
  interfaceLatencyExceedsNeed,
  interfaceOrderingUndeclared,
  interfaceReconciliationMissing,
  interfaceRetryOutlastsAlarm,
  interfaceRetryWithoutIdempotency,
  interfaceTriggerMissing,
  interfaceUnauthenticated,
  interfaceWithoutMapping,
  keyLossyTransform,
  keyMissing,
  keyScopeMismatch,
  mappingDatetimeNaive,
  mappingDefaultOnCritical,
  mappingLossyUndeclared,
  mappingNullPolicyUndeclared,
  mappingNullabilityGap,
  mappingPrecisionLoss,
  mappingRangeOverflow,
  mappingRequiredTargetUnmapped,
  mappingTruncation,
  mappingTypeIncompatible,
  mappingWriteModeUndeclared,
  multipleWriters,
  outputBeforeGate,
  outputFieldUnsourced,
  outputLineageLossy,
  ownershipConflict,
  ownershipMissing,
  ownershipPhaseGap,
  processStepUnbound,
  quantityBasisUndeclared,
  quantityRoundingUndeclared,
  recordErasable,
  recordExportUndefined,
  recordInNonGxpSystem,
  recordWithoutAuditTrail,
  recordWithoutRetention,
  requirementUnallocated,
  requirementUntested,
  retentionShorterThanDependents,
  riskUncontrolled,
  roleUnqualified,
  scenarioDoesNotPlay,
  secretInModel,
  selfApprovalPossible,
  serviceAccountOverreach,
  signatureByServiceAccount,
  signatureMeaningMissing,
  signatureNotBound,
  sodViolation,
  stateDeadEnd,
  stateNoPathToEnd,
  stateProjectionNotTotal,
  stateProjectionUsabilityConflict,
  stateSetNotTotal,
  stateUnreachable,
  stewardMissing,
  syncAuthorityContradictsOwner,
  syncFailureUndefined,
  testOrphaned,
  testWithoutCriteria,
  testWording,
  transformNondeterministic,
  transitionAmbiguous,
  transitionNegativeTestMissing,
  transitionRoleLacksPermission,
  transitionWithoutActor,
  unitAffineAsFactor,
  unitConversionInconsistent,
  unitDimensionMismatch,
  unitMismatch,
  unitMissing,
  updateLoop,
  usableByAutomation,
  usableWithoutOpenIssueGuard,
  usableWithoutQualityRole,
  usableWithoutSignature,
  valueMapDeadEntry,
  valueMapDuplicateSource,
  valueMapFallbackPermissive,
  valueMapNotReversible,
  valueMapNotTotal,
  valueMapTargetUnknown,
  waiverExpired,
  waiverInvalid,
  waiverUnused,
  writeWithoutOwnership,
];

/** Every rule that speaks about a single revision: those of reading, and the lints. */
export const REVISION_RULES: readonly (LoaderRule | LintRule)[] = [...LOADER_RULES, ...LINTS];
