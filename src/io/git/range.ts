import { usageFailure } from '../../core/diagnostics/failure.ts';

/** One end of a comparison, as it was asked for. */
export type EndPoint =
  | { readonly kind: 'worktree' }
  | { readonly kind: 'index' }
  /** `mayBeFolder`: given by `--base` or `--head`, where the path of a folder is allowed as well. */
  | { readonly kind: 'revision'; readonly name: string; readonly mayBeFolder: boolean }
  | { readonly kind: 'folder'; readonly path: string }
  /** The main branch, whatever it is called here. */
  | { readonly kind: 'main' };

/** Two ends, and whether base is where they parted (`A...B`) or stands for itself (`A..B`). */
export interface Range {
  readonly base: EndPoint;
  readonly head: EndPoint;
  readonly fromMergeBase: boolean;
}

const HEAD: EndPoint = { kind: 'revision', name: 'HEAD', mayBeFolder: false };
const MAIN: EndPoint = { kind: 'main' };

/** Reads `A..B`, `A...B`, `A` (= `A...HEAD`), nothing (= `<main>...HEAD`), or `--base` and `--head`, which stand for themselves. */
export function parseRange(request: {
  readonly range?: string;
  readonly base?: string;
  readonly head?: string;
}): Range {
  const { range, base, head } = request;
  if (range !== undefined && (base !== undefined || head !== undefined)) {
    throw usageFailure(
      'range-given-twice',
      'A range and --base or --head were both given.',
      'Give either RANGE, or --base and --head.',
    );
  }
  if (range !== undefined) return parseRangeText(range);
  if (base === undefined && head === undefined) return { base: MAIN, head: HEAD, fromMergeBase: true };
  const headPoint = head === undefined ? HEAD : parseOption('--head', head);
  if (base !== undefined) return { base: parseOption('--base', base), head: headPoint, fromMergeBase: false };
  if (headPoint.kind === 'folder') {
    throw usageFailure(
      'base-missing',
      `--head ${head} is a folder, so it has no main branch to compare with.`,
      'Add --base REVISION or --base dir:FOLDER.',
    );
  }
  return { base: MAIN, head: headPoint, fromMergeBase: true };
}

/** Reads one revision where no comparison is asked for. */
export function parseRevision(text: string): EndPoint {
  if (text.includes('..')) {
    throw usageFailure(
      'revision-is-range',
      `"${text}" is a range, but one revision is wanted here.`,
      'Give one commit, tag or branch, or WORKTREE, or INDEX.',
    );
  }
  return parseOption('REV', text);
}

function parseRangeText(text: string): Range {
  const dots = text.includes('...') ? '...' : text.includes('..') ? '..' : '';
  if (text.startsWith('dir:')) {
    throw usageFailure(
      'folder-in-range',
      `"${text}" names a folder; a range is made of revisions.`,
      'Use --base dir:OLD --head dir:NEW.',
    );
  }
  if (dots === '') {
    const base = parsePoint(text);
    if (base.kind !== 'revision') {
      throw usageFailure(
        'range-incomplete',
        `"${text}" alone does not say what to compare with.`,
        `Write HEAD..${text}, or <main>..${text}.`,
      );
    }
    return { base, head: HEAD, fromMergeBase: true };
  }
  const at = text.indexOf(dots);
  const [left, right] = [text.slice(0, at), text.slice(at + dots.length)];
  if ((left === '' && right === '') || right.includes('..')) {
    throw usageFailure(
      'range-invalid',
      `"${text}" is not a range of two revisions.`,
      'Write A..B (literally) or A...B (from where B left A).',
    );
  }
  // As in git, an end that is left out is HEAD.
  return {
    base: left === '' ? HEAD : parsePoint(left),
    head: right === '' ? HEAD : parsePoint(right),
    fromMergeBase: dots === '...',
  };
}

function parseOption(option: string, text: string): EndPoint {
  if (text.startsWith('dir:')) {
    const path = text.slice('dir:'.length);
    if (path === '') throw usageFailure('folder-missing', `${option} ${text} names no folder.`, 'Write dir:PATH.');
    return { kind: 'folder', path };
  }
  const point = parsePoint(text);
  return point.kind === 'revision' ? { ...point, mayBeFolder: true } : point;
}

function parsePoint(text: string): EndPoint {
  if (text === 'WORKTREE') return { kind: 'worktree' };
  if (text === 'INDEX') return { kind: 'index' };
  if (text.trim() === '')
    throw usageFailure('revision-missing', 'An empty revision was given.', 'Give a commit, a tag or a branch.');
  return { kind: 'revision', name: text, mayBeFolder: false };
}
