import { EXPLORATION_CLAIMS, searchesMore } from '../exploration-bounds.ts';
import { listMove } from '../list-move.ts';
import { plainShift } from '../plain-shift.ts';
import { isLargerTeam } from '../risk-team.ts';
import { readsMore } from '../rule-settings.ts';
import { asksForMore, CLAUSE_SCOPE_PATHS, clauseScope } from '../validation-scope.ts';
import type { Change } from '../../../diff/delta.ts';
import type { Strengthening } from './strengthening.ts';

const PLANT = (more: string, within = ''): string =>
  `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}${within}}
systems: {MES: {}}
objects: {lot: {}}
${more}`;

/** Less that is left out, more clauses that apply, a wider search, more that is looked at, more people who know. */
export const validationScope: Strengthening = {
  claims: [
    {
      kinds: ['project'],
      paths: ['package.outOfScope', ...CLAUSE_SCOPE_PATHS, 'scoping.outcomes', 'scoping.touches', 'team', 'files'],
    },
    ...EXPLORATION_CLAIMS,
  ],
  check: (change) => (isWider(change) ? [{ what: plainShift(change) }] : []),
  examples: [
    {
      name: 'one exclusion fewer',
      before: PLANT('', ', outOfScope: [Labels, Returns]'),
      after: PLANT('', ', outOfScope: [Returns]'),
      expect: ['compatible M project:project package.outOfScope'],
    },
    {
      name: 'one more set, one for all lines, and a clause that is no longer excluded',
      before: PLANT('clauses: {EU-CSV: {lines: [A], excludes: {D211-188: No drug}}}'),
      after: PLANT('clauses: {EU-CSV: {}, US-DRUG: {}}'),
      expect: [
        'compatible M project:project clauses.EU-CSV.excludes.D211-188',
        'compatible M project:project clauses.EU-CSV.lines',
        'compatible M project:project clauses.US-DRUG',
      ],
    },
    {
      name: 'more records and faults in the search, and nothing left out',
      before: PLANT('explore: {faults: 1, instances: {lot: 1}, timing: settled}'),
      after: PLANT('explore: {faults: 2, instances: {lot: 2}}'),
      expect: [
        'compatible M project:project explore.faults',
        'compatible M project:project explore.instances.lot',
        'compatible M project:project explore.timing',
      ],
    },
    {
      name: 'one more area, one more member',
      before: PLANT('scoping: {touches: [labels]}\nteam: [{function: Quality}]'),
      after: PLANT('scoping: {touches: [labels, release]}\nteam: [{function: Quality}, {function: IT}]'),
      expect: ['compatible M project:project scoping.touches', 'compatible M project:project team'],
    },
    {
      name: 'more files are read',
      before: PLANT('files: [specs/*.yaml]'),
      after: PLANT('files: [more/*.yaml, specs/*.yaml]'),
      expect: ['compatible M project:project files'],
    },
    {
      name: 'a narrower scope in every way',
      before: PLANT(
        'clauses: {EU-CSV: {}, US-DRUG: {}}\nexplore: {faults: 2}\nteam: [{function: Quality}, {function: IT}]',
      ),
      after: PLANT('clauses: {EU-CSV: {}}\nexplore: {faults: 1}\nteam: [{function: IT}]', ', outOfScope: [Labels]'),
      expect: [],
    },
  ],
};

function isWider(change: Change): boolean {
  const { path, from, to } = change;
  switch (path[0]) {
    case 'package':
      return listMove(from, to).lost;
    case 'clauses':
      return clauseScope(change).gained;
    case 'scoping':
      return asksForMore(change);
    case 'team':
      return isLargerTeam(change);
    case 'files':
      return readsMore(change);
    default:
      return searchesMore(change);
  }
}
