import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { Position } from '../../core/diagnostics/location.ts';
import { nearestWord } from '../../core/diagnostics/nearest-word.ts';
import { compareText } from '../../core/diagnostics/order.ts';
import type { Digest } from '../../core/digest.ts';
import { decodeSpecText, pointLocation } from '../../core/source/decode.ts';
import type { SourceRevision, TemplateFile } from '../../core/source/source-file.ts';
import { TemplateFailure } from '../template-failure.ts';
import { namedValues } from '../template-paths.ts';
import { parseTemplates } from '../template-syntax.ts';
import { originOf } from './ejected-template.ts';
import type { DocumentTemplates } from './render-document.ts';
import { DOCUMENT_VALUES } from './values/index.ts';
import { omittedValues } from './values/omitted-values.ts';
import { viewSchema } from './values/template-value.ts';

/** A template of the project that takes the place of one of the tool, or is a partial of its own. */
export interface SiteTemplate {
  readonly kind: 'document' | 'partial';
  /** `impact-assessment`, `scope`. */
  readonly name: string;
  /** Path below the project folder. */
  readonly file: string;
  readonly sha256: string;
}

/** What documents of a project are laid out by: the templates of the tool, and in their place those of the project. */
export interface LaidOutBy extends DocumentTemplates {
  /** Sorted by file. */
  readonly site: readonly SiteTemplate[];
  /** Files that cannot be read as text. */
  readonly diagnostics: readonly Diagnostic[];
}

type Templates = Omit<LaidOutBy, 'diagnostics'>;

const DOCUMENT = '.md.hbs';
const PARTIAL = /^partials\/(.+)\.hbs$/;

/** Puts the templates of a revision in the place of those of the tool; whether they are right is not asked here. */
export function laidOutBy(shipped: DocumentTemplates, revision: SourceRevision): LaidOutBy {
  const documents = new Map(shipped.documents);
  const partials = new Map(shipped.partials);
  const site: SiteTemplate[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const template of revision.templates ?? []) {
    const { text, diagnostics: unreadable } = decodeSpecText(template.bytes, revision.identity.label, template.file);
    diagnostics.push(...unreadable);
    if (unreadable.length > 0) continue;
    const one = siteTemplate(template);
    site.push(one);
    (one.kind === 'partial' ? partials : documents).set(one.name, text.replaceAll('\r\n', '\n'));
  }
  return { documents, partials, site, diagnostics };
}

function siteTemplate({ name, file, sha256 }: TemplateFile): SiteTemplate {
  const partial = PARTIAL.exec(name)?.[1];
  return partial === undefined
    ? { kind: 'document', name: name.slice(0, -DOCUMENT.length), file, sha256 }
    : { kind: 'partial', name: partial, file, sha256 };
}

/** How messages call templates: those of the project by their file. */
export function shownNames(site: readonly SiteTemplate[]): {
  readonly document: (id: string) => string;
  readonly partials: ReadonlyMap<string, string>;
} {
  const of = (kind: SiteTemplate['kind']): ReadonlyMap<string, string> =>
    new Map(site.filter((one) => one.kind === kind).map(({ name, file }) => [name, file]));
  const documents = of('document');
  return { document: (id) => documents.get(id) ?? id, partials: of('partial') };
}

/** Partials by which a document is laid out, sorted. Throws a `TemplateFailure` where a template cannot be read. */
export function partialsOf(id: string, { documents, partials, site }: Templates): readonly string[] {
  const shown = shownNames(site);
  const request = { name: shown.document(id), text: documents.get(id) ?? '', partials, shownAs: shown.partials };
  return parseTemplates(request).reached.toSorted(compareText);
}

/** Templates of the project by which a document is laid out, sorted by file. Throws as `partialsOf` does. */
export function siteTemplatesOf(id: string, templates: Templates): readonly SiteTemplate[] {
  if (templates.site.length === 0) return [];
  const reached = partialsOf(id, templates);
  return templates.site.filter(({ kind, name }) => (kind === 'document' ? name === id : reached.includes(name)));
}

/**
 * What is wrong with the templates of a revision, in every branch, without printing anything: syntax, helpers, partials and the
 * values that they name. A partial that no document uses has no effect, which is said.
 */
export function checkSiteTemplates(
  shipped: DocumentTemplates,
  revision: SourceRevision,
  digest: Digest,
): readonly Diagnostic[] {
  const templates = laidOutBy(shipped, revision);
  const { label } = revision.identity;
  const found: Diagnostic[] = [...templates.diagnostics, ...unknownDocuments(templates.site, label)];
  const used = new Set<string>();
  for (const id of DOCUMENT_VALUES.keys()) {
    const problem = problemOf(() => {
      const own = siteTemplatesOf(id, templates);
      for (const { file } of own) used.add(file);
      const omitted = omittedBySite(id, shipped, templates);
      const [first] = own;
      if (omitted.length > 0 && first !== undefined) found.push(omission(id, omitted, first, label));
    });
    if (problem !== undefined) found.push(templateProblem(problem, id, templates, revision));
  }
  found.push(...unusedPartials(templates, used, revision), ...outdated(shipped, templates, revision, digest));
  const told = new Set<string>();
  return found.filter(({ at, message }) => {
    const key = `${at.file}:${at.span.start.line} ${message}`;
    return !told.has(key) && told.add(key) !== undefined;
  });
}

