import type { Condition } from '../../language/condition.ts';

/** How a condition depends on an interface: on what it last brought, or on an answer at this moment. */
export interface InterfaceRead {
  readonly interface: string;
  readonly from: 'copy' | 'query';
}

/** Every interface over which a condition reads, each once for each way. */
export function readsOf(condition: Condition | undefined): readonly InterfaceRead[] {
  const found = new Map<string, InterfaceRead>();
  visit(condition, (one) => {
    if (one.kind === 'read') found.set(`${one.from} ${one.interface}`, { interface: one.interface, from: one.from });
  });
  return [...found.values()];
}

/** Sets by which a condition tells states apart. */
export function setsIn(condition: Condition | undefined): readonly string[] {
  const found = new Set<string>();
  visit(condition, (one) => {
    if (one.kind !== 'status') return;
    for (let { states } = one; ; states = states.of) {
      if (states.kind === 'set') found.add(states.set);
      if (states.kind !== 'not') break;
    }
  });
  return [...found];
}

function visit(condition: Condition | undefined, see: (condition: Condition) => void): void {
  if (condition === undefined) return;
  see(condition);
  switch (condition.kind) {
    case 'all':
    case 'any':
      for (const one of condition.of) visit(one, see);
      return;
    case 'implies':
      visit(condition.if, see);
      visit(condition.then, see);
      return;
    case 'not':
    case 'quantified':
    case 'read':
    case 'message':
      visit(condition.of, see);
      return;
    default:
  }
}
