import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { usageFailure } from '../core/diagnostics/failure.ts';
import type { Failure } from '../core/diagnostics/failure.ts';
import { compareText } from '../core/diagnostics/order.ts';
import { PROJECT_FILE, readProjectHeader } from '../core/source/project-header.ts';
import { holdsProject } from './folder-source.ts';

/** Where the project is: a folder on disk, or only a wish that a revision may fulfil (bare repository, removed folder). */
export interface ProjectLocation {
  /** Absolute path of the folder that holds `countersign.yaml`; absent when no such folder is on disk. */
  readonly folder?: string;
  /** The folder that `--project` names, as an absolute path, whether it exists or not. */
  readonly asked?: string;
  readonly cwd: string;
}

/** Finds the project folder: the one that is named, else the nearest upward from the working directory. */
export async function locateProject(project: string | undefined, cwd: string): Promise<ProjectLocation> {
  if (project !== undefined) {
    const path = resolve(cwd, project);
    const asked = basename(path) === PROJECT_FILE ? dirname(path) : path;
    return (await holdsProject(asked)) ? { folder: asked, asked, cwd } : { asked, cwd };
  }
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (await holdsProject(folder)) return { folder, cwd };
    if (dirname(folder) === folder) return { cwd };
  }
}

/** Says that there is no project, and names those that lie a little deeper. */
export async function projectNotFound(location: ProjectLocation): Promise<Failure> {
  const below = await projectsBelow(location.cwd);
  const message =
    location.asked === undefined
      ? `There is no ${PROJECT_FILE} in ${location.cwd} or any folder above it.`
      : `There is no ${PROJECT_FILE} in ${location.asked}.`;
  const hint =
    below.length > 0
      ? `There is a project below: ${below.map((folder) => `--project ${folder}`).join(' or ')}`
      : `Start a project here: countersign init${location.asked === undefined ? '' : ` ${location.asked}`}`;
  return usageFailure('project-not-found', message, hint);
}

const LOOK_DOWN = 3;
const LOOK_AT = 500;

/** Project folders up to three levels down, sorted; a look around for a hint, not a search. */
async function projectsBelow(cwd: string): Promise<readonly string[]> {
  const found: string[] = [];
  let level = [cwd];
  let seen = 0;
  for (let depth = 0; depth < LOOK_DOWN && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      if ((seen += 1) > LOOK_AT) break;
      const children = await readdir(folder, { withFileTypes: true }).catch(() => []);
      for (const child of children) {
        if (!child.isDirectory() || child.name.startsWith('.') || child.name === 'node_modules') continue;
        const path = join(folder, child.name);
        if (await holdsProject(path).catch(() => false)) found.push(relative(cwd, path).replaceAll(sep, '/'));
        else next.push(path);
      }
    }
    level = next;
  }
  return found.sort(compareText).slice(0, 5);
}

/** Folders on disk that the project's globs look into, the part of each glob before its first wildcard; and that of its templates. */
export async function specFoldersOf(projectFolder: string): Promise<readonly string[]> {
  const bytes = await readFile(join(projectFolder, PROJECT_FILE)).catch(() => undefined);
  if (bytes === undefined) return [];
  const { patterns, templates } = readProjectHeader({ bytes, file: PROJECT_FILE, revision: 'head' });
  const folders = patterns.map(({ segments }) => {
    const fixed = segments
      .slice(0, -1)
      .filter((_, index) => !segments.slice(0, index + 1).some((one) => /[*?]/.test(one)));
    return join(projectFolder, ...fixed);
  });
  return templates === undefined ? folders : [...folders, join(projectFolder, ...templates.path.split('/'))];
}
