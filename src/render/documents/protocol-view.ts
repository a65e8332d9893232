import type { ExclusionRow, ProtocolTexts, SystemFacts } from '../../core/documents/protocol-facts.ts';
import type { ViewData } from '../view-data.ts';
import { declared, elementWords, joined, notApplicable } from './view-words.ts';

/** Rows of a log that people fill. */
export function blankRows(prefix: string, count: number): readonly ViewData[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${prefix}-${`${index + 1}`.padStart(2, '0')}` }));
}

/** The authored sections of a protocol; an empty text was not written. */
export function protocolTextsView(texts: ProtocolTexts): ViewData {
  return {
    objective: texts.objective ?? '',
    scope: texts.scope ?? '',
    prerequisites: texts.prerequisites ?? '',
    acceptance: texts.acceptance ?? '',
    equipment: texts.equipment ?? '',
    testData: texts.testData ?? '',
  };
}

/** One row for each installation; a system without environments says so. */
export function systemRows(systems: readonly SystemFacts[]): readonly ViewData[] {
  return systems.flatMap((system) => {
    const common = {
      system: system.title === null ? system.id : `${system.id}: ${system.title}`,
      version: declared(system.version),
      gxp: declared(system.gxp),
      category: declared(system.category),
      owners: joined(system.owners, 'Not declared'),
    };
    if (system.environments.length === 0)
      return [{ ...common, id: system.id, environment: 'NOT DECLARED', build: 'NOT DECLARED', host: 'Not declared' }];
    return system.environments.map(({ id, build, host, location }) => ({
      ...common,
      id: `${system.id}.${id}`,
      environment: id,
      build: build ?? 'NOT DECLARED',
      host: joined(
        [host, location].filter((part) => part !== null),
        'Not declared',
      ),
    }));
  });
}

/** Differences between environments that the specification declares. */
export function parityRows(systems: readonly SystemFacts[]): readonly ViewData[] {
  return systems.flatMap((system) =>
    system.environments.flatMap(({ id, differs }) =>
      differs.map(({ what, why }) => ({ environment: `${system.id}.${id}`, what, why })),
    ),
  );
}

/** What is not tested, with its reason. */
export function exclusionRows(rows: readonly ExclusionRow[]): readonly ViewData[] {
  return rows.map(({ ref, rule, element, what, reason }) => ({
    ref,
    rule,
    element: element.startsWith('project:') ? 'The whole package' : elementWords(element),
    what,
    reason,
  }));
}

/** Controlled documents with a box to say whether they are there. */
export function documentRows(
  rows: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly revision: string | null;
    readonly effective: string | null;
    readonly kind: string | null;
  }[],
): readonly ViewData[] {
  return rows.map(({ id, number, title, revision, effective, kind }) => ({
    id,
    number,
    title,
    revision: declared(revision),
    effective: declared(effective),
    kind: kind === null ? notApplicable('kind not declared') : kind,
  }));
}
