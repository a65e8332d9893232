import type { Change } from '../../diff/delta.ts';
import { listMove, scopeMove } from './list-move.ts';
import type { ListMove } from './list-move.ts';

/** Where the project says which clauses apply, and to what. */
export const CLAUSE_SCOPE_PATHS: readonly string[] = [
  'clauses.*',
  'clauses.*.systems',
  'clauses.*.lines',
  'clauses.*.excludes.*',
];

/** Whether clauses apply to less, or to more, than before. An exclusion for another reason was not decided for that one. */
export function clauseScope({ path, from, to }: Change): ListMove {
  switch (path[2]) {
    case undefined:
      return { lost: to === undefined, gained: from === undefined };
    case 'excludes':
      return { lost: to !== undefined, gained: to === undefined };
    default:
      return scopeMove(from, to);
  }
}

/** Whether an answer to the scoping questions only names more than before. */
export function asksForMore({ path, from, to }: Change): boolean {
  const { lost, gained } = listMove(from, to);
  return (path[1] === 'outcomes' || path[1] === 'touches') && gained && !lost;
}
