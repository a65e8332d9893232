import type { DocumentContext } from '../../core/documents/document-context.ts';
import type { DocumentFront, DocumentType } from '../../core/documents/document-type.ts';
import type { ElectronicRecordsAssessmentFacts } from '../../core/documents/electronic-records-assessment.ts';
import type { ImpactAssessmentFacts } from '../../core/documents/impact-assessment.ts';
import type { InstallationQualificationFacts } from '../../core/documents/installation-qualification.ts';
import type { InterfaceSpecificationFacts } from '../../core/documents/interface-specification.ts';
import type { OperationalQualificationFacts } from '../../core/documents/operational-qualification.ts';
import type { ResponsibilityMatrixFacts } from '../../core/documents/responsibility-matrix.ts';
import type { TraceabilityMatrixFacts } from '../../core/documents/traceability-matrix.ts';
import { Failure } from '../../core/diagnostics/failure.ts';
import type { Json } from '../../core/language/canonical.ts';
import type { DocumentMeta, RenderedDocument } from '../blocks.ts';
import { renderTemplate } from '../template.ts';
import type { ViewData } from '../view-data.ts';
import { electronicRecordsAssessmentView } from './electronic-records-assessment-view.ts';
import { shownNames } from './site-templates.ts';
import { siteNotice, type SiteLayout } from './site-notice.ts';
import { impactAssessmentView } from './impact-assessment-view.ts';
import { installationQualificationView } from './installation-qualification-view.ts';
import { interfaceSpecificationView } from './interface-specification-view.ts';
import { operationalQualificationView } from './operational-qualification-view.ts';
import { responsibilityMatrixView } from './responsibility-matrix-view.ts';
import { traceabilityMatrixView } from './traceability-matrix-view.ts';
import { cleaned } from './view-words.ts';

/** Templates of the documents and what they share, by name. */
export interface DocumentTemplates {
  readonly documents: ReadonlyMap<string, string>;
  readonly partials: ReadonlyMap<string, string>;
}

/** A composed document, and what it is printed with. */
export interface DocumentRequest {
  readonly type: DocumentType;
  readonly front: DocumentFront;
  readonly facts: Json;
  readonly context: Pick<DocumentContext, 'tool'>;
  readonly templates: DocumentTemplates;
  /** What the project brings of the templates, and what they leave out; absent where the tool lays the document out. */
  readonly site?: SiteLayout;
}

/** Turns the facts of one document into the values that its template names. */
export type DocumentView = (facts: never, front: DocumentFront) => ViewData;

/** The view of each type of document, by its id; the template has the same name. */
export const DOCUMENT_VIEWS: ReadonlyMap<string, DocumentView> = new Map<string, DocumentView>([
  ['impact-assessment', (facts: ImpactAssessmentFacts, front) => impactAssessmentView(facts, front)],
  ['traceability-matrix', (facts: TraceabilityMatrixFacts, front) => traceabilityMatrixView(facts, front)],
  ['responsibility-matrix', (facts: ResponsibilityMatrixFacts, front) => responsibilityMatrixView(facts, front)],
  ['interface-specification', (facts: InterfaceSpecificationFacts, front) => interfaceSpecificationView(facts, front)],
  [
    'electronic-records-assessment',
    (facts: ElectronicRecordsAssessmentFacts, front) => electronicRecordsAssessmentView(facts, front),
  ],
  [
    'installation-qualification',
    (facts: InstallationQualificationFacts, front) => installationQualificationView(facts, front),
  ],
  [
    'operational-qualification',
    (facts: OperationalQualificationFacts, front) => operationalQualificationView(facts, front),
  ],
]);

/** The view data of a document, as its template gets them. */
export function documentView(type: Pick<DocumentType, 'id'>, facts: Json, front: DocumentFront): ViewData {
  const view = DOCUMENT_VIEWS.get(type.id);
  if (view === undefined)
    throw new Failure(
      5,
      'document-view-missing',
      `There is no view for the document ${type.id}.`,
      'Register one in DOCUMENT_VIEWS.',
    );
  return cleaned(view(facts as never, front));
}

/** Lays facts out by the template of their document type. */
export function renderDocument({ type, front, facts, context, templates, site }: DocumentRequest): RenderedDocument {
  const template = templates.documents.get(type.id);
  if (template === undefined)
    throw new Failure(5, 'template-missing', `There is no template ${type.id}.md.hbs.`, 'Install the package again.');
  const view = documentView(type, facts, front);
  const shown = shownNames(site?.templates ?? []);
  const blocks = renderTemplate({
    name: shown.document(type.id),
    text: template,
    partials: templates.partials,
    shownAs: shown.partials,
    view,
  });
  return { meta: metaOf(type, front, context), blocks: [...siteNotice(site), ...blocks] };
}

function metaOf(type: DocumentType, front: DocumentFront, { tool }: Pick<DocumentContext, 'tool'>): DocumentMeta {
  return {
    title: front.title,
    documentType: type.title,
    number: front.number,
    revision: front.revision,
    status: front.status.word,
    statusReasons: front.status.reasons,
    organisation: front.organisation,
    site: front.site,
    confidentiality: front.confidentiality,
    packageId: front.package.id,
    packageVersion: front.package.version,
    commit: front.commit,
    tree: front.tree,
    contentHash: front.contentHash,
    tool: tool.name,
    toolVersion: tool.version,
    generated: front.generated,
  };
}
