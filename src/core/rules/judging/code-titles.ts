import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';

/**
 * Whether a changed title is what a code means: it was said, says something else now, and no `meaning` stands beside it in both
 * revisions. Capital letters and white space do not make another meaning.
 */
export function isMeaningOfCode({ before, after, path, from, to }: Change): boolean {
  if (after.kind !== 'code' || path.join('.') !== 'title' || from === undefined) return false;
  const hasMeaning = [before, after].every(({ attributes }) => {
    const { meaning } = attributes as Element<'code'>['attributes'];
    return meaning !== undefined && meaning.trim() !== '';
  });
  return !hasMeaning && plain(from) !== plain(to);
}

function plain(title: Json | undefined): string {
  return typeof title === 'string' ? title.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim() : '';
}
