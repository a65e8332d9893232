import { escapeName } from './escape-name.ts';

/** Longest name of a file or folder, in bytes, that common file systems keep. */
const LONGEST_SEGMENT = 255;

/** Longest path below the package folder, in bytes: a quarter of what POSIX systems take, so the folder above has room. */
const LONGEST_PATH = 1024;

/** Device names, hidden names and characters are judged by the escape itself: a portable name is one it leaves alone. */
function isPortableSegment(segment: string): boolean {
  // A name that was escaped is portable too; its tildes are what the escape added.
  return segment !== '' && escapeName(segment).replaceAll('~7E', '~') === segment;
}

/**
 * Why a path cannot stand in a package, or `undefined` when it can: relative, `/` between segments, no `.` or `..`,
 * nothing that a file system drops, folds, forbids or hides.
 */
export function portablePathProblem(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute';
  if (path.includes('\\')) return 'contains a backslash';
  if (path.length > LONGEST_PATH) return `is longer than ${LONGEST_PATH} characters`;
  for (const segment of path.split('/')) {
    if (segment === '') return 'has an empty segment';
    if (segment === '.' || segment === '..') return `has the segment '${segment}', which leads elsewhere`;
    if (segment.length > LONGEST_SEGMENT) return `has a name longer than ${LONGEST_SEGMENT} bytes`;
    if (!isPortableSegment(segment)) return 'has a name that some file system changes, hides or refuses';
  }
  return undefined;
}

/** One text for all paths that some file system takes for the same: regardless of case and of Unicode normalisation. */
export function foldPath(path: string): string {
  return path.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

/** The folders above a path, outermost first: `a/b/c` gives `a` and `a/b`. */
export function foldersAbove(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('/'));
}
