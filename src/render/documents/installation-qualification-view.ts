import type { DocumentFront } from '../../core/documents/document-type.ts';
import type { InstallationQualificationFacts } from '../../core/documents/installation-qualification.ts';
import type { ViewData } from '../view-data.ts';
import { frontMatterView } from './front-matter-view.ts';
import { blankRows, documentRows, exclusionRows, parityRows, protocolTextsView, systemRows } from './protocol-view.ts';
import { capital, declared, elementWords, grouped, notApplicable, number } from './view-words.ts';

type Facts = InstallationQualificationFacts;

/** The values of the template `installation-qualification`. */
export function installationQualificationView(facts: Facts, front: DocumentFront): ViewData {
  const checks = facts.environments.flatMap(({ groups }) => groups.flatMap((group) => group.checks));
  const undeclared = checks.filter(({ expected }) => expected === null).length;
  return {
    front: frontMatterView(facts.front, front),
    texts: protocolTextsView(facts.texts),
    totals: {
      checks: number(checks.length, 'check'),
      environments: number(facts.environments.length, 'environment'),
      undeclared: grouped(undeclared),
      anyUndeclared: undeclared > 0,
    },
    systems: [...systemRows(facts.systems)],
    interfaces: facts.interfaces.map(({ id, title, from, to, contract, transport }) => ({
      id,
      title: declared(title),
      ends: `${from} → ${to.join(', ')}`,
      contract: declared(contract),
      transport: declared(transport),
    })),
    parity: [...parityRows(facts.systems)],
    counts: countRows(facts),
    environments: facts.environments.map(({ environment, groups }) => ({
      name: environmentName(environment),
      slug: environment.replaceAll(' ', '-'),
      named: environment !== UNDECLARED,
      groups: groups.map(({ name, checks: rows }) => ({
        name,
        caption: `${environmentName(environment)}: ${name.toLowerCase()}`,
        checks: rows.map(checkView),
      })),
    })),
    notDerived: facts.notDerived.map(({ name, types }) => ({ name, types: types.join(', ') })),
    exclusions: [...exclusionRows(facts.exclusions)],
    configuration: facts.configuration.map(({ element, title, file, hash }, index) => ({
      ref: `B-${`${index + 1}`.padStart(4, '0')}`,
      element: elementWords(element),
      title: title ?? notApplicable('no title'),
      file,
      hash,
    })),
    documents: [...documentRows(facts.documents)],
    logRows: [...blankRows('SIG', 10)],
    toolRows: [...blankRows('EQ', 5)],
    captureRows: [...blankRows('CAP', 8)],
    deviationRows: [...blankRows('DEV', 8)],
  };
}

/** What a system without environments is derived under. */
const UNDECLARED = 'not declared';

function environmentName(environment: string): string {
  return environment === UNDECLARED ? 'No environment declared' : `Environment ${environment}`;
}

function checkView(check: Facts['environments'][number]['groups'][number]['checks'][number]): ViewData {
  return {
    id: check.id,
    item: check.item,
    attribute: check.attribute,
    expected: check.expected ?? 'NOT DECLARED in the specification: declare it before execution',
    tone: check.expected === null ? 'warn' : 'plain',
    method: check.method,
  };
}

function countRows({ environments }: Facts): readonly ViewData[] {
  const types = new Map<string, { checks: number; undeclared: number }>();
  for (const { environment, groups } of environments) {
    for (const { name, checks } of groups) {
      const key = `${environmentName(environment)}|${name}`;
      const known = types.get(key) ?? { checks: 0, undeclared: 0 };
      types.set(key, {
        checks: known.checks + checks.length,
        undeclared: known.undeclared + checks.filter(({ expected }) => expected === null).length,
      });
    }
  }
  return [...types].map(([key, { checks, undeclared }], index) => {
    const [environment = '', group = ''] = key.split('|');
    return {
      ref: `K-${`${index + 1}`.padStart(2, '0')}`,
      environment,
      group: capital(group),
      checks: `${checks}`,
      undeclared: `${undeclared}`,
    };
  });
}
