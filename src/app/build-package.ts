import type { DocumentContext, DocumentRevision, ExplorationFacts } from '../core/documents/document-context.ts';
import { composeFront } from '../core/documents/document-front.ts';
import { documentNumber } from '../core/documents/document-number.ts';
import type { DocumentCode, DocumentFront, DocumentType } from '../core/documents/document-type.ts';
import { DOCUMENT_TYPES } from '../core/documents/index.ts';
import { sourceHash } from '../core/evidence/source-hash.ts';
import type { PackagedAnalysis, PackagedDocument, PackagedTables } from '../core/evidence/package-input.ts';
import { planPackage, type PackagePlan } from '../core/evidence/package-plan.ts';
import type { Json } from '../core/language/canonical.ts';
import { LANGUAGE_VERSION } from '../core/language/collections.ts';
import { ruleStrength } from '../core/explore/strength/rule-strength.ts';
import { reportChange } from '../core/report/exploration-report.ts';
import { RULES_VERSION } from '../core/rules/rules-version.ts';
import type { SourceFile, SourceRevision } from '../core/source/source-file.ts';
import { traceRequirements } from '../core/trace/trace-requirements.ts';
import { coverPage } from '../render/cover-page.ts';
import { explorationData } from '../render/explore/exploration-json.ts';
import { comparisonData } from '../render/json/comparison-json.ts';
import { jsonText } from '../render/json/json-text.ts';
import { traceData } from '../render/json/trace-json.ts';
import { packageWorkbook } from '../render/lists/package-workbook.ts';
import { workbookSheets } from '../render/lists/workbook-sheets.ts';
import { renderDocument } from '../render/documents/render-document.ts';
import type { SiteLayout } from '../render/documents/site-notice.ts';
import { laidOutBy, omittedBySite, siteTemplatesOf, type LaidOutBy } from '../render/documents/site-templates.ts';
import type { AnalysedRevision } from './analyse-revision.ts';
import { assessProject, reportComparison, type ComparisonOutcome } from './compare-project.ts';
import type { AssessedComparison } from './compare-revisions.ts';
import { documentAttachments } from './document-attachments.ts';
import { placesOf } from './explore-job.ts';
import { listComparison } from './list-findings.ts';
import { siteMistake } from './site-mistake.ts';
import { WITHIN_A_COMPARISON } from './opened-paths.ts';
import type { Workbench } from './compose.ts';
import type { DocumentWriter, Progress, RangeRequest, TemplateStore, WorkbookWriter } from './ports.ts';

/** A package that is complete but not written. */
export interface PlannedBuild {
  readonly plan: PackagePlan;
  readonly comparison: AssessedComparison;
}

/** What a build needs beside the workbench. */
export interface BuildTools {
  readonly templates: TemplateStore;
  readonly writer: DocumentWriter;
  readonly workbooks: WorkbookWriter;
}

/** No day is later: waivers of a tree without a commit date count as expired, so that nothing rests on the day of the run. */
const NO_DAY = '9999-12-31';

/** Day of head's commit: documents know no other clock. */
function commitDay(head: SourceRevision): string {
  return head.identity.instant?.slice(0, 10) ?? NO_DAY;
}

