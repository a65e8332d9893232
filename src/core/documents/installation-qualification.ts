import type { InstallationCheck } from '../derive/test-case.ts';
import { semanticHashes } from '../derive/semantic-hash.ts';
import { compareText } from '../diagnostics/order.ts';
import type { ElementKind } from '../language/collections.ts';
import type { DocumentContext } from './document-context.ts';
import type { DocumentType } from './document-type.ts';
import { type FactsOf, facts, flag, list, nullable, text, texts } from './fact-shape.ts';
import { FRONT_MATTER, frontMatter } from './front-matter.ts';
import {
  DOCUMENT_ROW,
  EXCLUSIONS,
  PROTOCOL_TEXTS,
  SYSTEM_FACTS,
  controlledDocuments,
  exclusionsOf,
  protocolTexts,
  systemFacts,
} from './protocol-facts.ts';

const CHECK = facts({
  id: text,
  type: text,
  element: text,
  item: text,
  attribute: text,
  expected: nullable(text),
  method: text,
  requirements: texts,
  elementHash: text,
});
const GROUP = facts({ name: text, types: texts, derived: flag, checks: list(CHECK) });
const ENVIRONMENT = facts({ environment: text, groups: list(GROUP) });
const INTERFACE = facts({
  id: text,
  title: nullable(text),
  from: text,
  to: texts,
  contract: nullable(text),
  transport: nullable(text),
});
const CONFIGURATION = facts({ element: text, title: nullable(text), file: text, hash: text });

export const INSTALLATION_QUALIFICATION = facts({
  front: FRONT_MATTER,
  texts: PROTOCOL_TEXTS,
  systems: list(SYSTEM_FACTS),
  interfaces: list(INTERFACE),
  environments: list(ENVIRONMENT),
  notDerived: list(facts({ name: text, types: texts })),
  exclusions: EXCLUSIONS,
  configuration: list(CONFIGURATION),
  documents: list(DOCUMENT_ROW),
});

/** What an installation protocol states: every expected value is exact, or loudly not declared. */
export type InstallationQualificationFacts = FactsOf<typeof INSTALLATION_QUALIFICATION>;

/** The protocol by which people find out whether what was specified is installed. */
export const installationQualification: DocumentType<InstallationQualificationFacts> = {
  type: 'IQ',
  title: 'Installation qualification protocol',
  id: 'installation-qualification',
  schema: INSTALLATION_QUALIFICATION.schema,
  compose: composeProtocol,
};

/** Groups in the order in which they print, with the types of check that belong to each. */
export const CHECK_GROUPS: readonly { readonly name: string; readonly types: readonly string[] }[] = [
  { name: 'Inventory', types: ['IDN'] },
  { name: 'Versions', types: ['VRS'] },
  { name: 'Environment parity', types: ['PAR'] },
  { name: 'Configuration', types: ['CFG', 'MAP', 'WFL', 'MIG'] },
  { name: 'Connectivity', types: ['CON'] },
  { name: 'Security', types: ['SEC'] },
  { name: 'Time', types: ['CLK'] },
  { name: 'Storage and backup', types: ['BKP'] },
  { name: 'Audit trail enabled', types: ['AUD'] },
  { name: 'Monitoring', types: ['MON'] },
  { name: 'Documents', types: ['DOC'] },
  { name: 'Disabled and retired paths', types: ['OFF'] },
];

function composeProtocol(context: DocumentContext): InstallationQualificationFacts {
  const { head } = context;
  const { checks } = head.derivation;
  const environments = [...new Set(checks.map(({ environment }) => environment))].toSorted(compareText);
  const present = new Set<string>(checks.map(({ type }) => type));
  return {
    front: frontMatter('IQ', context),
    texts: protocolTexts('IQ', context),
    systems: systemFacts(context),
    interfaces: head.model.ofKind('interface').map(({ id, attributes }) => ({
      id,
      title: attributes.title ?? null,
      from: attributes.from,
      to: [...attributes.to],
      contract: attributes.contract ?? null,
      transport:
        [attributes.transport?.kind, attributes.transport?.name].filter((part) => part !== undefined).join(' ') || null,
    })),
    environments: environments.map((environment) => ({
      environment,
      groups: groupsOf(checks.filter((check) => check.environment === environment)),
    })),
    notDerived: CHECK_GROUPS.filter(({ types }) => types.every((type) => !present.has(type))).map(
      ({ name, types }) => ({ name, types: [...types] }),
    ),
    exclusions: exclusionsOf('IQ', context),
    configuration: configurationOf(context),
    documents: controlledDocuments(context),
  };
}

function groupsOf(checks: readonly InstallationCheck[]): readonly FactsOf<typeof GROUP>[] {
  return CHECK_GROUPS.flatMap(({ name, types }) => {
    const own = checks.filter(({ type }) => types.includes(type));
    if (own.length === 0) return [];
    return [
      {
        name,
        types: [...types],
        derived: true,
        checks: own.toSorted((a, b) => types.indexOf(a.type) - types.indexOf(b.type)).map(checkFacts),
      },
    ];
  });
}

function checkFacts({
  id,
  type,
  element,
  item,
  attribute,
  expected,
  method,
  requirements,
  elementHash,
}: InstallationCheck): FactsOf<typeof CHECK> {
  return {
    id,
    type,
    element,
    item,
    attribute,
    expected: expected ?? null,
    method,
    requirements: [...requirements],
    elementHash,
  };
}

/** What is configured in systems, and is therefore captured and compared with the baseline. */
const CONFIGURED: readonly ElementKind[] = [
  'environment',
  'role',
  'code-list',
  'set',
  'value-map',
  'conversion',
  'crosswalk',
  'interface',
  'mapping',
  'lifecycle',
  'transition',
];

function configurationOf({ head, digest }: DocumentContext): readonly FactsOf<typeof CONFIGURATION>[] {
  const hashOf = semanticHashes(head.model, head.graph, digest);
  return CONFIGURED.flatMap((kind) =>
    head.model.ofKind(kind).map((element) => ({
      element: element.key,
      title: 'title' in element.attributes ? (element.attributes.title ?? null) : null,
      file: element.at.file,
      hash: hashOf(element.key),
    })),
  );
}
