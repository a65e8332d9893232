import { documentFacts } from './impact/affected-documents.ts';
import { authoredText } from './authored-sections.ts';
import type { DocumentContext } from './document-context.ts';
import { type FactsOf, facts, list, nullable, text, texts } from './fact-shape.ts';

export const PROTOCOL_TEXTS = facts({
  objective: nullable(text),
  scope: nullable(text),
  prerequisites: nullable(text),
  acceptance: nullable(text),
  equipment: nullable(text),
  testData: nullable(text),
});

/** What people wrote for a protocol. */
export type ProtocolTexts = FactsOf<typeof PROTOCOL_TEXTS>;

export const SYSTEM_FACTS = facts({
  id: text,
  title: nullable(text),
  version: nullable(text),
  gxp: nullable(text),
  category: nullable(text),
  hosting: nullable(text),
  owners: texts,
  environments: list(
    facts({
      id: text,
      build: nullable(text),
      host: nullable(text),
      location: nullable(text),
      platform: nullable(text),
      differs: list(facts({ what: text, why: text })),
    }),
  ),
});

/** A system with its environments, as the specification declares them. */
export type SystemFacts = FactsOf<typeof SYSTEM_FACTS>;

export const DOCUMENT_ROW = facts({
  id: text,
  kind: nullable(text),
  number: text,
  title: text,
  revision: nullable(text),
  effective: nullable(text),
});

export const EXCLUSION_ROW = facts({ ref: text, rule: text, element: text, what: text, reason: text });
export const EXCLUSIONS = list(EXCLUSION_ROW);

/** A thing that is not tested, with its reason. */
export type ExclusionRow = FactsOf<typeof EXCLUSION_ROW>;

/** The authored sections of a protocol. */
export function protocolTexts(document: 'IQ' | 'OQ', { head }: DocumentContext): ProtocolTexts {
  const of = (section: string) => authoredText(head.model, document, section)?.markdown ?? null;
  return {
    objective: of('objective'),
    scope: of('scope'),
    prerequisites: of('prerequisites'),
    acceptance: of('acceptance'),
    equipment: of('equipment'),
    testData: of('test-data'),
  };
}

/** The systems in scope, in the order of their ids. */
export function systemFacts({ head }: DocumentContext): readonly SystemFacts[] {
  const { model } = head;
  return model.ofKind('system').map((system) => {
    const { title, version, gxp, gamp, hosting, owners } = system.attributes;
    return {
      id: system.id,
      title: title ?? null,
      version: version ?? null,
      gxp: gxp ?? null,
      category: gamp === undefined ? null : `${gamp}`,
      hosting: hosting ?? null,
      owners: [owners?.operations, owners?.quality, owners?.it].filter((owner) => owner !== undefined),
      environments: model.partsOf(system, 'environment').map(({ localId, attributes }) => ({
        id: localId,
        build: attributes.build ?? null,
        host: attributes.host ?? null,
        location: attributes.location ?? null,
        platform: attributes.platform ?? null,
        differs: Object.entries(attributes.differs ?? {}).map(([what, why]) => ({ what, why })),
      })),
    };
  });
}

/** Controlled documents of the plant. */
export function controlledDocuments({ head }: DocumentContext): readonly FactsOf<typeof DOCUMENT_ROW>[] {
  return head.model.ofKind('document').map(documentFacts);
}

/** Types of check and case that belong to installation; the rest belongs to operation. */
const INSTALLATION: ReadonlySet<string> = new Set([
  'IDN',
  'VRS',
  'CFG',
  'CON',
  'CLK',
  'WFL',
  'BKP',
  'MON',
  'DOC',
  'PAR',
  'OFF',
  'MIG',
]);

/** Types that are checks of an installation and cases of operation. */
const SHARED: ReadonlySet<string> = new Set(['MAP', 'SEC', 'AUD']);

/** What is not derived for a protocol, each with its reason; a few types are checks and cases both. */
export function exclusionsOf(document: 'IQ' | 'OQ', { head }: DocumentContext): readonly ExclusionRow[] {
  const installed = (rule: string, element: string) =>
    INSTALLATION.has(rule) || (SHARED.has(rule) && /^(system|environment):/.test(element));
  const own = head.derivation.exclusions.filter(
    ({ rule, element }) => installed(rule, element) === (document === 'IQ'),
  );
  const digits = Math.max(2, `${own.length}`.length);
  return own.map(({ rule, element, what, reason }, index) => ({
    ref: `X-${`${index + 1}`.padStart(digits, '0')}`,
    rule,
    element,
    what,
    reason,
  }));
}
