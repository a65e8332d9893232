import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { saysInForce } from '../linting/declared.ts';
import { items, without } from './values.ts';
import { addedElement, removedElement } from './whole-element.ts';
import { listed, named, shift } from './wording.ts';

type Segregation = Element<'segregation'>;

/** Segregation rules that are gone or out of force, acts that one no longer names, and kinds of separation that it no longer has. */
export function removedSegregation(context: ChangeContext): readonly Verdict[] {
  const { base, inHead, changesOf } = context;
  return base.ofKind('segregation').flatMap((before): readonly Verdict[] => {
    if (!saysInForce(before.attributes.status)) return [];
    const after = inHead(before) as Segregation | undefined;
    if (after === undefined) return [{ ...removedElement(before), before }];
    const changes = changesOf(after);
    const retired = saysInForce(after.attributes.status)
      ? []
      : [
          {
            what: `${named(after)} is no longer in force.`,
            before,
            after,
            path: ['status'],
            values: valuesOf(changes, 'status'),
          },
        ];
    return [
      ...retired,
      ...fewerActs(before, after, changes, context),
      ...otherSeparation(before, after, changes, 'lost'),
      ...noOneBarred(before, after, changes, 'lost'),
    ];
  });
}

/** Segregation rules that are new or come into force, acts that one now names too, and whatever makes one stricter. */
export function addedSegregation(context: ChangeContext): readonly Verdict[] {
  const { head, inBase, changesOf } = context;
  return head.ofKind('segregation').flatMap((after): readonly Verdict[] => {
    const before = inBase(after) as Segregation | undefined;
    if (before === undefined) return [{ ...addedElement(after), after }];
    const changes = changesOf(after);
    const inForce =
      saysInForce(before.attributes.status) || !saysInForce(after.attributes.status)
        ? []
        : [
            {
              what: `${named(after)} comes into force.`,
              before,
              after,
              path: ['status'],
              values: valuesOf(changes, 'status'),
            },
          ];
    return [
      ...inForce,
      ...moreActs(before, after, changes),
      ...otherSeparation(before, after, changes, 'gained'),
      ...noOneBarred(before, after, changes, 'gained'),
      ...shifted(before, after, changes, 'stricter'),
    ];
  });
}

/** What makes a rule that stays in force weaker, or may: people check it, one record only, fewer barred, a new step for an old one. */
export function weakenedSegregation(context: ChangeContext): readonly Verdict[] {
  const { head, inBase, changesOf } = context;
  return head.ofKind('segregation').flatMap((after) => {
    const before = inBase(after) as Segregation | undefined;
    if (before === undefined) return [];
    const changes = changesOf(after);
    return [...otherActs(before, after, changes, context), ...shifted(before, after, changes, 'weaker')];
  });
}

interface ActsChange {
  readonly change: Change;
  readonly gone: readonly string[];
  /** New steps that stand for the ones that are gone; undefined where some act is still there, or has nothing in its place. */
  readonly replacing: readonly string[] | undefined;
}

/** Acts that the rule no longer names; where all of them are steps that are gone, with the new steps in their place. */
function lostActs(changes: readonly Change[], { head, base, inBase, inHead }: ChangeContext): readonly ActsChange[] {
  return changes.flatMap((change): readonly ActsChange[] => {
    const { path, from, to } = change;
    const gone = path[0] === 'acts' ? without(items(from), items(to)) : [];
    if (gone.length === 0) return [];
    const isGone = (act: string): boolean => {
      const step = base.get('transition', act);
      return step !== undefined && inHead(step) === undefined;
    };
    const replacing = without(items(to), items(from)).filter((act) => {
      const step = head.get('transition', act);
      return step !== undefined && inBase(step) === undefined;
    });
    return [{ change, gone, replacing: gone.every(isGone) && replacing.length >= gone.length ? replacing : undefined }];
  });
}

function fewerActs(
  before: Segregation,
  after: Segregation,
  changes: readonly Change[],
  context: ChangeContext,
): readonly Verdict[] {
  return lostActs(changes, context).flatMap(({ change: { path, from, to }, gone, replacing }) => {
    if (replacing !== undefined) return [];
    const values = { from: from ?? [], to: to ?? [] };
    return [{ what: `${named(after)} no longer separates ${listed(gone)}.`, before, after, path, values }];
  });
}

/** Whether the new step is what the old one was, nobody can tell from the rule: it counts as weaker until people have looked. */
function otherActs(
  before: Segregation,
  after: Segregation,
  changes: readonly Change[],
  context: ChangeContext,
): readonly Verdict[] {
  return lostActs(changes, context).flatMap(({ change: { path, from, to }, gone, replacing }) => {
    if (replacing === undefined) return [];
    const values = { from: from ?? [], to: to ?? [] };
    const what = `${named(after)} separates ${listed(replacing)} in place of ${listed(gone)}, which is gone.`;
    return [{ what, before, after, path, values }];
  });
}

