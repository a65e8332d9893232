import type { Change } from '../../diff/delta.ts';
import { compareDurations } from '../../diff/exact-amount.ts';
import type { Json } from '../../language/canonical.ts';
import type { AttributeClaim, Verdict } from '../change-rule.ts';
import type { ChangeClass, Finding, Risk } from '../finding.ts';
import { DEFAULT_GATE, isStopped } from '../gate.ts';
import { DEFAULT_MAX_WAIVER } from '../waivers.ts';
import { growth, items, without } from './values.ts';
import { named, shift } from './wording.ts';

/** Where the project says what stops a change, and who decides on it. */
export const POLICY_CLAIMS: readonly AttributeClaim[] = [
  {
    kinds: ['project'],
    paths: [
      'gate.failOn',
      'gate.maxWaiver',
      'gate.minimumApprovals',
      'approvers.*',
      'approvers.*.departments',
      'approvers.*.roles',
      'signers.*',
    ],
  },
];

type Direction = 'relaxed' | 'tightened';

/** What a change of the policy does to what it lets through; both directions where it stops one thing less and another more. */
export function policyVerdict(change: Change, direction: Direction): readonly Verdict[] {
  const { after, path, from, to } = change;
  if (!directionsOf(change).includes(direction)) return [];
  return [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }];
}

function directionsOf({ path, from, to }: Change): readonly Direction[] {
  const [block, name] = path;
  if (block === 'approvers') return path.length === 2 ? ofFunction(name ?? '', from, to) : ofPeople(from, to);
  if (block === 'signers') return ofSigners(from, to);
  if (name === 'failOn') return ofGate(from, to);
  if (name === 'minimumApprovals') {
    const more = growth(from ?? 2, to ?? 2) ?? -1;
    return [more > 0 ? 'tightened' : 'relaxed'];
  }
  const order = compareDurations(text(to), text(from));
  return [order === -1 ? 'tightened' : 'relaxed'];
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : DEFAULT_MAX_WAIVER;
}

const CLASSES: readonly ChangeClass[] = ['breaking', 'risky', 'compatible', 'editorial'];
const RISKS: readonly Risk[] = ['C', 'H', 'M', 'L'];

/** Looks at every class with every risk, approved in a change record or not: a finite domain, so that this is proof. */
function ofGate(from: Json | undefined, to: Json | undefined): readonly Direction[] {
  const [was, is] = [from, to].map((bars) => (bars === undefined ? DEFAULT_GATE : items(bars))) as [
    readonly string[],
    readonly string[],
  ];
  const found = new Set<Direction>();
  for (const one of CLASSES) {
    for (const risk of [...RISKS, undefined]) {
      for (const approved of [true, false]) {
        const [before, after] = [was, is].map((bars) => stops(bars, { class: one, risk }, approved));
        if (before !== after) found.add(before === true ? 'relaxed' : 'tightened');
      }
    }
  }
  return [...found];
}

/** What a change record has approved is stopped only by the other bars. */
function stops(failOn: readonly string[], finding: Pick<Finding, 'class' | 'risk'>, approved: boolean): boolean {
  return isStopped(approved ? failOn.filter((bar) => bar !== 'unapproved') : failOn, finding);
}

/** Functions of the method. Whoever stands for another function may decide beside them. */
const METHOD_FUNCTIONS: ReadonlySet<string> = new Set(['OPS', 'QA', 'IT']);

/** For a function of the method, naming who stands for it binds what anybody could claim before; a further one is one more that decides. */
function ofFunction(name: string, from: Json | undefined, to: Json | undefined): readonly Direction[] {
  return from === undefined && to !== undefined && METHOD_FUNCTIONS.has(name) ? ['tightened'] : ['relaxed'];
}

/** More, other or unnamed people may decide; only where some may no longer and the rest may still is it stricter. */
function ofPeople(from: Json | undefined, to: Json | undefined): readonly Direction[] {
  const [was, is] = [items(from), items(to)];
  return is.length > 0 && without(is, was).length === 0 ? ['tightened'] : ['relaxed'];
}

/** Signatures that a document no longer needs; a list of one's own instead of the method's cannot be compared with it. */
function ofSigners(from: Json | undefined, to: Json | undefined): readonly Direction[] {
  return from !== undefined && to !== undefined && without(items(from), items(to)).length === 0
    ? ['tightened']
    : ['relaxed'];
}
