import type { Diagnostic } from '../core/diagnostics/diagnostic.ts';
import { Failure } from '../core/diagnostics/failure.ts';
import type { SourceRevision } from '../core/source/source-file.ts';
import { templateProblem, type LaidOutBy } from '../render/documents/site-templates.ts';
import { TemplateFailure } from '../render/template-failure.ts';

/** How writers say where a template wrote what they cannot lay out. */
const PLACE = / \(template (.+), line (\d+)\)/;

/**
 * A mistake of a template of the project that came to light only when its document was filled or laid out, as something wrong
 * in the specification; undefined for everything else, which is thrown on.
 */
export function siteMistake(
  error: unknown,
  id: string,
  templates: LaidOutBy,
  head: SourceRevision,
): Diagnostic | undefined {
  if (!(error instanceof Failure) || templates.site.length === 0) return undefined;
  if (error instanceof TemplateFailure) {
    const own = templates.site.some(({ file }) => file === error.at.template);
    const laidOut = templates.site.some(({ kind, name }) => kind === 'document' && name === id);
    return own || laidOut ? templateProblem(error, id, templates, head) : undefined;
  }
  const [place, template = '', line] = PLACE.exec(error.message) ?? [];
  if (place === undefined || !templates.site.some(({ file }) => file === template)) return undefined;
  const problem = error.message.replace(place, '');
  return templateProblem({ at: { template, line: Number(line) }, problem, hint: error.hint }, id, templates, head);
}
