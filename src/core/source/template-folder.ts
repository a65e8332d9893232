import { isScalar } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Location } from '../diagnostics/location.ts';

/** The folder of templates that a project file declares. */
export interface TemplateFolder {
  /** Below the project folder, with `/` and without one at the end. */
  readonly path: string;
  /** Where the project file declares it. */
  readonly at: Location;
}

/** Reads the value of `templates`; a value of the wrong kind is for the language to complain about. */
export function readTemplateFolder(
  node: unknown,
  locate: (node: unknown) => Location,
): { readonly folder?: TemplateFolder; readonly diagnostics: readonly Diagnostic[] } {
  if (!isScalar(node) || typeof node.value !== 'string') return { diagnostics: [] };
  const at = locate(node);
  const path = folderPath(node.value);
  if (typeof path === 'string') return { folder: { path, at }, diagnostics: [] };
  return {
    diagnostics: [
      {
        ruleId: 'templates-folder-invalid',
        severity: 'error',
        message: path.problem,
        hint: 'Name a folder below the project folder, such as "templates".',
        at,
      },
    ],
  };
}

/** Whether a folder is that of the templates, leads to it or lies in it. */
export function leadsToTemplates(folder: TemplateFolder, path: string): boolean {
  return path === folder.path || folder.path.startsWith(`${path}/`) || path.startsWith(`${folder.path}/`);
}

function folderPath(text: string): string | { readonly problem: string } {
  if (text.trim() === '') return { problem: 'The folder of templates has no name.' };
  if (text.includes('\\'))
    return { problem: `"${text}" holds a backslash; folders are separated by "/" on every system.` };
  if (text.startsWith('/') || /^[A-Za-z]:/.test(text))
    return { problem: `"${text}" is an absolute path; templates lie below the project folder.` };
  if (/[*?[\]{}!]/.test(text)) return { problem: `"${text}" is a pattern; templates lie in one folder.` };
  const names = text.split('/').filter((name) => name !== '.' && name !== '');
  if (names.includes('..')) return { problem: `"${text}" leaves the project folder; ".." is not allowed.` };
  if (names.length === 0)
    return { problem: `"${text}" is the project folder itself; templates need one of their own.` };
  if (names.some((name) => name.toLowerCase() === '.git'))
    return { problem: `"${text}" lies in what belongs to git, which no revision holds.` };
  return names.join('/');
}
