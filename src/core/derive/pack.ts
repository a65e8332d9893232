import { compareText } from '../diagnostics/order.ts';
import type { Account, Addition, CaseDraft, Drafts, StepDraft, SweepDraft, SweepItem } from './draft.ts';

/** No more steps than a person can do in one sitting; every case has at least three, for the strategies begin and end with a look. */
export const MOST_STEPS = 15;

/** Packs drafts into cases: additions join their hosts, sweeps are cut where they are too long. */
export function packCases({ cases, sweeps, additions }: Drafts): readonly CaseDraft[] {
  const byHost = new Map<string, Addition[]>();
  for (const addition of additions) byHost.set(addition.host, [...(byHost.get(addition.host) ?? []), addition]);
  const joined = cases.map((one) => withAdditions(one, byHost.get(one.semanticKey) ?? []));
  return [...joined, ...sweeps.flatMap(cutSweep)];
}

/** A check that is read where the result is read becomes part of that step; any other is a step at the end. */
function withAdditions(host: CaseDraft, additions: readonly Addition[]): CaseDraft {
  let steps: readonly StepDraft[] = host.steps;
  for (const { joins, proves } of additions) {
    if (joins.at === 'end') {
      steps = [...steps, { ...joins.step, proves: [...joins.step.proves, ...proves] }];
      continue;
    }
    const result = steps.findIndex((step) => step.proves.includes(host.semanticKey));
    steps = steps.map((step, position) =>
      position === result
        ? { ...step, expected: `${step.expected} ${joins.expected}`, proves: [...step.proves, ...proves] }
        : step,
    );
  }
  const support = new Set([...host.support, ...additions.flatMap((addition) => addition.support)]);
  return { ...host, steps, support: [...support].sort(compareText) };
}

/**
 * A sweep in as many cases as it takes, each with the opening and closing steps of the whole, and all of about one length. The
 * first is named after the sweep, each further one after the sweep and its own first item.
 */
function cutSweep(sweep: SweepDraft): readonly CaseDraft[] {
  const room = MOST_STEPS - sweep.opening.length - sweep.closing.length;
  const total = sweep.items.reduce((sum, { steps }) => sum + steps.length, 0);
  const parts = Math.max(1, Math.ceil(total / room));
  const portion = Math.ceil(total / parts);
  const groups: SweepItem[][] = [];
  let filled = room;
  for (const item of sweep.items) {
    if (filled + item.steps.length > Math.min(room, portion + item.steps.length - 1) || groups.length === 0) {
      groups.push([]);
      filled = 0;
    }
    groups.at(-1)?.push(item);
    filled += item.steps.length;
  }
  return groups.map((group, position) => caseOf(sweep, group, position, groups.length));
}

function caseOf(
  { opening, closing, items: _, ...sweep }: SweepDraft,
  group: readonly SweepItem[],
  position: number,
  count: number,
): CaseDraft {
  const firstKey = group[0]?.steps.flatMap(({ proves }) => proves)[0] ?? '';
  const setup = {
    ...sweep.setup,
    accounts: distinctAccounts([...sweep.setup.accounts, ...group.flatMap(({ accounts }) => accounts)]),
    testData: [...new Set([...sweep.setup.testData, ...group.flatMap(({ testData }) => testData)])],
  };
  return {
    ...sweep,
    setup,
    semanticKey: position === 0 ? sweep.semanticKey : `${sweep.semanticKey}|from ${firstKey}`,
    title: count === 1 ? sweep.title : `${sweep.title} (part ${position + 1} of ${count})`,
    steps: [...opening, ...group.flatMap(({ steps }) => steps), ...closing],
  };
}

function distinctAccounts(accounts: readonly Account[]): readonly Account[] {
  return [...new Map(accounts.map((account) => [account.account, account])).values()];
}
