import type { LintFinding } from '../rules/finding.ts';
import { AUTHORED_SECTIONS, misplacedTexts, textOfChange } from './authored-sections.ts';
import { declaredBaseline } from './baseline.ts';
import { changesAssessed } from './change-records.ts';
import type { DocumentContext } from './document-context.ts';
import { STEP_CELLS, stepRows } from './responsibility/step-rows.ts';
import type { DocumentCode, DocumentStatus } from './document-type.ts';

/** Errors that are named one by one before the rest is counted. */
const NAMED_ERRORS = 4;

/** Process steps that are named before the rest is counted. */
const NAMED_STEPS = 6;

/** DRAFT with every reason, or FOR APPROVAL. No document of a tool is ever more than that. */
export function documentStatus(type: DocumentCode, context: DocumentContext): DocumentStatus {
  const reasons = [
    ...treeReasons(context),
    ...baselineReasons(context),
    ...errorReasons(context),
    ...(type === 'IA' ? changeReasons(context) : []),
    ...(type === 'RSP' ? stepReasons(context) : []),
    ...authoredReasons(type, context),
    ...misplacedTexts(context.head.model)
      .filter(({ text }) => text.attributes.document === type)
      .map(({ message, hint }) => `${message} ${hint}`),
  ];
  return { word: reasons.length === 0 ? 'FOR APPROVAL' : 'DRAFT', reasons };
}

function treeReasons({ head }: DocumentContext): readonly string[] {
  const { kind, modified, commit } = head.identity;
  if (kind === 'folder') return ['Head is a plain folder: no commit holds it.'];
  return modified ? [`The files of head differ from commit ${short(commit)}.`] : [];
}

function baselineReasons(context: DocumentContext): readonly string[] {
  const { base } = context;
  if (declaredBaseline(context) !== undefined) return [];
  if (base.identity.kind === 'none') return ['There is no base: everything is new, and no baseline is declared.'];
  if (base.identity.kind !== 'commit') return [`Base is a ${base.identity.kind}, which cannot be a declared baseline.`];
  return [`Base commit ${short(base.identity.commit)} is not a declared baseline (baselines in the project file).`];
}

function errorReasons({ head }: DocumentContext): readonly string[] {
  const open = openErrors(head.lint);
  const named = open
    .slice(0, open.length > NAMED_ERRORS ? NAMED_ERRORS - 1 : NAMED_ERRORS)
    .map((finding) => `Open error: ${finding.ruleId} on ${nameOf(finding)}.`);
  const more = open.length - named.length;
  return more > 0 ? [...named, `${more} more errors are open.`] : named;
}

/** Errors of the check that no valid waiver covers. */
export function openErrors(lint: readonly LintFinding[]): readonly LintFinding[] {
  return lint.filter(({ severity, waiver }) => severity === 'error' && waiver?.valid !== true);
}

function nameOf({ element, at }: LintFinding): string {
  return element === undefined ? at.file : `${element.kind.replaceAll('-', ' ')} ${element.id}`;
}

function changeReasons(context: DocumentContext): readonly string[] {
  return changesAssessed(context).length === 0 ? ['No change record is new or changed in head (changes).'] : [];
}

/** The matrix of process steps is the core of its document: an unanswered cell keeps it from approval. */
function stepReasons({ head }: DocumentContext): readonly string[] {
  const rows = stepRows(head);
  if (rows.length === 0) return ['No process step is declared (steps).'];
  const open = rows
    .filter((row) => STEP_CELLS.some((name) => row[name].standing === 'not declared'))
    .map(({ id }) => id);
  if (open.length === 0) return [];
  const named =
    open.length > NAMED_STEPS
      ? `${open.slice(0, NAMED_STEPS).join(', ')} and ${open.length - NAMED_STEPS} more`
      : open.join(', ');
  return [`Process steps with a cell that is not declared: ${named}.`];
}

function authoredReasons(type: DocumentCode, context: DocumentContext): readonly string[] {
  const changes = changesAssessed(context);
  const required = AUTHORED_SECTIONS.filter(({ document, required: needed }) => document === type && needed);
  const open = required.filter(
    ({ fromChange }) => fromChange === undefined || !changes.some(({ attributes }) => answers(attributes, fromChange)),
  );
  const state = new Map(
    open.map(({ section }) => [section, textOfChange(context.base.model, context.head.model, section)]),
  );
  const missing = open.filter(({ section }) => state.get(section) === undefined).map(({ section }) => section);
  const stale = open.filter(({ section }) => state.get(section) === 'unchanged').map(({ section }) => section);
  return [
    ...(missing.length === 0 ? [] : [`Not written: ${missing.join(', ')} (texts of document ${type}).`]),
    ...(stale.length === 0 ? [] : [`Not written for this change, still the text of base: ${stale.join(', ')}.`]),
  ];
}

function answers(attributes: Readonly<Record<string, unknown>>, name: string): boolean {
  const value = attributes[name];
  const reasons = attributes['notApplicable'] as Readonly<Record<string, string>> | undefined;
  return (typeof value === 'string' ? value.trim() !== '' : value !== undefined) || reasons?.[name] !== undefined;
}

function short(commit: string | undefined): string {
  return commit?.slice(0, 12) ?? 'unknown';
}
