import type { DocumentType } from './document-type.ts';
import { electronicRecordsAssessment } from './electronic-records-assessment.ts';
import { impactAssessment } from './impact-assessment.ts';
import { installationQualification } from './installation-qualification.ts';
import { interfaceSpecification } from './interface-specification.ts';
import { operationalQualification } from './operational-qualification.ts';
import { responsibilityMatrix } from './responsibility-matrix.ts';
import { traceabilityMatrix } from './traceability-matrix.ts';

/** Every type of document, in the order in which a package should be read. */
export const DOCUMENT_TYPES: readonly DocumentType[] = [
  impactAssessment,
  traceabilityMatrix,
  responsibilityMatrix,
  interfaceSpecification,
  electronicRecordsAssessment,
  installationQualification,
  operationalQualification,
];
