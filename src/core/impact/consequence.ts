import type { ElementKey } from '../model/element.ts';
import type { EvidenceCode } from '../rules/finding.ts';
import type { Impact } from './impact.ts';

type Consequence = Pick<Impact, 'action' | 'evidence'>;

const byKind = new Map<string, Consequence>([
  ...of(['requirement'], 're-confirm', ['TRC']),
  ...of(['invariant', 'segregation', 'evidence-link'], 're-confirm', ['TRC', 'RSK']),
  ...of(['risk'], 're-confirm', ['RSK']),
  ...of(['output', 'output-item', 'report'], 're-confirm', ['PQ-OUT']),
  ...of(['reconciliation'], 're-run', ['PQ-REC']),
  ...of(['exception', 'step'], 're-run', ['PQ-E2E']),
  ...of(['test'], 're-run', ['REG-DEP']),
  ...of(['document'], 'assess', ['DOC']),
  ...of(
    ['transition', 'interface', 'message', 'mapping', 'reply', 'set', 'value-map', 'conversion', 'crosswalk'],
    're-run',
    ['REG-DEP'],
  ),
]);

/** What has to be done about an element that a change reaches, by what kind of thing it is (rules section 5). */
export function consequenceOf(key: ElementKey): Consequence {
  return byKind.get(key.slice(0, key.indexOf(':'))) ?? { action: 'assess', evidence: ['REG-DEP'] };
}

function of(
  kinds: readonly string[],
  action: Impact['action'],
  evidence: readonly EvidenceCode[],
): readonly (readonly [string, Consequence])[] {
  return kinds.map((kind) => [kind, { action, evidence }]);
}
