import { nearestWord } from '../core/diagnostics/nearest-word.ts';
import { usageFailure } from '../core/diagnostics/failure.ts';
import { compareText } from '../core/diagnostics/order.ts';
import type { Digest } from '../core/digest.ts';
import { DOCUMENT_TYPES } from '../core/documents/index.ts';
import { ejectedText } from '../render/documents/ejected-template.ts';
import type { TemplateStore } from './ports.ts';

/** A template of the tool as a project takes it over. */
export interface EjectedTemplate {
  /** Below the folder of templates: `impact-assessment.md.hbs`, `partials/scope.hbs`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Templates of the tool as files of a project: those that are named, by document (`IA`, `impact-assessment`) or partial
 * (`scope`), else all. Throws a usage `Failure` for a name that there is not.
 */
export function ejectTemplates(
  shipped: TemplateStore,
  names: readonly string[],
  tool: { readonly version: string; readonly digest: Digest },
): readonly EjectedTemplate[] {
  const all = new Map([
    ...[...shipped.documents].map(([name, text]): [string, string] => [`${name}.md.hbs`, text]),
    ...[...shipped.partials].map(([name, text]): [string, string] => [`partials/${name}.hbs`, text]),
  ]);
  const paths = names.length === 0 ? [...all.keys()] : [...new Set(names.map((name) => pathOf(name, shipped)))];
  return paths.toSorted(compareText).map((path) => {
    const text = all.get(path) ?? '';
    return { path, text: ejectedText(path, text, { version: tool.version, sha256: tool.digest(text) }) };
  });
}

function pathOf(name: string, { documents, partials }: TemplateStore): string {
  const id = DOCUMENT_TYPES.find(({ type }) => type === name.toUpperCase())?.id ?? name;
  if (documents.has(id)) return `${id}.md.hbs`;
  const partial = name.replace(/^partials\//, '');
  if (partials.has(partial)) return `partials/${partial}.hbs`;
  const known = [...documents.keys(), ...partials.keys()];
  const near = nearestWord(name, [...known, ...DOCUMENT_TYPES.map(({ type }) => type)]);
  throw usageFailure(
    'template-unknown',
    `The tool has no template '${name}'.`,
    near === undefined ? `It has: ${known.join(', ')}.` : `Did you mean ${near}?`,
  );
}
