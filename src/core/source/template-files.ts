import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { RevisionLabel } from '../diagnostics/location.ts';
import { compareText } from '../diagnostics/order.ts';
import { pointLocation } from './decode.ts';
import type { ProjectEntry, SelectedFiles } from './project-files.ts';
import { leadsToTemplates } from './template-folder.ts';
import type { TemplateFolder } from './template-folder.ts';

/** Largest template that is read, in bytes. */
export const MAX_TEMPLATE_BYTES = 256 * 1024;

/** Most templates and partials of one project. */
export const MAX_TEMPLATES = 200;

/** `impact-assessment.md.hbs` lays out a document. */
const DOCUMENT = /^[a-z][a-z0-9-]{0,63}\.md\.hbs$/;
/** `partials/scope.hbs` is a part that documents share. */
const PARTIAL = /^partials\/[a-z][a-z0-9-]{0,63}\.hbs$/;

/**
 * Chooses the templates of one revision, sorted by path. Links and submodules are never followed; a template where none is
 * looked for is said, since it would lay nothing out. Files of other kinds are left alone.
 */
export function selectTemplateFiles(
  all: readonly ProjectEntry[],
  folder: TemplateFolder,
  revision: RevisionLabel,
): SelectedFiles {
  const entries: ProjectEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of all.toSorted((a, b) => compareText(a.path, b.path))) {
    if (!leadsToTemplates(folder, entry.path)) continue;
    const name = entry.path.startsWith(`${folder.path}/`) ? entry.path.slice(folder.path.length + 1) : undefined;
    const problem = problemOf(entry, name, folder);
    if (problem !== undefined) diagnostics.push({ ...problem, at: pointLocation(revision, entry.path) });
    else if (name !== undefined && isTemplate(name)) entries.push(entry);
  }
  if (entries.length > MAX_TEMPLATES) diagnostics.push(tooMany(entries.length, folder));
  if (entries.length === 0 && diagnostics.length === 0) diagnostics.push(missing(folder));
  return { entries: entries.slice(0, MAX_TEMPLATES), diagnostics };
}

function isTemplate(name: string): boolean {
  return /\.hbs$/i.test(name);
}

function problemOf(
  { kind, path }: ProjectEntry,
  name: string | undefined,
  folder: TemplateFolder,
): Omit<Diagnostic, 'at'> | undefined {
  const error = (ruleId: string, message: string, hint: string): Omit<Diagnostic, 'at'> => ({
    ruleId,
    severity: 'error',
    message,
    hint,
  });
  switch (kind) {
    case 'symlink':
      return error(
        'file-is-symlink',
        `"${path}" is a symbolic link; links are never followed, so no template behind it was read.`,
        'Put the file itself into the folder of templates.',
      );
    case 'submodule':
      return error(
        'file-is-submodule',
        `"${path}" is a submodule (a repository of its own); no template in it was read.`,
        'Keep the templates in this repository.',
      );
    case 'special':
      return error('file-not-regular', `"${path}" is not an ordinary file; it was not read.`, 'Remove it.');
    case 'file':
      break;
  }
  if (name === undefined)
    return error(
      'templates-missing',
      `"${path}" is a file, so that there is no folder "${folder.path}" of templates.`,
      'Name a folder below the project folder, such as "templates".',
    );
  if (!isTemplate(name) || DOCUMENT.test(name) || (PARTIAL.test(name) && !name.endsWith('.md.hbs'))) return undefined;
  return error(
    'template-misplaced',
    `"${path}" stands where no template is looked for, or has a name that none can have.`,
    `Documents are ${folder.path}/<document>.md.hbs, partials ${folder.path}/partials/<partial>.hbs, in lower case.`,
  );
}

function tooMany(count: number, { path, at }: TemplateFolder): Diagnostic {
  return {
    ruleId: 'template-misplaced',
    severity: 'error',
    message: `"${path}" holds ${count} templates; a project may have ${MAX_TEMPLATES}.`,
    hint: 'Remove those that no document uses.',
    at,
  };
}

function missing({ path, at }: TemplateFolder): Diagnostic {
  return {
    ruleId: 'templates-missing',
    severity: 'error',
    message: `There is no template in "${path}": documents would be laid out by those of the tool.`,
    hint: `Write some there with countersign templates eject --out ${path}, or remove "templates".`,
    at,
  };
}
