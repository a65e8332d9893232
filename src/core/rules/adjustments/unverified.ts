import type { ElementKind } from '../../language/collections.ts';
import { doesNotApply } from '../linting/declared.ts';
import { isTested, isVerified, realising } from '../linting/requirement-links.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext } from '../change-rule.ts';
import { defineAdjustment } from './adjustment.ts';

/** What no test can verify: books about the specification, tests themselves, and who people are. */
const BEYOND_TESTS: ReadonlySet<ElementKind> = new Set([
  'project',
  'change',
  'waiver',
  'text',
  'test',
  'evidence-link',
  'department',
  'document',
  'risk',
  'measure',
]);

/** Besides what OQ derives from: stories of PQ, the matrix of roles and the settings of records in IQ. */
const ALSO_TESTED: ReadonlySet<ElementKind> = new Set(['exception', 'role', 'object']);

/** A6. Class and risk stay: a change of which no test can show anything is a gap in the evidence, and is said to be one. */
export const unverified = defineAdjustment({
  id: 'A6',
  purpose: 'Says where a breaking or risky change touches what no test in head verifies.',
  lowers: false,
  prepare(context) {
    return ({ after, finding, rule }) => {
      // What a lint says follows from a change; the change itself is what wants a test.
      if (after === undefined || rule === undefined || finding.class === 'compatible' || BEYOND_TESTS.has(after.kind))
        return undefined;
      if (isShown(after, context)) return undefined;
      const reason = `evidence gap: no test is written for ${after.id}, and none is derived from it`;
      return { evidence: ['TRC'], reason, noted: true };
    };
  },
});

/** Statically: a test names it or what it is part of, or tests are derived from its kind, from what uses it or from what realises it. */
function isShown(element: Element, { head, graphHead }: ChangeContext): boolean {
  const keys = element.parent === undefined ? [element.key] : [element.key, element.parent];
  if (hasTests(element) || keys.some((key) => isVerified(head, graphHead, key))) return true;
  const users = keys.flatMap((key) => graphHead.to(key)).map(({ from }) => head.elements.get(from));
  if (users.some((user) => user !== undefined && hasTests(user))) return true;
  if (element.kind !== 'requirement') return false;
  const elements = realising(head, graphHead, element as Element<'requirement'>);
  return (
    doesNotApply(element, 'satisfiedBy') ||
    elements.some((other) => hasTests(other) || isVerified(head, graphHead, other.key))
  );
}

function hasTests(element: Element): boolean {
  return isTested(element) || ALSO_TESTED.has(element.kind);
}
