import { compareText } from '../../core/diagnostics/order.ts';
import type { Location } from '../../core/diagnostics/location.ts';
import type { FindingList, ListedFinding, ListLevel } from '../../core/report/finding-list.ts';
import { pathInRepository } from '../../core/report/finding-list.ts';
import type { CatalogueRule } from '../../core/rules/catalogue.ts';
import { ruleNamed } from '../../core/rules/catalogue.ts';
import { jsonText } from '../json/json-text.ts';
import { shown } from '../shown.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** Under this name code hosts know the top of the repository. */
const TOP = '%SRCROOT%';

/**
 * SARIF 2.1.0 (OASIS). Columns count UTF-16 code units; places are relative to the top of the repository; a waiver is a
 * suppression with its justification, a request for one is under review and suppresses nothing.
 */
export function sarif(list: FindingList): string {
  const rules = [...new Set(list.findings.map(({ ruleId }) => ruleId))].toSorted(compareText);
  const index = new Map(rules.map((id, position) => [id, position]));
  return jsonText({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'countersign',
            semanticVersion: list.toolVersion,
            version: list.toolVersion,
            rules: rules.map(descriptor),
          },
        },
        automationDetails: { id: `countersign/${list.command}/${list.inRepository}` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [TOP]: { description: { text: 'The top of the repository.' } } },
        invocations: [{ executionSuccessful: list.understood }],
        results: list.findings.map((finding) => result(finding, index.get(finding.ruleId) ?? -1, list)),
        properties: { conclusion: shown(list.conclusion) },
      },
    ],
  });
}

function descriptor(id: string): Record<string, unknown> {
  const entry = ruleNamed(id);
  if (entry === undefined) return { id };
  const { purpose, why, fix } = entry.rule;
  const what = id.startsWith('introduced:')
    ? `Head has what base has not: ${purpose}`
    : id.startsWith('resolved:')
      ? `Base has what head has not: ${purpose}`
      : purpose;
  return {
    id,
    shortDescription: { text: what },
    fullDescription: { text: `${what} ${why}` },
    help: { text: `${why} ${fix}`, markdown: `${why}\n\n**What to do:** ${fix}\n` },
    defaultConfiguration: { level: levelOf(entry) },
    properties: propertiesOf(entry),
  };
}

function levelOf(entry: CatalogueRule): ListLevel {
  if (entry.kind !== 'change')
    return { error: 'error', warning: 'warning', info: 'note' }[entry.rule.severity] as ListLevel;
  const { class: name, risk } = entry.rule;
  if (name === 'breaking' || risk === 'C' || risk === 'H') return 'error';
  return name === 'risky' || risk === 'M' ? 'warning' : 'note';
}

function propertiesOf(entry: CatalogueRule): Record<string, unknown> {
  if (entry.kind !== 'change') return { tags: [entry.kind] };
  const { family, class: name, risk } = entry.rule;
  return { tags: ['change', family], class: name, ...(risk === undefined ? {} : { risk }) };
}

function result(finding: ListedFinding, ruleIndex: number, list: FindingList): Record<string, unknown> {
  const { element, attribute, waiver, fingerprint, at } = finding;
  const hint = finding.hint === undefined ? '' : ` ${finding.hint}`;
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: finding.level,
    message: { text: plain(`${finding.message}${hint}`) },
    ...(at === undefined
      ? {}
      : {
          locations: [
            {
              physicalLocation: physical(at, list),
              ...(element === undefined
                ? {}
                : {
                    logicalLocations: [
                      {
                        name: shown(element.id),
                        fullyQualifiedName: shown(`${element.kind}:${element.id}`),
                        kind: element.kind,
                      },
                    ],
                  }),
            },
          ],
        }),
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map((other, position) => ({
            id: position + 1,
            message: { text: plain(other.message) },
            physicalLocation: physical(other.at, list),
          })),
        }),
    fingerprints: { 'countersign/v1': fingerprint },
    // Under the first name code hosts know a finding again when its line has moved.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'countersign/v1': fingerprint },
    ...(finding.state === undefined ? {} : { baselineState: finding.state }),
    suppressions:
      waiver === undefined
        ? []
        : [
            {
              kind: 'external',
              status: waiver.standing === 'accepted' ? 'accepted' : 'underReview',
              justification: plain(`${waiver.id}: ${waiver.why}`),
            },
          ],
    properties: {
      grade: finding.grade,
      stops: finding.stops,
      ...(attribute === '' ? {} : { attribute }),
      ...(finding.approvers === undefined ? {} : { approvers: finding.approvers.approve }),
      ...(finding.evidence === undefined ? {} : { evidence: finding.evidence }),
      ...(finding.claimedBy === undefined ? {} : { claimedBy: finding.claimedBy }),
    },
  };
}

function physical({ file, span }: Location, list: FindingList): Record<string, unknown> {
  const { start, end } = span;
  const path = wellFormed(pathInRepository(list, file)).split('/').map(encodeURIComponent).join('/');
  return {
    artifactLocation: { uri: path, uriBaseId: TOP },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

/** A name with half a character in it has no URI: the sign for what is not known stands there. */
function wellFormed(text: string): string {
  return text.replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** A text of a spec must not be read as a link: `[text](target)` is one in a SARIF message. */
function plain(text: string): string {
  return shown(text).replaceAll('](', '] (');
}