/** Plans the evidence package of a change: every byte of it, in memory, before anything is written. */
export async function planBuild(
  workbench: Workbench,
  tools: BuildTools,
  request: RangeRequest,
  wanted: readonly DocumentCode[],
): Promise<ComparisonOutcome<PlannedBuild>> {
  const outcome = await assessProject(workbench, request, commitDay);
  if (outcome.kind === 'invalid') return outcome;
  const { comparison, notices } = outcome;
  const context = await documentContext(workbench, comparison);
  const { base, head } = comparison;
  const templates = laidOutBy(tools.templates, head.source);
  const sources = { base: sourcesOf(base.source), head: sourcesOf(head.source) };
  const documents: WrittenDocument[] = [];
  for (const type of DOCUMENT_TYPES.filter((one) => wanted.includes(one.type))) {
    workbench.progress.step(`Writing the ${type.title}`);
    try {
      // oxlint-disable-next-line no-await-in-loop -- one document at a time bounds the memory
      documents.push(await writeDocument(type, context, sources, tools, templates));
    } catch (error) {
      const mistake = siteMistake(error, type.id, templates, head.source);
      if (mistake === undefined) throw error;
      return { kind: 'invalid', diagnostics: [mistake], which: ['head'], notices };
    }
  }
  const report = { ...reportComparison(comparison, [], workbench.toolVersion), assessment: comparison.assessment };
  const project = head.model.project?.attributes.package ?? base.model.project?.attributes.package;
  workbench.progress.step('Writing the tables');
  const tables = await writeTables(workbench, comparison, context, tools);
  const plan = planPackage({
    tool: { name: 'countersign', version: workbench.toolVersion },
    rulesVersion: RULES_VERSION,
    languageVersion: LANGUAGE_VERSION,
    project: { id: project?.id ?? '', title: project?.title ?? '', version: project?.version ?? '' },
    base: base.source,
    head: head.source,
    documents,
    analyses: [
      {
        name: 'diff',
        data: jsonText(
          comparisonData(
            reportComparison(
              {
                base,
                head,
                diff: comparison.diff,
                exploration: comparison.exploration,
                judgement: comparison.judgement,
              },
              [],
              workbench.toolVersion,
            ),
          ),
        ),
      },
      { name: 'impact', data: jsonText(comparisonData(report)) },
      { name: 'trace', data: jsonText(traceData(context.trace, workbench.toolVersion)) },
      ...explorationAnalysis(comparison, workbench.toolVersion),
    ],
    tables,
    notices: [...new Set(documents.flatMap(({ notices: reasons }) => reasons)), ...siteNotices(documents)],
    digest: workbench.analysis.digest,
    drawCover: coverPage,
  });
  return { kind: 'compared', comparison: { plan, comparison }, notices };
}

/** Asks of what this change touches whether an invariant would notice if it asked for less; `explore --strength` asks of all. */
function withStrength(comparison: AssessedComparison, progress: Progress): ExplorationFacts {
  const { exploration, head, diff } = comparison;
  if (exploration.found?.complete !== true) return exploration;
  const about = new Set(diff.deltas.flatMap((delta) => (delta.action === 'removed' ? [] : [delta.after.id])));
  progress.step('Asking which weakenings of what changed no invariant would notice');
  return { ...exploration, strength: ruleStrength(head.model, { ...WITHIN_A_COMPARISON, about }) };
}

/** The tables of the package as a workbook; nothing in it depends on where the repository lies. */
async function writeTables(
  { analysis: { digest }, toolVersion }: Workbench,
  comparison: AssessedComparison,
  context: DocumentContext,
  tools: BuildTools,
): Promise<PackagedTables> {
  const { head, sourceHash: hash, trace } = context;
  const number = documentNumber('TAB', head.model.project);
  const findings = listComparison(comparison, undefined, { command: 'build', toolVersion, inRepository: '', digest });
  const workbook = packageWorkbook({
    number,
    findings,
    base: context.base.identity,
    traced: { identity: head.identity, model: head.model, derivation: head.derivation, trace },
    sourceHash: hash,
  });
  return { number, workbook: await tools.workbooks.write(workbookSheets(workbook)) };
}

/** What the search found, for programs; nothing where nothing was searched. */
function explorationAnalysis(
  { base, head, exploration }: AssessedComparison,
  toolVersion: string,
): readonly PackagedAnalysis[] {
  if (exploration.found === undefined) return [];
  const frame = { toolVersion, base: base.source.identity, head: head.source.identity };
  const places = placesOf(exploration.found, [head.model, base.model]);
  return [
    { name: 'exploration', data: jsonText(explorationData(reportChange(exploration.found, { ...frame, places }))) },
  ];
}

