import type { Change } from '../../diff/delta.ts';
import type { Verdict } from '../change-rule.ts';
import { items, without } from './values.ts';
import { listed, named, shown } from './wording.ts';

const EFFECTS: Readonly<Record<string, string>> = {
  emits: 'sends',
  does: 'does',
  creates: 'creates',
  fills: 'has entered',
};

/** What a step does besides, and did not do before, or the reverse. Another order or another content is neither. */
export function effectVerdict({ after, path, from, to }: Change, aspect: 'added' | 'removed'): readonly Verdict[] {
  const effect = path[0] ?? '';
  const verb = EFFECTS[effect] ?? effect;
  const say = (what: string): Verdict => ({
    what:
      aspect === 'added' ? `${named(after)} now also ${verb} ${what}.` : `${named(after)} no longer ${verb} ${what}.`,
  });
  if (path.length > 1) {
    const [there, gone] = aspect === 'added' ? [to, from] : [from, to];
    return there !== undefined && gone === undefined ? [say(`${path.slice(1).join('.')} (${shown(there)})`)] : [];
  }
  const [was, is] = [items(from), items(to)];
  if (effect === 'emits' && isReordered(was, is)) return [];
  const names = aspect === 'added' ? without(is, was) : without(was, is);
  return names.length === 0 ? [] : [say(listed(names))];
}

function isReordered(was: readonly string[], is: readonly string[]): boolean {
  const kept = (list: readonly string[], other: readonly string[]): string =>
    list.filter((name) => other.includes(name)).join();
  return kept(was, is) !== kept(is, was);
}
