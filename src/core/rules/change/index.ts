import type { ChangeRule } from '../change-rule.ts';
import { approvalRecordChanged } from './approval-record-changed.ts';
import { assuranceStrengthened } from './assurance-strengthened.ts';
import { codeAdded } from './code-added.ts';
import { codeMeaningChanged } from './code-meaning-changed.ts';
import { codeRemoved } from './code-removed.ts';
import { controlBypassIntroduced } from './control-bypass-introduced.ts';
import { criticalityLowered } from './criticality-lowered.ts';
import { displayTextChanged } from './display-text-changed.ts';
import { effectAdded } from './effect-added.ts';
import { effectRemoved } from './effect-removed.ts';
import { elementActivated } from './element-activated.ts';
import { elementRelocated } from './element-relocated.ts';
import { elementRenamed } from './element-renamed.ts';
import { fieldAddedOptional } from './field-added-optional.ts';
import { fieldAddedRequired } from './field-added-required.ts';
import { fieldBecameOptional } from './field-became-optional.ts';
import { fieldBecameRequired } from './field-became-required.ts';
import { fieldDefaultChanged } from './field-default-changed.ts';
import { fieldDefinitionChanged } from './field-definition-changed.ts';
import { fieldLengthNarrowed } from './field-length-narrowed.ts';
import { fieldLengthWidened } from './field-length-widened.ts';
import { fieldPatternTightened } from './field-pattern-tightened.ts';
import { fieldPrecisionReduced } from './field-precision-reduced.ts';
import { fieldRemoved } from './field-removed.ts';
import { fieldRenamed } from './field-renamed.ts';
import { fieldTypeChanged } from './field-type-changed.ts';
import { fieldUnitChanged } from './field-unit-changed.ts';
import { formattingChanged } from './formatting-changed.ts';
import { guardAdded } from './guard-added.ts';
import { guardChanged } from './guard-changed.ts';
import { guardDataSourceChanged } from './guard-data-source-changed.ts';
import { guardRemoved } from './guard-removed.ts';
import { guardTightened } from './guard-tightened.ts';
import { guardWeakened } from './guard-weakened.ts';
import { holdPrecedenceWeakened } from './hold-precedence-weakened.ts';
import { initialStateChanged } from './initial-state-changed.ts';
import { interfaceAdded } from './interface-added.ts';
import { interfaceDowntimeMadePermissive } from './interface-downtime-made-permissive.ts';
import { interfaceDowntimeNoteChanged } from './interface-downtime-note-changed.ts';
import { interfaceLatencyRelaxed } from './interface-latency-relaxed.ts';
import { interfaceRemoved } from './interface-removed.ts';
import { interfaceRetryIncreased } from './interface-retry-increased.ts';
import { interfaceRetryReduced } from './interface-retry-reduced.ts';
import { interfaceTriggerChanged } from './interface-trigger-changed.ts';
import { mappingAdded } from './mapping-added.ts';
import { mappingRemoved } from './mapping-removed.ts';
import { mappingSourceChanged } from './mapping-source-changed.ts';
import { mappingTargetChanged } from './mapping-target-changed.ts';
import { mappingValueMapReplaced } from './mapping-value-map-replaced.ts';
import { objectRemoved } from './object-removed.ts';
import { recordKeepingChanged } from './record-keeping-changed.ts';
import { renameClaimInvalid } from './rename-claim-invalid.ts';
import { requirementAdded } from './requirement-added.ts';
import { requirementRemoved } from './requirement-removed.ts';
import { requirementTextChanged } from './requirement-text-changed.ts';
import { roleRenamed } from './role-renamed.ts';
import { roundingRuleChanged } from './rounding-rule-changed.ts';
import { signatureAdded } from './signature-added.ts';
import { signatureMeaningChanged } from './signature-meaning-changed.ts';
import { signatureRemoved } from './signature-removed.ts';
import { stateAdded } from './state-added.ts';
import { stateMadeUsable } from './state-made-usable.ts';
import { stateRemoved } from './state-removed.ts';
import { syncAuthorityChanged } from './sync-authority-changed.ts';
import { syncProjectionChanged } from './sync-projection-changed.ts';
import { traceLinkRemoved } from './trace-link-removed.ts';
import { transitionAdded } from './transition-added.ts';
import { transitionAutomated } from './transition-automated.ts';
import { transitionRemoved } from './transition-removed.ts';
import { transitionRetargeted } from './transition-retargeted.ts';
import { transitionRoleNarrowed } from './transition-role-narrowed.ts';
import { transitionRoleWidened } from './transition-role-widened.ts';
import { unclassifiedChange } from './unclassified-change.ts';
import { unitConversionFactorChanged } from './unit-conversion-factor-changed.ts';
import { valueMapEntryAdded } from './value-map-entry-added.ts';
import { valueMapEntryRemoved } from './value-map-entry-removed.ts';
import { valueMapEntryRetargeted } from './value-map-entry-retargeted.ts';
import { valueMapFallbackAdded } from './value-map-fallback-added.ts';
import { waiverAdded } from './waiver-added.ts';
import { waiverRemoved } from './waiver-removed.ts';

/** Every change rule, by name. A new rule is a new file and one line here. */
export const CHANGE_RULES: readonly ChangeRule[] = [
  approvalRecordChanged,
  assuranceStrengthened,
  codeAdded,
  codeMeaningChanged,
  codeRemoved,
  controlBypassIntroduced,
  criticalityLowered,
  displayTextChanged,
  effectAdded,
  effectRemoved,
  elementActivated,
  elementRelocated,
  elementRenamed,
  fieldAddedOptional,
  fieldAddedRequired,
  fieldBecameOptional,
  fieldBecameRequired,
  fieldDefaultChanged,
  fieldDefinitionChanged,
  fieldLengthNarrowed,
  fieldLengthWidened,
  fieldPatternTightened,
  fieldPrecisionReduced,
  fieldRemoved,
  fieldRenamed,
  fieldTypeChanged,
  fieldUnitChanged,
  formattingChanged,
  guardAdded,
  guardChanged,
  guardDataSourceChanged,
  guardRemoved,
  guardTightened,
  guardWeakened,
  holdPrecedenceWeakened,
  initialStateChanged,
  interfaceAdded,
  interfaceDowntimeMadePermissive,
  interfaceDowntimeNoteChanged,
  interfaceLatencyRelaxed,
  interfaceRemoved,
  interfaceRetryIncreased,
  interfaceRetryReduced,
  interfaceTriggerChanged,
  mappingAdded,
  mappingRemoved,
  mappingSourceChanged,
  mappingTargetChanged,
  mappingValueMapReplaced,
  objectRemoved,
  recordKeepingChanged,
  renameClaimInvalid,
  requirementAdded,
  requirementRemoved,
  requirementTextChanged,
  roleRenamed,
  roundingRuleChanged,
  signatureAdded,
  signatureMeaningChanged,
  signatureRemoved,
  stateAdded,
  stateMadeUsable,
  stateRemoved,
  syncAuthorityChanged,
  syncProjectionChanged,
  traceLinkRemoved,
  transitionAdded,
  transitionAutomated,
  transitionRemoved,
  transitionRetargeted,
  transitionRoleNarrowed,
  transitionRoleWidened,
  unclassifiedChange,
  unitConversionFactorChanged,
  valueMapEntryAdded,
  valueMapEntryRemoved,
  valueMapEntryRetargeted,
  valueMapFallbackAdded,
  waiverAdded,
  waiverRemoved,
];
