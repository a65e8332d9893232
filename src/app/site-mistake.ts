import type { Diagnostic } from '../core/diagnostics/diagnostic.ts';
import type { SourceRevision } from '../core/source/source-file.ts';
import { templateProblem, type LaidOutBy } from '../render/documents/site-templates.ts';
import { LayoutFailure } from '../render/layout-failure.ts';
import { TemplateFailure } from '../render/template-failure.ts';

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
  if (templates.site.length === 0) return undefined;
  if (error instanceof TemplateFailure) {
    const own = templates.site.some(({ file }) => file === error.at.template);
    const laidOut = templates.site.some(({ kind, name }) => kind === 'document' && name === id);
    return own || laidOut ? templateProblem(error, id, templates, head) : undefined;
  }
  if (!(error instanceof LayoutFailure)) return undefined;
  const { at, problem, hint } = error;
  if (at === undefined || !templates.site.some(({ file }) => file === at.template)) return undefined;
  return templateProblem({ at, problem, hint }, id, templates, head);
}