/**
 * Values that the tool's own template of a document shows and that of the project does not. Throws a `TemplateFailure` where the
 * template of the project is wrong.
 */
export function omittedBySite(id: string, shipped: DocumentTemplates, templates: Templates): readonly string[] {
  const values = DOCUMENT_VALUES.get(id);
  if (values === undefined || siteTemplatesOf(id, templates).length === 0) return [];
  const schema = viewSchema(values);
  const shown = shownNames(templates.site);
  const { documents, partials } = templates;
  const named = namedValues({
    name: shown.document(id),
    text: documents.get(id) ?? '',
    partials,
    shownAs: shown.partials,
    schema,
  });
  const usual = { name: id, text: shipped.documents.get(id) ?? '', partials: shipped.partials, schema };
  return omittedValues(schema, namedValues(usual), named);
}

function omission(
  id: string,
  omitted: readonly string[],
  { file }: SiteTemplate,
  label: SourceRevision['identity']['label'],
): Diagnostic {
  return {
    ruleId: 'template-omits',
    severity: 'warning',
    message: `The document ${id} does not show what the template of the tool does: ${omitted.join(', ')}.`,
    hint: 'What is left out is named on the first page of the document; the JSON twin holds every fact.',
    at: pointLocation(label, file),
  };
}

/** A mistake that came to light by reading or filling a template, where a person mends it. */
export function templateProblem(
  { at, problem, hint }: Pick<TemplateFailure, 'at' | 'problem' | 'hint'>,
  id: string,
  templates: Templates,
  { identity }: Pick<SourceRevision, 'identity'>,
): Diagnostic {
  const own = templates.site.find(({ file }) => file === at.template);
  // A partial of the tool that is handed what it does not know of: the mistake is that of who calls it.
  const caller = templates.site.find(({ kind, name }) => kind === 'document' && name === id) ?? templates.site[0];
  const file = own?.file ?? caller?.file ?? at.template;
  const where: Position = own === undefined ? { line: 1, column: 1 } : { line: at.line, column: 1 };
  const message =
    own === undefined ? `In the partial ${at.template} of the tool, line ${at.line}: ${problem}` : problem;
  return {
    ruleId: 'template-invalid',
    severity: 'error',
    message: `${message.charAt(0).toUpperCase()}${message.slice(1)}`,
    hint,
    at: pointLocation(identity.label, file, where),
  };
}

function problemOf(check: () => void): TemplateFailure | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof TemplateFailure) return error;
    throw error;
  }
}

function unknownDocuments(
  site: readonly SiteTemplate[],
  label: SourceRevision['identity']['label'],
): readonly Diagnostic[] {
  const known = [...DOCUMENT_VALUES.keys()];
  return site.flatMap(({ kind, name, file }): Diagnostic[] => {
    if (kind === 'partial' || known.includes(name)) return [];
    const near = nearestWord(name, known);
    return [
      {
        ruleId: 'template-misplaced',
        severity: 'error',
        message: `There is no document “${name}”: nothing would be laid out by this template.`,
        hint: near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean "${near}"?`,
        at: pointLocation(label, file),
      },
    ];
  });
}

/** A partial that nothing uses is checked by itself, and said. */
function unusedPartials(
  { site, partials }: LaidOutBy,
  used: ReadonlySet<string>,
  { identity: { label } }: SourceRevision,
): readonly Diagnostic[] {
  const shown = shownNames(site);
  return site.flatMap(({ kind, name, file }): Diagnostic[] => {
    if (kind === 'document' || used.has(file)) return [];
    const request = { name: file, text: partials.get(name) ?? '', partials, shownAs: shown.partials };
    const problem = problemOf(() => void parseTemplates(request));
    if (problem !== undefined)
      return [
        templateProblem(
          problem,
          '',
          { documents: new Map(), partials, site },
          { identity: { label, kind: 'folder', modified: false } },
        ),
      ];
    return [
      {
        ruleId: 'template-unused',
        severity: 'warning',
        message: `No document uses the partial “${name}”.`,
        hint: nearHint(
          name,
          [...partials.keys()].filter((one) => one !== name),
        ),
        at: pointLocation(label, file),
      },
    ];
  });
}

function nearHint(name: string, known: readonly string[]): string {
  const near = nearestWord(name, known);
  return near === undefined ? `Print it with {{> ${name}}}, or remove it.` : `Did you mean "${near}"?`;
}

/** Templates that were taken from one of the tool which says something else by now. */
function outdated(
  shipped: DocumentTemplates,
  { site, documents, partials }: LaidOutBy,
  { identity: { label } }: SourceRevision,
  digest: Digest,
): readonly Diagnostic[] {
  return site.flatMap(({ kind, name, file }): Diagnostic[] => {
    const [now, own] = kind === 'document' ? [shipped.documents, documents] : [shipped.partials, partials];
    const origin = originOf(own.get(name) ?? '');
    const text = now.get(name);
    if (origin === undefined || text === undefined || digest(new TextEncoder().encode(text)) === origin.sha256)
      return [];
    return [
      {
        ruleId: 'template-outdated',
        severity: 'warning',
        message: `This ${kind === 'document' ? 'template' : 'partial'} was taken from countersign ${origin.version}, whose own has changed since.`,
        hint: 'Compare it with the one of the tool (countersign templates eject), then take over its first line.',
        at: pointLocation(label, file),
      },
    ];
  });
}
