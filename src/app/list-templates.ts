import type { Diagnostic } from '../core/diagnostics/index.ts';
import { Failure } from '../core/diagnostics/failure.ts';
import { compareText } from '../core/diagnostics/order.ts';
import { DOCUMENT_TYPES } from '../core/documents/index.ts';
import type { TemplateEntry, TemplateReport } from '../core/report/template-report.ts';
import type { RevisionIdentity, SourceRevision } from '../core/source/source-file.ts';
import { laidOutBy, omittedBySite, partialsOf, type LaidOutBy } from '../render/documents/site-templates.ts';
import type { Workbench } from './compose.ts';
import type { TemplateStore } from './ports.ts';

/** The list, or the errors for which there is none. */
export type TemplateListing =
  | { readonly kind: 'listed'; readonly report: TemplateReport; readonly notices: readonly string[] }
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[]; readonly notices: readonly string[] };

/**
 * Says which template lays out each document of a revision; without a revision that of the files as they lie there, and where
 * there is no project and none was asked for, that of the tool.
 */
export async function listTemplates(
  workbench: Workbench,
  shipped: TemplateStore,
  asked: { readonly revision?: string | undefined; readonly project?: string | undefined },
): Promise<TemplateListing> {
  const read = await readRevision(workbench, asked);
  if (read === undefined) {
    const none: SourceRevision = { identity: { label: 'head', kind: 'none', modified: false }, files: [] };
    return { kind: 'listed', report: reportOf(workbench, shipped, none), notices: [] };
  }
  const diagnostics = [...read.diagnostics, ...(await workbench.checkTemplates(read.revision))];
  if (diagnostics.some(({ severity }) => severity === 'error'))
    return { kind: 'invalid', diagnostics, notices: read.notices };
  return { kind: 'listed', report: reportOf(workbench, shipped, read.revision), notices: read.notices };
}

async function readRevision(
  { revisions }: Workbench,
  { revision, project }: { readonly revision?: string | undefined; readonly project?: string | undefined },
) {
  try {
    return await revisions.readOne(revision, 'head');
  } catch (error) {
    const nothingAsked = revision === undefined && project === undefined;
    if (nothingAsked && error instanceof Failure && error.code === 'project-not-found') return undefined;
    throw error;
  }
}

function reportOf(
  { analysis, toolVersion }: Workbench,
  shipped: TemplateStore,
  source: SourceRevision,
): TemplateReport {
  const templates = laidOutBy(shipped, source);
  const entry = entryOf(templates, analysis.digest);
  const documents = DOCUMENT_TYPES.map(({ id, type, title }) => ({
    type,
    title,
    ...entry('document', id),
    partials: partialsOf(id, templates),
    omits: omittedBySite(id, shipped, templates),
  }));
  return {
    revision: revisionName(source.identity),
    documents,
    partials: [...templates.partials.keys()].toSorted(compareText).map((name) => ({
      ...entry('partial', name),
      usedBy: documents.filter(({ partials }) => partials.includes(name)).map(({ type }) => type),
    })),
    toolVersion,
  };
}

function entryOf(templates: LaidOutBy, digest: Workbench['analysis']['digest']) {
  return (kind: 'document' | 'partial', name: string): TemplateEntry => {
    const own = templates.site.find((one) => one.kind === kind && one.name === name);
    const text = (kind === 'document' ? templates.documents : templates.partials).get(name) ?? '';
    return own === undefined
      ? { name, source: 'shipped', file: null, sha256: digest(text) }
      : { name, source: 'site', file: own.file, sha256: own.sha256 };
  };
}

function revisionName({ kind, commit }: RevisionIdentity): string | null {
  if (kind === 'none') return null;
  return kind === 'commit' ? (commit ?? kind) : kind;
}