async function documentContext(workbench: Workbench, comparison: AssessedComparison): Promise<DocumentContext> {
  const { base, head, derivation } = comparison;
  const { commits, truncated } = await workbench.revisions.listCommits(base.source.identity, head.source.identity);
  const trace = traceRequirements({
    model: head.model,
    graph: head.graph,
    derivation: derivation.head,
    lint: head.lint,
    catalogue: workbench.catalogue,
  });
  const tool = { name: 'countersign', version: workbench.toolVersion };
  return {
    base: documentRevision(base, derivation.base),
    head: documentRevision(head, derivation.head),
    diff: comparison.diff,
    assessment: comparison.assessment,
    composedEffects: comparison.judgement.composedEffects,
    exploration: withStrength(comparison, workbench.progress),
    trace,
    catalogue: workbench.catalogue,
    questions: workbench.questions,
    commits: { list: commits, complete: !truncated },
    tool: { ...tool, rulesVersion: RULES_VERSION, languageVersion: LANGUAGE_VERSION },
    sourceHash: sourceHash(
      {
        tool,
        rulesVersion: RULES_VERSION,
        languageVersion: LANGUAGE_VERSION,
        base: base.source.files,
        head: head.source.files,
        templates: { base: base.source.templates ?? [], head: head.source.templates ?? [] },
      },
      workbench.analysis.digest,
    ),
    digest: workbench.analysis.digest,
  };
}

function documentRevision(revision: AnalysedRevision, derivation: DocumentRevision['derivation']): DocumentRevision {
  const { source, model, graph, diagnostics, lint } = revision;
  return { identity: source.identity, model, graph, diagnostics, lint, derivation };
}

interface WrittenDocument extends PackagedDocument {
  /** Why it is a draft. */
  readonly notices: readonly string[];
  /** Whether templates of the project lay it out. */
  readonly bySite: boolean;
}

/** What the cover says of documents that the project lays out itself. */
function siteNotices(documents: readonly WrittenDocument[]): readonly string[] {
  const types = documents.filter(({ bySite }) => bySite).map(({ type }) => type);
  return types.length === 0
    ? []
    : [`Templates of the project lay out ${types.join(', ')}: each says so first, and names what they leave out.`];
}

/** What a document is made from: the specification, and the templates that the project lays it out with. */
function sourcesOf({ files, templates = [] }: SourceRevision): readonly SourceFile[] {
  return [...files, ...templates];
}

async function writeDocument(
  type: DocumentType,
  context: DocumentContext,
  sources: Readonly<Record<'base' | 'head', readonly SourceFile[]>>,
  tools: BuildTools,
  templates: LaidOutBy,
): Promise<WrittenDocument> {
  const site: SiteLayout = {
    templates: siteTemplatesOf(type.id, templates),
    omitted: omittedBySite(type.id, tools.templates, templates),
  };
  const front = withSite(composeFront(type, context), site);
  const facts = type.compose(context, front) as Json;
  const rendered = renderDocument({ type, front, facts, context, templates, site });
  const data = jsonText({
    formatVersion: 1,
    tool: { name: context.tool.name, version: context.tool.version },
    document: front,
    facts,
  });
  const twin = { name: `${front.number}-${type.type}.json`, data };
  const attachments = documentAttachments(twin, type.type === 'IA' ? sources : { head: sources.head });
  const printed = await tools.writer.write({ ...rendered, attachments });
  return {
    number: front.number,
    type: type.type,
    title: front.title,
    revision: front.revision,
    status: front.status.word,
    notices: front.status.reasons,
    pdf: printed.bytes,
    data,
    outline: printed.outline,
    bySite: site.templates.length > 0,
  };
}

function withSite(front: DocumentFront, { templates }: SiteLayout): DocumentFront {
  if (templates.length === 0) return front;
  return { ...front, siteTemplates: templates.map(({ file, sha256 }) => ({ file, sha256 })) };
}
