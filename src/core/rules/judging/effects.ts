import type { Change } from '../../diff/delta.ts';
import type { Verdict } from '../change-rule.ts';
import { items, without } from './values.ts';
import { listed, named, shift, shown } from './wording.ts';

const EFFECTS: Readonly<Record<string, string>> = {
  emits: 'sends',
  does: 'does',
  creates: 'creates',
  fills: 'has entered',
};

/** What a step does besides, and did not do before, or the reverse. */
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
  const names = aspect === 'added' ? without(is, was) : without(was, is);
  return names.length === 0 ? [] : [say(listed(names))];
}

/** Another order or number of messages, or another content of what is created or entered. */
export function reshapedEffect({ after, path, from, to }: Change): readonly Verdict[] {
  const effect = path[0] ?? '';
  const verb = EFFECTS[effect] ?? effect;
  if (path.length > 1) {
    if (from === undefined || to === undefined) return [];
    return [{ what: shift(`${named(after)} ${verb} ${path.slice(1).join('.')}`, from, to) }];
  }
  const [was, is] = [items(from), items(to)];
  if (effect !== 'emits' || kept(was, is) === kept(is, was)) return [];
  return [{ what: shift(`${named(after)} ${verb}, in this order`, from, to) }];
}

/** What both lists have, as often and in the order in which the first has it. */
function kept(list: readonly string[], other: readonly string[]): string {
  return list.filter((name) => other.includes(name)).join();
}
