import type { ChangeRule } from '../change-rule.ts';
import { aggregationChanged } from './aggregation-changed.ts';
import { approvalPolicyRelaxed } from './approval-policy-relaxed.ts';
import { approvalRecordChanged } from './approval-record-changed.ts';
import { archiveLocationChanged } from './archive-location-changed.ts';
import { assuranceStrengthened } from './assurance-strengthened.ts';
import { auditTrailDisabled } from './audit-trail-disabled.ts';
import { auditTrailReviewRelaxed } from './audit-trail-review-relaxed.ts';
import { auditTrailScopeExtended } from './audit-trail-scope-extended.ts';
import { auditTrailScopeReduced } from './audit-trail-scope-reduced.ts';
import { baselineChanged } from './baseline-changed.ts';
import { changeNotRecorded } from './change-not-recorded.ts';
import { changeRecordNamesUnchanged } from './change-record-names-unchanged.ts';
import { changeRecordRemoved } from './change-record-removed.ts';
import { clauseReferenceRemoved } from './clause-reference-removed.ts';
import { clauseScopeNarrowed } from './clause-scope-narrowed.ts';
import { codeAdded } from './code-added.ts';
import { codeDeprecated } from './code-deprecated.ts';
import { codeListAdded } from './code-list-added.ts';
import { codeListClosed } from './code-list-closed.ts';
import { codeListOpened } from './code-list-opened.ts';
import { codeListRebound } from './code-list-rebound.ts';
import { codeListRemoved } from './code-list-removed.ts';
import { codeListVersionChanged } from './code-list-version-changed.ts';
import { codeMeaningChanged } from './code-meaning-changed.ts';
import { codeRemoved } from './code-removed.ts';
import { consumersDenied } from './consumers-denied.ts';
import { controlBypassClosed } from './control-bypass-closed.ts';
import { controlBypassIntroduced } from './control-bypass-introduced.ts';
import { conversionExamplesChanged } from './conversion-examples-changed.ts';
import { copyMadeEditable } from './copy-made-editable.ts';
import { copyMadeReadonly } from './copy-made-readonly.ts';
import { criticalityLowered } from './criticality-lowered.ts';
import { criticalityRaised } from './criticality-raised.ts';
import { crosswalkAdded } from './crosswalk-added.ts';
import { crosswalkRuleChanged } from './crosswalk-rule-changed.ts';
import { departmentAdded } from './department-added.ts';
import { departmentRemoved } from './department-removed.ts';
import { deploymentReduced } from './deployment-reduced.ts';
import { displayTextChanged } from './display-text-changed.ts';
import { documentAdded } from './document-added.ts';
import { documentCoverageReduced } from './document-coverage-reduced.ts';
import { documentRemoved } from './document-removed.ts';
import { documentRevised } from './document-revised.ts';
import { documentTemplateChanged } from './document-template-changed.ts';
import { effectAdded } from './effect-added.ts';
import { effectChanged } from './effect-changed.ts';
import { effectRemoved } from './effect-removed.ts';
import { effectiveDateAdvanced } from './effective-date-advanced.ts';
import { elementActivated } from './element-activated.ts';
import { elementRelocated } from './element-relocated.ts';
import { elementRenamed } from './element-renamed.ts';
import { elementRetired } from './element-retired.ts';
import { environmentAdded } from './environment-added.ts';
import { environmentConnectionChanged } from './environment-connection-changed.ts';
import { environmentDeviationChanged } from './environment-deviation-changed.ts';
import { environmentJobChanged } from './environment-job-changed.ts';
import { environmentRemoved } from './environment-removed.ts';
import { eventAdded } from './event-added.ts';
import { eventNumberingChanged } from './event-numbering-changed.ts';
import { eventRemoved } from './event-removed.ts';
import { eventTransitionsChanged } from './event-transitions-changed.ts';
import { evidenceLinkAdded } from './evidence-link-added.ts';
import { evidenceLinkRedirected } from './evidence-link-redirected.ts';
import { evidenceLinkRemoved } from './evidence-link-removed.ts';
import { evidenceLinkWeakened } from './evidence-link-weakened.ts';
import { exceptionPathAdded } from './exception-path-added.ts';
import { exceptionPathChanged } from './exception-path-changed.ts';
import { exceptionPathRemoved } from './exception-path-removed.ts';
import { explorationIncomplete } from './exploration-incomplete.ts';
import { explorationNarrowed } from './exploration-narrowed.ts';
import { fieldAddedOptional } from './field-added-optional.ts';
import { fieldAddedRequired } from './field-added-required.ts';
import { fieldBecameOptional } from './field-became-optional.ts';
import { fieldBecameRequired } from './field-became-required.ts';
import { fieldCaptureChanged } from './field-capture-changed.ts';
import { fieldDefaultChanged } from './field-default-changed.ts';
import { fieldDefinitionChanged } from './field-definition-changed.ts';
import { fieldDerivationChanged } from './field-derivation-changed.ts';
import { fieldEncodingRuleChanged } from './field-encoding-rule-changed.ts';
import { fieldLengthNarrowed } from './field-length-narrowed.ts';
import { fieldLengthWidened } from './field-length-widened.ts';
import { fieldMultiplicityChanged } from './field-multiplicity-changed.ts';
import { fieldPatternChanged } from './field-pattern-changed.ts';
import { fieldPatternLoosened } from './field-pattern-loosened.ts';
import { fieldPatternRewritten } from './field-pattern-rewritten.ts';
import { fieldPatternTightened } from './field-pattern-tightened.ts';
import { fieldPrecisionIncreased } from './field-precision-increased.ts';
import { fieldPrecisionReduced } from './field-precision-reduced.ts';
import { fieldRemoved } from './field-removed.ts';
import { fieldRenamed } from './field-renamed.ts';
import { fieldTypeChanged } from './field-type-changed.ts';
import { fieldTypeWidened } from './field-type-widened.ts';
import { fieldUnitChanged } from './field-unit-changed.ts';
import { formattingChanged } from './formatting-changed.ts';
import { genealogyChanged } from './genealogy-changed.ts';
import { guardAdded } from './guard-added.ts';
import { guardChanged } from './guard-changed.ts';
import { guardDataSourceChanged } from './guard-data-source-changed.ts';
import { guardRemoved } from './guard-removed.ts';
import { guardTightened } from './guard-tightened.ts';
import { guardWeakened } from './guard-weakened.ts';
import { holdPrecedenceWeakened } from './hold-precedence-weakened.ts';
import { identifierFormatChanged } from './identifier-format-changed.ts';
import { initialStateChanged } from './initial-state-changed.ts';
import { intendedUseChanged } from './intended-use-changed.ts';
import { interfaceAcknowledgementWeakened } from './interface-acknowledgement-weakened.ts';
import { interfaceAdded } from './interface-added.ts';
import { interfaceAlertRoutingChanged } from './interface-alert-routing-changed.ts';
import { interfaceBatchingChanged } from './interface-batching-changed.ts';
import { interfaceBufferReduced } from './interface-buffer-reduced.ts';
import { interfaceDeliveryStrengthened } from './interface-delivery-strengthened.ts';
import { interfaceDeliveryWeakened } from './interface-delivery-weakened.ts';
import { interfaceDirectionReversed } from './interface-direction-reversed.ts';
import { interfaceDowntimeMadePermissive } from './interface-downtime-made-permissive.ts';
import { interfaceDowntimeMadeRestrictive } from './interface-downtime-made-restrictive.ts';
import { interfaceDowntimeNoteChanged } from './interface-downtime-note-changed.ts';
import { interfaceDowntimeProcedureChanged } from './interface-downtime-procedure-changed.ts';
import { interfaceEndpointReplaced } from './interface-endpoint-replaced.ts';
import { interfaceErrorHandlingStrengthened } from './interface-error-handling-strengthened.ts';
import { interfaceErrorHandlingWeakened } from './interface-error-handling-weakened.ts';
import { interfaceIdempotencyKeyChanged } from './interface-idempotency-key-changed.ts';
import { interfaceIdempotencyRemoved } from './interface-idempotency-removed.ts';
import { interfaceLatencyRelaxed } from './interface-latency-relaxed.ts';
import { interfaceLatencyTightened } from './interface-latency-tightened.ts';
import { interfaceMadeBidirectional } from './interface-made-bidirectional.ts';
import { interfaceMadeUnidirectional } from './interface-made-unidirectional.ts';
import { interfaceManualEntryAllowed } from './interface-manual-entry-allowed.ts';
import { interfaceMessageAdded } from './interface-message-added.ts';
import { interfaceMessageRemoved } from './interface-message-removed.ts';
import { interfaceOrderingStrengthened } from './interface-ordering-strengthened.ts';
import { interfaceOrderingWeakened } from './interface-ordering-weakened.ts';
import { interfacePayloadVersionChanged } from './interface-payload-version-changed.ts';
import { interfaceReconciliationStrengthened } from './interface-reconciliation-strengthened.ts';
import { interfaceReconciliationWeakened } from './interface-reconciliation-weakened.ts';
import { interfaceRemoved } from './interface-removed.ts';
import { interfaceRetryIncreased } from './interface-retry-increased.ts';
import { interfaceRetryPauseChanged } from './interface-retry-pause-changed.ts';
import { interfaceRetryReduced } from './interface-retry-reduced.ts';
import { interfaceSecurityWeakened } from './interface-security-weakened.ts';
import { interfaceSuspended } from './interface-suspended.ts';
import { interfaceTransportChanged } from './interface-transport-changed.ts';
import { interfaceTriggerChanged } from './interface-trigger-changed.ts';
import { interfaceTriggerNarrowed } from './interface-trigger-narrowed.ts';
import { interfaceTriggerWidened } from './interface-trigger-widened.ts';
import { interfaceVolumeChanged } from './interface-volume-changed.ts';
import { invariantAdded } from './invariant-added.ts';
import { invariantBrokenWithFewerFaults } from './invariant-broken-with-fewer-faults.ts';
import { invariantChanged } from './invariant-changed.ts';
import { invariantMended } from './invariant-mended.ts';
import { invariantNewlyBroken } from './invariant-newly-broken.ts';
import { invariantNewlyVacuous } from './invariant-newly-vacuous.ts';
import { invariantRemoved } from './invariant-removed.ts';
import { invariantWeakened } from './invariant-weakened.ts';
import { keyComponentAdded } from './key-component-added.ts';
import { keyComponentRemoved } from './key-component-removed.ts';
import { keyIssuerChanged } from './key-issuer-changed.ts';
import { keyNormalisationChanged } from './key-normalisation-changed.ts';
import { keyReuseAllowed } from './key-reuse-allowed.ts';
import { keyUniquenessScopeNarrowed } from './key-uniqueness-scope-narrowed.ts';
import { keyUniquenessScopeWidened } from './key-uniqueness-scope-widened.ts';
import { lifecycleAdded } from './lifecycle-added.ts';
import { lifecycleObjectChanged } from './lifecycle-object-changed.ts';
import { lifecycleRemoved } from './lifecycle-removed.ts';
import { lineScopeExtended } from './line-scope-extended.ts';
import { lineScopeNarrowed } from './line-scope-narrowed.ts';
import { lintRuleDisabled } from './lint-rule-disabled.ts';
import { mappingAdded } from './mapping-added.ts';
import { mappingCardinalityChanged } from './mapping-cardinality-changed.ts';
import { mappingConditionChanged } from './mapping-condition-changed.ts';
import { mappingConditionNarrowed } from './mapping-condition-narrowed.ts';
import { mappingConditionWidened } from './mapping-condition-widened.ts';
import { mappingDefaultAdded } from './mapping-default-added.ts';
import { mappingDefaultChanged } from './mapping-default-changed.ts';
import { mappingDefaultRemoved } from './mapping-default-removed.ts';
import { mappingNullPolicyChanged } from './mapping-null-policy-changed.ts';
import { mappingOnErrorWeakened } from './mapping-on-error-weakened.ts';
import { mappingRemoved } from './mapping-removed.ts';
import { mappingSourceChanged } from './mapping-source-changed.ts';
import { mappingTargetChanged } from './mapping-target-changed.ts';
import { mappingTimeHandlingChanged } from './mapping-time-handling-changed.ts';
import { mappingValueMapReplaced } from './mapping-value-map-replaced.ts';
import { mappingWriteModeRelaxed } from './mapping-write-mode-relaxed.ts';
import { mappingWriteModeTightened } from './mapping-write-mode-tightened.ts';
import { matchPolicyLoosened } from './match-policy-loosened.ts';
import { matchPolicyTightened } from './match-policy-tightened.ts';
import { materialMarkingRemoved } from './material-marking-removed.ts';
import { measureAdded } from './measure-added.ts';
import { measureRelaxed } from './measure-relaxed.ts';
import { measureRemoved } from './measure-removed.ts';
import { measurementRecorded } from './measurement-recorded.ts';
import { negativeCaseRemoved } from './negative-case-removed.ts';
import { notApplicableDeclared } from './not-applicable-declared.ts';
import { objectAdded } from './object-added.ts';
import { objectRemoved } from './object-removed.ts';
import { outOfScopeExtended } from './out-of-scope-extended.ts';
import { outputAdded } from './output-added.ts';
import { outputApproverWidened } from './output-approver-widened.ts';
import { outputCalculationChanged } from './output-calculation-changed.ts';
import { outputFieldAdded } from './output-field-added.ts';
import { outputFieldRemoved } from './output-field-removed.ts';
import { outputIssueGateWeakened } from './output-issue-gate-weakened.ts';
import { outputKindChanged } from './output-kind-changed.ts';
import { outputLineageChanged } from './output-lineage-changed.ts';
import { outputRemoved } from './output-removed.ts';
import { outputTemplateChanged } from './output-template-changed.ts';
import { ownershipAssigned } from './ownership-assigned.ts';
import { ownershipConflictRuleChanged } from './ownership-conflict-rule-changed.ts';
import { ownershipGranularityChanged } from './ownership-granularity-changed.ts';
import { ownershipHandoverMoved } from './ownership-handover-moved.ts';
import { ownershipRemoved } from './ownership-removed.ts';
import { packageIdentityChanged } from './package-identity-changed.ts';
import { permissionGranted } from './permission-granted.ts';
import { permissionRevoked } from './permission-revoked.ts';
import { phaseAdded } from './phase-added.ts';
import { phaseCriteriaRelaxed } from './phase-criteria-relaxed.ts';
import { phaseRemoved } from './phase-removed.ts';
import { phaseScopeChanged } from './phase-scope-changed.ts';
import { privilegedPermissionGranted } from './privileged-permission-granted.ts';
import { processStepAdded } from './process-step-added.ts';
import { processStepRemoved } from './process-step-removed.ts';
import { processStepReordered } from './process-step-reordered.ts';
import { productLineChanged } from './product-line-changed.ts';
import { qualityUnitWidened } from './quality-unit-widened.ts';
import { quantityBasisChanged } from './quantity-basis-changed.ts';
import { rationaleChanged } from './rationale-changed.ts';
import { rationaleRemoved } from './rationale-removed.ts';
import { reasonCaptureRemoved } from './reason-capture-removed.ts';
import { recordBecameRegulated } from './record-became-regulated.ts';
import { recordContentExtended } from './record-content-extended.ts';
import { recordContentReduced } from './record-content-reduced.ts';
import { recordDeregulated } from './record-deregulated.ts';
import { recordExportChanged } from './record-export-changed.ts';
import { recordKeepingChanged } from './record-keeping-changed.ts';
import { recordMadeErasable } from './record-made-erasable.ts';
import { recordMediumChanged } from './record-medium-changed.ts';
import { recordVersioningDisabled } from './record-versioning-disabled.ts';
import { releasePathOpened } from './release-path-opened.ts';
import { renameClaimInvalid } from './rename-claim-invalid.ts';
import { reportAdded } from './report-added.ts';
import { reportChanged } from './report-changed.ts';
import { reportRemoved } from './report-removed.ts';
import { requiredCasesNarrowed } from './required-cases-narrowed.ts';
import { requiredCasesWidened } from './required-cases-widened.ts';
import { requirementAdded } from './requirement-added.ts';
import { requirementClassificationChanged } from './requirement-classification-changed.ts';
import { requirementCriticalityLowered } from './requirement-criticality-lowered.ts';
import { requirementRemoved } from './requirement-removed.ts';
import { requirementTextChanged } from './requirement-text-changed.ts';
import { residualRiskAcceptanceChanged } from './residual-risk-acceptance-changed.ts';
import { retentionLengthened } from './retention-lengthened.ts';
import { retentionShortened } from './retention-shortened.ts';
import { retentionTriggerChanged } from './retention-trigger-changed.ts';
import { retiredIdReleased } from './retired-id-released.ts';
import { riskAdded } from './risk-added.ts';
import { riskControlRemoved } from './risk-control-removed.ts';
import { riskDescriptionChanged } from './risk-description-changed.ts';
import { riskRatingLowered } from './risk-rating-lowered.ts';
import { riskRatingRaised } from './risk-rating-raised.ts';
import { riskRemoved } from './risk-removed.ts';
import { riskTeamChanged } from './risk-team-changed.ts';
import { roleAdded } from './role-added.ts';
import { roleDepartmentChanged } from './role-department-changed.ts';
import { roleInheritanceWidened } from './role-inheritance-widened.ts';
import { roleMadeHuman } from './role-made-human.ts';
import { roleQualificationRemoved } from './role-qualification-removed.ts';
import { roleRemoved } from './role-removed.ts';
import { roleRenamed } from './role-renamed.ts';
import { roundingPointMoved } from './rounding-point-moved.ts';
import { roundingRuleChanged } from './rounding-rule-changed.ts';
import { scopingChanged } from './scoping-changed.ts';
import { serviceAccountScopeWidened } from './service-account-scope-widened.ts';
import { setAdded } from './set-added.ts';
import { setEffectChanged } from './set-effect-changed.ts';
import { setRemoved } from './set-removed.ts';
import { setRewritten } from './set-rewritten.ts';
import { setUnknownChanged } from './set-unknown-changed.ts';
import { severityOverrideLowered } from './severity-override-lowered.ts';
import { signatureAdded } from './signature-added.ts';
import { signatureBindingWeakened } from './signature-binding-weakened.ts';
import { signatureCodeChanged } from './signature-code-changed.ts';
import { signatureMeaningChanged } from './signature-meaning-changed.ts';
import { signatureRemoved } from './signature-removed.ts';
import { signatureSignerWidened } from './signature-signer-widened.ts';
import { signatureStrengthWeakened } from './signature-strength-weakened.ts';
import { sodConstraintAdded } from './sod-constraint-added.ts';
import { sodConstraintRemoved } from './sod-constraint-removed.ts';
import { sodConstraintWeakened } from './sod-constraint-weakened.ts';
import { stateAdded } from './state-added.ts';
import { stateBecameTerminal } from './state-became-terminal.ts';
import { stateClassChanged } from './state-class-changed.ts';
import { stateMadeResting } from './state-made-resting.ts';
import { stateMadeUnusable } from './state-made-unusable.ts';
import { stateMadeUsable } from './state-made-usable.ts';
import { stateRemoved } from './state-removed.ts';
import { stateReopened } from './state-reopened.ts';
import { stepBindingChanged } from './step-binding-changed.ts';
import { stepExecutionModeChanged } from './step-execution-mode-changed.ts';
import { stewardChanged } from './steward-changed.ts';
import { syncAdded } from './sync-added.ts';
import { syncAuthorityChanged } from './sync-authority-changed.ts';
import { syncConflictPolicyChanged } from './sync-conflict-policy-changed.ts';
import { syncConflictPolicyWeakened } from './sync-conflict-policy-weakened.ts';
import { syncLagRelaxed } from './sync-lag-relaxed.ts';
import { syncProjectionChanged } from './sync-projection-changed.ts';
import { syncRemoved } from './sync-removed.ts';
import { systemAdded } from './system-added.ts';
import { systemBackupChanged } from './system-backup-changed.ts';
import { systemCustomPartsChanged } from './system-custom-parts-changed.ts';
import { systemFunctionsChanged } from './system-functions-changed.ts';
import { systemGampCategoryLowered } from './system-gamp-category-lowered.ts';
import { systemGampCategoryRaised } from './system-gamp-category-raised.ts';
import { systemGxpClassLowered } from './system-gxp-class-lowered.ts';
import { systemGxpClassRaised } from './system-gxp-class-raised.ts';
import { systemHostingChanged } from './system-hosting-changed.ts';
import { systemIdentitySourceChanged } from './system-identity-source-changed.ts';
import { systemOfRecordChanged } from './system-of-record-changed.ts';
import { systemOutageToleranceRelaxed } from './system-outage-tolerance-relaxed.ts';
import { systemRemoved } from './system-removed.ts';
import { systemSupplierAssessmentChanged } from './system-supplier-assessment-changed.ts';
import { systemSupportChanged } from './system-support-changed.ts';
import { systemTimeBasisChanged } from './system-time-basis-changed.ts';
import { systemVersionChanged } from './system-version-changed.ts';
import { technicalAccountRemoved } from './technical-account-removed.ts';
import { technicalAccountWidened } from './technical-account-widened.ts';
import { testAcceptanceCriteriaChanged } from './test-acceptance-criteria-changed.ts';
import { testAdded } from './test-added.ts';
import { testLevelLowered } from './test-level-lowered.ts';
import { testProcedureChanged } from './test-procedure-changed.ts';
import { testRemoved } from './test-removed.ts';
import { timerChanged } from './timer-changed.ts';
import { traceLinkRemoved } from './trace-link-removed.ts';
import { transformBecameLossy } from './transform-became-lossy.ts';
import { transformChainReordered } from './transform-chain-reordered.ts';
import { transformChanged } from './transform-changed.ts';
import { transformReferenceDataChanged } from './transform-reference-data-changed.ts';
import { transitionAdded } from './transition-added.ts';
import { transitionAutomated } from './transition-automated.ts';
import { transitionEventChanged } from './transition-event-changed.ts';
import { transitionMadeCorrection } from './transition-made-correction.ts';
import { transitionMadeManual } from './transition-made-manual.ts';
import { transitionRemoved } from './transition-removed.ts';
import { transitionRetargeted } from './transition-retargeted.ts';
import { transitionRoleNarrowed } from './transition-role-narrowed.ts';
import { transitionRoleReplaced } from './transition-role-replaced.ts';
import { transitionRoleWidened } from './transition-role-widened.ts';
import { transitionStartDeclared } from './transition-start-declared.ts';
import { transitionStartUndeclared } from './transition-start-undeclared.ts';
import { unclassifiedChange } from './unclassified-change.ts';
import { unitAdded } from './unit-added.ts';
import { unitConversionAdded } from './unit-conversion-added.ts';
import { unitConversionDeclared } from './unit-conversion-declared.ts';
import { unitConversionFactorChanged } from './unit-conversion-factor-changed.ts';
import { unitConversionRemoved } from './unit-conversion-removed.ts';
import { unitConversionWithdrawn } from './unit-conversion-withdrawn.ts';
import { unitDefinitionChanged } from './unit-definition-changed.ts';
import { unitRemoved } from './unit-removed.ts';
import { valueMapAdded } from './value-map-added.ts';
import { valueMapBecameLossy } from './value-map-became-lossy.ts';
import { valueMapDirectionChanged } from './value-map-direction-changed.ts';
import { valueMapEntryAdded } from './value-map-entry-added.ts';
import { valueMapEntryRemoved } from './value-map-entry-removed.ts';
import { valueMapEntryRetargeted } from './value-map-entry-retargeted.ts';
import { valueMapFallbackAdded } from './value-map-fallback-added.ts';
import { valueMapFallbackChanged } from './value-map-fallback-changed.ts';
import { valueMapFallbackRemoved } from './value-map-fallback-removed.ts';
import { valueMapRemoved } from './value-map-removed.ts';
import { valueTypeDeclared } from './value-type-declared.ts';
import { valueTypeWithdrawn } from './value-type-withdrawn.ts';
import { waiverAdded } from './waiver-added.ts';
import { waiverBroadened } from './waiver-broadened.ts';
import { waiverRemoved } from './waiver-removed.ts';
import { writerAdded } from './writer-added.ts';
import { writerRemoved } from './writer-removed.ts';

