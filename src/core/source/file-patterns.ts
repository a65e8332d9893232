/**
 * File patterns of the project file's key `files`: `*` and `?` stay within one name, `**` as a whole name stands for any
 * number of folders, none included. A name that begins with a dot is matched only by a pattern that writes the dot.
 * Matching is by two pointers and never by a regular expression, so no pattern can make it slow.
 */
export interface FilePattern {
  /** As the user wrote it. */
  readonly text: string;
  readonly segments: readonly string[];
}

/** What is read when the project file has no `files`. */
export const DEFAULT_FILE_PATTERNS: readonly FilePattern[] = ['specs/**/*.yaml', 'specs/**/*.yml'].map((text) => ({
  text,
  segments: text.split('/'),
}));

/** A pattern ready for matching, or the sentence that says why it is none. */
export function readFilePattern(text: string): FilePattern | { readonly problem: string } {
  if (text.trim() === '') return { problem: 'The pattern is empty.' };
  if (text.includes('\\'))
    return { problem: `"${text}" holds a backslash; folders are separated by "/" on every system.` };
  if (text.startsWith('/') || /^[A-Za-z]:/.test(text)) {
    return { problem: `"${text}" is an absolute path; a pattern starts at the project folder.` };
  }
  if (/[[\]{}!]/.test(text)) return { problem: `"${text}" holds a bracket or "!"; a pattern knows only *, ? and **.` };
  const segments = text.split('/').filter((segment) => segment !== '.' && segment !== '');
  if (segments.includes('..')) return { problem: `"${text}" leaves the project folder; ".." is not allowed.` };
  if (segments.length === 0 || text.endsWith('/'))
    return { problem: `"${text}" names a folder; write "${text.replace(/\/*$/, '')}/**/*.yaml".` };
  const mixed = segments.find((segment) => segment !== '**' && segment.includes('**'));
  if (mixed !== undefined) return { problem: `"${mixed}" mixes ** with a name; ** must stand alone between two "/".` };
  // At the end, `**` means every file inside, not the folder itself.
  return { text, segments: segments.at(-1) === '**' ? [...segments, '*'] : segments };
}

/** Whether a pattern matches a path below the project folder (written with `/`). */
export function matchesPattern(pattern: FilePattern, path: string): boolean {
  return matchSegments(pattern.segments, path.split('/'), false);
}

/** Whether a pattern could match something inside a folder: what is hidden behind a link or submodule there would be missed. */
export function mayMatchBelow(pattern: FilePattern, folder: string): boolean {
  return matchSegments(pattern.segments, folder.split('/'), true);
}

/** With `below`, the names are those of a folder and it is enough that at least one segment is left for its content. */
function matchSegments(segments: readonly string[], names: readonly string[], below: boolean): boolean {
  let segment = 0;
  let name = 0;
  let star = -1;
  let resume = 0;
  while (name < names.length) {
    const wanted = segments[segment];
    const actual = names[name] ?? '';
    if (wanted === '**') {
      // A folder that only `**` has to cover is open to everything below.
      if (below && names.slice(name).every((rest) => !rest.startsWith('.'))) return true;
      star = segment;
      segment += 1;
      resume = name;
    } else if (wanted !== undefined && matchName(wanted, actual)) {
      segment += 1;
      name += 1;
    } else if (star !== -1 && !(names[resume] ?? '').startsWith('.')) {
      resume += 1;
      name = resume;
      segment = star + 1;
    } else {
      return false;
    }
  }
  if (below) return segment < segments.length;
  while (segments[segment] === '**') segment += 1;
  return segment === segments.length;
}

/** `*` and `?` within one name, in linear time but for the backing up to the last star. */
function matchName(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false;
  const wanted = [...pattern];
  const actual = [...name];
  let p = 0;
  let n = 0;
  let star = -1;
  let resume = 0;
  while (n < actual.length) {
    if (wanted[p] === '*') {
      star = p;
      p += 1;
      resume = n;
    } else if (wanted[p] !== undefined && (wanted[p] === '?' || wanted[p] === actual[n])) {
      p += 1;
      n += 1;
    } else if (star !== -1) {
      resume += 1;
      n = resume;
      p = star + 1;
    } else {
      return false;
    }
  }
  while (wanted[p] === '*') p += 1;
  return p === wanted.length;
}
