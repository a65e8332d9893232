import type { Finding } from '../../../src/core/rules/finding.ts';
import { judgeChanges } from '../../../src/core/rules/judge.ts';
import type { Judgement } from '../../../src/core/rules/judge.ts';
import { runLints } from '../../../src/core/rules/run-lints.ts';
import { compare, sha256 } from './small-project.ts';

const AS_OF = '2026-03-02';

/** Two snippets as two revisions, judged by every rule and lint that there is. */
export function judged(before: string, after: string): Judgement {
  const compared = compare(before, after);
  const { base, head, graphBase, graphHead } = compared;
  return judgeChanges({
    ...compared,
    lintBase: runLints({ model: base, graph: graphBase, digest: sha256, asOf: AS_OF }),
    lintHead: runLints({ model: head, graph: graphHead, digest: sha256, asOf: AS_OF }),
    digest: sha256,
    asOf: AS_OF,
  });
}

/** `breaking·H field-unit-changed lot.quantity unit A9`, with `claimed` behind what another finding explains. */
export function said({ ruleId, class: verdict, risk, element, attribute, raisedBy, claimedBy }: Finding): string {
  return [
    risk === undefined ? verdict : `${verdict}·${risk}`,
    ruleId,
    element.id,
    attribute,
    ...raisedBy.map(({ id }) => id),
    claimedBy === undefined ? '' : 'claimed',
  ]
    .filter((word) => word !== '')
    .join(' ');
}
