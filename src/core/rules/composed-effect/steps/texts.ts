import { numberAt, textAt } from '../../linting/structured-value.ts';
import type { Json } from '../../../language/canonical.ts';
import { EMPTY, text, unknown } from '../value.ts';
import type { Stage } from '../value.ts';

/** Blanks off; other white space is not blank. */
export function trim(value: string, side: string): Stage {
  const left = side === 'right' ? value : value.replace(/^ +/u, '');
  return text(side === 'left' ? left : left.replace(/ +$/u, ''));
}

/** Letters by the Unicode default mapping, of no language. */
export function changeCase(value: string, how: string): Stage {
  return text(how === 'upper' ? value.toUpperCase() : value.toLowerCase());
}

/** Fills up to `to` characters; a longer text stays. */
export function pad(value: string, how: Json, side: 'left' | 'right'): Stage {
  const [fill, to] = [textAt(how, 'with'), numberAt(how, 'to')];
  if (fill === undefined || to === undefined || [...fill].length !== 1)
    return unknown('with what it is filled up, and to which length, is not said');
  const missing = Math.max(0, to - [...value].length);
  return text(side === 'left' ? fill.repeat(missing) + value : value + fill.repeat(missing));
}

/** Characters `from` … of the text, counted from 1; what is not there is empty. */
export function part(value: string, how: Json): Stage {
  const [from, length] = [numberAt(how, 'from'), numberAt(how, 'length')];
  if (from === undefined || from < 1) return unknown('which part is taken is not said');
  const taken = [...value].slice(from - 1, length === undefined ? undefined : from - 1 + length).join('');
  return taken === '' ? EMPTY : text(taken);
}

/** Every occurrence, letter by letter. */
export function replace(value: string, how: Json): Stage {
  const [find, put] = [textAt(how, 'find'), textAt(how, 'with')];
  if (find === undefined || find === '' || put === undefined) return unknown('what is replaced by what is not said');
  return text(value.replaceAll(find, () => put));
}

/** The piece of this number, counted from 1; what is not there is empty. */
export function split(value: string, how: Json): Stage {
  const [on, take] = [textAt(how, 'on'), numberAt(how, 'take')];
  if (on === undefined || on === '' || take === undefined || take < 1)
    return unknown('which piece is taken is not said');
  const piece = value.split(on)[take - 1];
  return piece === undefined || piece === '' ? EMPTY : text(piece);
}
