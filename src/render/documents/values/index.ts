import { ELECTRONIC_RECORDS_ASSESSMENT_VALUES } from './electronic-records-assessment-values.ts';
import { IMPACT_ASSESSMENT_VALUES } from './impact-assessment-values.ts';
import { INSTALLATION_QUALIFICATION_VALUES } from './installation-qualification-values.ts';
import { INTERFACE_SPECIFICATION_VALUES } from './interface-specification-values.ts';
import { OPERATIONAL_QUALIFICATION_VALUES } from './operational-qualification-values.ts';
import { RESPONSIBILITY_MATRIX_VALUES } from './responsibility-matrix-values.ts';
import type { TemplateValues } from './template-value.ts';
import { TRACEABILITY_MATRIX_VALUES } from './traceability-matrix-values.ts';

/** What the template of each document may name, by the id of its type. */
export const DOCUMENT_VALUES: ReadonlyMap<string, TemplateValues> = new Map([
  ['impact-assessment', IMPACT_ASSESSMENT_VALUES],
  ['traceability-matrix', TRACEABILITY_MATRIX_VALUES],
  ['responsibility-matrix', RESPONSIBILITY_MATRIX_VALUES],
  ['interface-specification', INTERFACE_SPECIFICATION_VALUES],
  ['electronic-records-assessment', ELECTRONIC_RECORDS_ASSESSMENT_VALUES],
  ['installation-qualification', INSTALLATION_QUALIFICATION_VALUES],
  ['operational-qualification', OPERATIONAL_QUALIFICATION_VALUES],
]);