function moreActs(before: Segregation, after: Segregation, changes: readonly Change[]): readonly Verdict[] {
  return changes.flatMap(({ path, from, to }) => {
    const come = path[0] === 'acts' ? without(items(to), items(from)) : [];
    if (come.length === 0) return [];
    return [
      {
        what: `${named(after)} now also separates ${listed(come)}.`,
        before,
        after,
        path,
        values: { from: from ?? [], to: to ?? [] },
      },
    ];
  });
}

/** A rule separates acts from each other, or bars roles from all of them: to change over loses one and gains the other. */
function otherSeparation(
  before: Segregation,
  after: Segregation,
  changes: readonly Change[],
  side: 'lost' | 'gained',
): readonly Verdict[] {
  const [was, is] = [before.attributes.barred !== undefined, after.attributes.barred !== undefined];
  if (was === is) return [];
  const barred = changes.filter(({ path }) => path[0] === 'barred').map(({ path }) => path.join('.'));
  const ways = ['that one person does two of the acts', 'that those who are barred do any of them'] as const;
  const what =
    side === 'lost'
      ? `${named(after)} no longer prevents ${was ? ways[1] : ways[0]}.`
      : `${named(after)} now prevents ${is ? ways[1] : ways[0]}.`;
  const values = { from: was ? 'barred' : 'separate', to: is ? 'barred' : 'separate' };
  return [{ what, before, after, path: ['barred'], values, explains: barred }];
}

/** A rule that barred somebody and bars nobody any more, or the reverse: what is left of it prevents nothing. */
function noOneBarred(
  before: Segregation,
  after: Segregation,
  changes: readonly Change[],
  side: 'lost' | 'gained',
): readonly Verdict[] {
  if (barsSomebody(side === 'lost' ? before : after) !== true) return [];
  if (barsSomebody(side === 'lost' ? after : before) !== false) return [];
  const barred = changes.filter(({ path }) => path[0] === 'barred').map(({ path }) => path.join('.'));
  const values = { from: barredBy(before), to: barredBy(after) };
  const what =
    side === 'lost'
      ? `${named(after)} bars nobody any more: nothing is left of it.`
      : `${named(after)} bars somebody, where it barred nobody.`;
  return [{ what, before, after, path: ['barred'], values, explains: barred }];
}

/** Undefined: the rule separates acts from each other and bars nobody by its kind. */
function barsSomebody(rule: Segregation): boolean | undefined {
  return rule.attributes.barred === undefined ? undefined : barredBy(rule).length > 0;
}

function barredBy({ attributes: { barred } }: Segregation): readonly string[] {
  return [...(barred?.kinds ?? []), ...(barred?.roles ?? [])];
}

/** Strictness of words that are ordered; what is not said is the default of the language. */
const STRICTNESS: Readonly<Record<string, { readonly fallback: string; readonly order: readonly string[] }>> = {
  enforced: { fallback: 'system', order: ['procedure', 'system'] },
  scope: { fallback: 'record', order: ['record', 'always'] },
};

function shifted(
  before: Segregation,
  after: Segregation,
  changes: readonly Change[],
  direction: 'weaker' | 'stricter',
): readonly Verdict[] {
  // All of them or none is more than a shift.
  const bars = barsSomebody(before) === true && barsSomebody(after) === true;
  return changes.flatMap(({ path, from, to }): readonly Verdict[] => {
    const [name = '', part] = path;
    const values = { from: from ?? [], to: to ?? [] };
    if (name === 'barred' && bars) {
      const names = direction === 'weaker' ? without(items(from), items(to)) : without(items(to), items(from));
      const says = direction === 'weaker' ? 'no longer bars' : 'now also bars';
      return names.length === 0
        ? []
        : [{ what: `${named(after)} ${says} ${listed(names)} (${part}).`, before, after, path, values }];
    }
    const known = STRICTNESS[name];
    if (known === undefined) return [];
    const [was, is] = [from, to].map((value) =>
      known.order.indexOf(typeof value === 'string' ? value : known.fallback),
    );
    if (was === undefined || is === undefined || (direction === 'weaker' ? is >= was : is <= was)) return [];
    const [said, now] = [from ?? known.fallback, to ?? known.fallback];
    return [
      { what: shift(`${named(after)}, ${name}`, said, now), before, after, path, values: { from: said, to: now } },
    ];
  });
}

function valuesOf(changes: readonly Change[], attribute: string): NonNullable<Verdict['values']> {
  const change = changes.find(({ path }) => path[0] === attribute);
  return { from: change?.from, to: change?.to };
}
