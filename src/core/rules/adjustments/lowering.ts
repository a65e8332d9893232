import type { RawFinding } from '../judging/raw-finding.ts';

const PROTECTED_ATTRIBUTES = /^(?:sign|reason|record|systemOfRecord|writers|copies|owners?|by|may|inherits)(?:\.|$)/u;
const PROTECTED_RULES = /(?:signature|audit|record|retention|role|permission|sod|owner|steward)/u;

/** Nothing lowers a critical finding, nor one about records, signatures, audit trail, roles or ownership. */
export function mayBeLowered({ finding, rule }: RawFinding): boolean {
  if (finding.risk === 'C' || rule?.family === 'roles' || finding.element.kind === 'segregation') return false;
  return !PROTECTED_ATTRIBUTES.test(finding.attribute) && !PROTECTED_RULES.test(finding.ruleId);
}
