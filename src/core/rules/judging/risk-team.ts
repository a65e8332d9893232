import { jsonText } from '../../diff/comparable.ts';
import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';

/** Whether every member is still in the team, as often as before, with the same expertise. */
export function isLargerTeam({ from, to }: Change): boolean {
  const is = membersOf(to);
  return membersOf(from).every((member) => {
    const index = is.indexOf(member);
    if (index >= 0) is.splice(index, 1);
    return index >= 0;
  });
}

function membersOf(team: Json | undefined): string[] {
  return Array.isArray(team) ? team.map((member: Json) => jsonText(member)) : [];
}