/** Every change rule, by name. A new rule is a new file and one line here. */
export const CHANGE_RULES: readonly ChangeRule[] = [
  aggregationChanged,
  approvalPolicyRelaxed,
  approvalRecordChanged,
  archiveLocationChanged,
  assuranceStrengthened,
  auditTrailDisabled,
  auditTrailReviewRelaxed,
  auditTrailScopeExtended,
  auditTrailScopeReduced,
  baselineChanged,
  changeNotRecorded,
  changeRecordNamesUnchanged,
  changeRecordRemoved,
  clauseReferenceRemoved,
  clauseScopeNarrowed,
  codeAdded,
  codeDeprecated,
  codeListAdded,
  codeListClosed,
  codeListOpened,
  codeListRebound,
  codeListRemoved,
  codeListVersionChanged,
  codeMeaningChanged,
  codeRemoved,
  consumersDenied,
  controlBypassClosed,
  controlBypassIntroduced,
  conversionExamplesChanged,
  copyMadeEditable,
  copyMadeReadonly,
  criticalityLowered,
  criticalityRaised,
  crosswalkAdded,
  crosswalkRuleChanged,
  departmentAdded,
  departmentRemoved,
  deploymentReduced,
  displayTextChanged,
  documentAdded,
  documentCoverageReduced,
  documentRemoved,
  documentRevised,
  documentTemplateChanged,
  effectAdded,
  effectChanged,
  effectRemoved,
  effectiveDateAdvanced,
  elementActivated,
  elementRelocated,
  elementRenamed,
  elementRetired,
  environmentAdded,
  environmentConnectionChanged,
  environmentDeviationChanged,
  environmentJobChanged,
  environmentRemoved,
  eventAdded,
  eventNumberingChanged,
  eventRemoved,
  eventTransitionsChanged,
  evidenceLinkAdded,
  evidenceLinkRedirected,
  evidenceLinkRemoved,
  evidenceLinkWeakened,
  exceptionPathAdded,
  exceptionPathChanged,
  exceptionPathRemoved,
  explorationIncomplete,
  explorationNarrowed,
  fieldAddedOptional,
  fieldAddedRequired,
  fieldBecameOptional,
  fieldBecameRequired,
  fieldCaptureChanged,
  fieldDefaultChanged,
  fieldDefinitionChanged,
  fieldDerivationChanged,
  fieldEncodingRuleChanged,
  fieldLengthNarrowed,
  fieldLengthWidened,
  fieldMultiplicityChanged,
  fieldPatternChanged,
  fieldPatternLoosened,
  fieldPatternRewritten,
  fieldPatternTightened,
  fieldPrecisionIncreased,
  fieldPrecisionReduced,
  fieldRemoved,
  fieldRenamed,
  fieldTypeChanged,
  fieldTypeWidened,
  fieldUnitChanged,
  formattingChanged,
  genealogyChanged,
  guardAdded,
  guardChanged,
  guardDataSourceChanged,
  guardRemoved,
  guardTightened,
  guardWeakened,
  holdPrecedenceWeakened,
  identifierFormatChanged,
  initialStateChanged,
  intendedUseChanged,
  interfaceAcknowledgementWeakened,
  interfaceAdded,
  interfaceAlertRoutingChanged,
  interfaceBatchingChanged,
  interfaceBufferReduced,
  interfaceDeliveryStrengthened,
  interfaceDeliveryWeakened,
  interfaceDirectionReversed,
  interfaceDowntimeMadePermissive,
  interfaceDowntimeMadeRestrictive,
  interfaceDowntimeNoteChanged,
  interfaceDowntimeProcedureChanged,
  interfaceEndpointReplaced,
  interfaceErrorHandlingStrengthened,
  interfaceErrorHandlingWeakened,
  interfaceIdempotencyKeyChanged,
  interfaceIdempotencyRemoved,
  interfaceLatencyRelaxed,
  interfaceLatencyTightened,
  interfaceMadeBidirectional,
  interfaceMadeUnidirectional,
  interfaceManualEntryAllowed,
  interfaceMessageAdded,
  interfaceMessageRemoved,
  interfaceOrderingStrengthened,
  interfaceOrderingWeakened,
  interfacePayloadVersionChanged,
  interfaceReconciliationStrengthened,
  interfaceReconciliationWeakened,
  interfaceRemoved,
  interfaceRetryIncreased,
  interfaceRetryPauseChanged,
  interfaceRetryReduced,
  interfaceSecurityWeakened,
  interfaceSuspended,
  interfaceTransportChanged,
  interfaceTriggerChanged,
  interfaceTriggerNarrowed,
  interfaceTriggerWidened,
  interfaceVolumeChanged,
  invariantAdded,
  invariantBrokenWithFewerFaults,
  invariantChanged,
  invariantMended,
  invariantNewlyBroken,
  invariantNewlyVacuous,
  invariantRemoved,
  invariantWeakened,
  keyComponentAdded,
  keyComponentRemoved,
  keyIssuerChanged,
  keyNormalisationChanged,
  keyReuseAllowed,
  keyUniquenessScopeNarrowed,
  keyUniquenessScopeWidened,
  lifecycleAdded,
  lifecycleObjectChanged,
  lifecycleRemoved,
  lineScopeExtended,
  lineScopeNarrowed,
  lintRuleDisabled,
  mappingAdded,
  mappingCardinalityChanged,
  mappingConditionChanged,
  mappingConditionNarrowed,
  mappingConditionWidened,
  mappingDefaultAdded,
  mappingDefaultChanged,
  mappingDefaultRemoved,
  mappingNullPolicyChanged,
  mappingOnErrorWeakened,
  mappingRemoved,
  mappingSourceChanged,
  mappingTargetChanged,
  mappingTimeHandlingChanged,
  mappingValueMapReplaced,
  mappingWriteModeRelaxed,
  mappingWriteModeTightened,
  matchPolicyLoosened,
  matchPolicyTightened,
  materialMarkingRemoved,
  measureAdded,
  measureRelaxed,
  measureRemoved,
  measurementRecorded,
  negativeCaseRemoved,
  notApplicableDeclared,
  objectAdded,
  objectRemoved,
  outOfScopeExtended,
  outputAdded,
  outputApproverWidened,
  outputCalculationChanged,
  outputFieldAdded,
  outputFieldRemoved,
  outputIssueGateWeakened,
  outputKindChanged,
  outputLineageChanged,
  outputRemoved,
  outputTemplateChanged,
  ownershipAssigned,
  ownershipConflictRuleChanged,
  ownershipGranularityChanged,
  ownershipHandoverMoved,
  ownershipRemoved,
  packageIdentityChanged,
  permissionGranted,
  permissionRevoked,
  phaseAdded,
  phaseCriteriaRelaxed,
  phaseRemoved,
  phaseScopeChanged,
  privilegedPermissionGranted,
  processStepAdded,
  processStepRemoved,
  processStepReordered,
  productLineChanged,
  qualityUnitWidened,
  quantityBasisChanged,
  rationaleChanged,
  rationaleRemoved,
  reasonCaptureRemoved,
  recordBecameRegulated,
  recordContentExtended,
  recordContentReduced,
  recordDeregulated,
  recordExportChanged,
  recordKeepingChanged,
  recordMadeErasable,
  recordMediumChanged,
  recordVersioningDisabled,
  releasePathOpened,
  renameClaimInvalid,
  reportAdded,
  reportChanged,
  reportRemoved,
  requiredCasesNarrowed,
  requiredCasesWidened,
  requirementAdded,
  requirementClassificationChanged,
  requirementCriticalityLowered,
  requirementRemoved,
  requirementTextChanged,
  residualRiskAcceptanceChanged,
  retentionLengthened,
  retentionShortened,
  retentionTriggerChanged,
  retiredIdReleased,
  riskAdded,
  riskControlRemoved,
  riskDescriptionChanged,
  riskRatingLowered,
  riskRatingRaised,
  riskRemoved,
  riskTeamChanged,
  roleAdded,
  roleDepartmentChanged,
  roleInheritanceWidened,
  roleMadeHuman,
  roleQualificationRemoved,
  roleRemoved,
  roleRenamed,
  roundingPointMoved,
  roundingRuleChanged,
  scopingChanged,
  serviceAccountScopeWidened,
  setAdded,
  setEffectChanged,
  setRemoved,
  setRewritten,
  setUnknownChanged,
  severityOverrideLowered,
  signatureAdded,
  signatureBindingWeakened,
  signatureCodeChanged,
  signatureMeaningChanged,
  signatureRemoved,
  signatureSignerWidened,
  signatureStrengthWeakened,
  sodConstraintAdded,
  sodConstraintRemoved,
  sodConstraintWeakened,
  stateAdded,
  stateBecameTerminal,
  stateClassChanged,
  stateMadeResting,
  stateMadeUnusable,
  stateMadeUsable,
  stateRemoved,
  stateReopened,
  stepBindingChanged,
  stepExecutionModeChanged,
  stewardChanged,
  syncAdded,
  syncAuthorityChanged,
  syncConflictPolicyChanged,
  syncConflictPolicyWeakened,
  syncLagRelaxed,
  syncProjectionChanged,
  syncRemoved,
  systemAdded,
  systemBackupChanged,
  systemCustomPartsChanged,
  systemFunctionsChanged,
  systemGampCategoryLowered,
  systemGampCategoryRaised,
  systemGxpClassLowered,
  systemGxpClassRaised,
  systemHostingChanged,
  systemIdentitySourceChanged,
  systemOfRecordChanged,
  systemOutageToleranceRelaxed,
  systemRemoved,
  systemSupplierAssessmentChanged,
  systemSupportChanged,
  systemTimeBasisChanged,
  systemVersionChanged,
  technicalAccountRemoved,
  technicalAccountWidened,
  testAcceptanceCriteriaChanged,
  testAdded,
  testLevelLowered,
  testProcedureChanged,
  testRemoved,
  timerChanged,
  traceLinkRemoved,
  transformBecameLossy,
  transformChainReordered,
  transformChanged,
  transformReferenceDataChanged,
  transitionAdded,
  transitionAutomated,
  transitionEventChanged,
  transitionMadeCorrection,
  transitionMadeManual,
  transitionRemoved,
  transitionRetargeted,
  transitionRoleNarrowed,
  transitionRoleReplaced,
  transitionRoleWidened,
  transitionStartDeclared,
  transitionStartUndeclared,
  unclassifiedChange,
  unitAdded,
  unitConversionAdded,
  unitConversionDeclared,
  unitConversionFactorChanged,
  unitConversionRemoved,
  unitConversionWithdrawn,
  unitDefinitionChanged,
  unitRemoved,
  valueMapAdded,
  valueMapBecameLossy,
  valueMapDirectionChanged,
  valueMapEntryAdded,
  valueMapEntryRemoved,
  valueMapEntryRetargeted,
  valueMapFallbackAdded,
  valueMapFallbackChanged,
  valueMapFallbackRemoved,
  valueMapRemoved,
  valueTypeDeclared,
  valueTypeWithdrawn,
  waiverAdded,
  waiverBroadened,
  waiverRemoved,
  writerAdded,
  writerRemoved,
];
