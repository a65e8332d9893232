import type { Element } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { LintFinding } from './finding.ts';
import { listed } from './judging/wording.ts';
import { lifecycleSteps } from './linting/lifecycle-steps.ts';
import { startOf } from './linting/step-start.ts';

/**
 * The declaration that would help most next, in one or two sentences (spec language, section 10): the first expectation that
 * is open; else the first thing on the way from a sketch to a specification that is not there yet. Undefined when everything
 * is declared that this program makes use of.
 */
export function nextDeclaration(model: SpecModel, lint: readonly LintFinding[]): string | undefined {
  const expected = openExpectation(lint);
  if (expected !== undefined) return expected;
  for (const question of QUESTIONS) {
    const answer = question(model);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** The first expectation on the way that is open, by its first finding. */
function openExpectation(lint: readonly LintFinding[]): string | undefined {
  for (const id of EXPECTATIONS) {
    const [first, ...others] = lint.filter(({ ruleId, waiver }) => ruleId === id && waiver?.valid !== true);
    if (first === undefined) continue;
    const further =
      others.length === 0
        ? ''
        : ` The same is open in ${others.length} further ${others.length === 1 ? 'place' : 'places'}.`;
    return `${first.message} ${first.hint ?? ''}${further}`;
  }
  return undefined;
}

/**
 * Every lint that misses a declaration, in the order in which a project grows: what happens to a record, who decides on its use,
 * what travels, what the data are and whose, what is kept of them, and how all of that is asked for and tested. What an earlier
 * one asks for is what later ones look at.
 */
export const EXPECTATIONS: readonly string[] = [
  // Steps and statuses.
  'transition-without-actor',
  'state-dead-end',
  'state-no-path-to-end',
  'hold-without-exit',
  // Who decides that a thing may be used, and how that is signed.
  'usable-by-automation',
  'usable-without-quality-role',
  'usable-without-signature',
  'usable-without-open-issue-guard',
  'self-approval-possible',
  'signature-meaning-missing',
  'signature-not-bound',
  'role-unqualified',
  // What travels, and what becomes of it when it does not arrive.
  'interface-without-mapping',
  'interface-trigger-missing',
  'guard-input-not-delivered',
  'sync-failure-undefined',
  'interface-error-path-missing',
  'interface-retry-without-idempotency',
  'interface-ordering-undeclared',
  'interface-downtime-undefined',
  'interface-exception-uncovered',
  'interface-unauthenticated',
  'interface-alert-unowned',
  'interface-reconciliation-missing',
  // What the data are.
  'key-missing',
  'unit-missing',
  'mapping-required-target-unmapped',
  'mapping-null-policy-undeclared',
  'mapping-write-mode-undeclared',
  'quantity-basis-undeclared',
  'quantity-rounding-undeclared',
  'mapping-lossy-undeclared',
  // Whose they are.
  'ownership-missing',
  'write-without-ownership',
  'multiple-writers',
  'update-loop',
  'steward-missing',
  // What is kept of them, and what leaves the plant.
  'record-without-audit-trail',
  'audit-trail-review-undefined',
  'record-without-retention',
  'record-export-undefined',
  'output-field-unsourced',
  'process-step-unbound',
  // Why it is so, what may go wrong, and how it is tested.
  'critical-element-without-requirement',
  'requirement-unallocated',
  'requirement-untested',
  'risk-uncontrolled',
  'exception-path-untested',
  'transition-negative-test-missing',
  'test-without-criteria',
  'test-orphaned',
  // What is left over at the end.
  'effective-has-placeholder',
  'element-orphaned',
];

type Question = (model: SpecModel) => string | undefined;

/** From a sketch to a specification, in the order in which a project grows. */
const QUESTIONS: readonly Question[] = [
  (model) =>
    model.ofKind('system').length > 0
      ? undefined
      : 'Declare the systems of the process: `systems: {QMS: {title: Quality system}}`.',
  (model) =>
    model.ofKind('lifecycle').length > 0
      ? undefined
      : 'Declare a lifecycle: the statuses of a record, and the steps between them. Most checks and tests follow from it.',
  (model) => {
    const systems = model.ofKind('system');
    if (systems.length < 2 || model.ofKind('interface').length > 0) return undefined;
    return `Declare the interfaces between ${listed(systems.map(({ id }) => id))}: what travels, and which steps send and receive it.`;
  },
  (model) => {
    const without = lifecycleSteps(model).find(({ starts }) => starts.length === 0)?.lifecycle;
    return (
      without &&
      `Say in which state a record of ${without.id} begins (\`initial\`), so that its statuses can be followed.`
    );
  },
  (model) => {
    const without = model.ofKind('state').filter(({ attributes }) => attributes.class === undefined);
    const [first] = without;
    if (first === undefined) return undefined;
    return `Give ${first.id}${further(without.length, 'state')} a class (open, held, released …): almost every check of a release follows from it.`;
  },
  (model) => {
    const without = model.ofKind('transition').filter((transition) => !startOf(model, transition).declared);
    const [first] = without;
    return (
      first &&
      `Say who or what performs ${first.id}${further(without.length, 'transition')}: \`by\`, \`receives\`, \`auto\` or \`after\`.`
    );
  },
  (model) => {
    const without = model.ofKind('interface').find((flow) => model.partsOf(flow, 'mapping').length === 0);
    return (
      without &&
      `Name the fields that ${without.id} carries, with type and length: a message carries what its \`fields\` map, and nothing else.`
    );
  },
  (model) => {
    if (model.ofKind('invariant').length > 0) return undefined;
    const released = model.ofKind('state').find(({ attributes }) => attributes.class === 'released');
    const example = released === undefined ? '' : `, such as what must never be when a record is ${released.id}`;
    return `Say in an invariant what must always hold${example}: it is what a change is measured by.`;
  },
  (model) =>
    without(
      model.ofKind('lifecycle'),
      ({ attributes }) => attributes.object === undefined,
      (id) => `Name the object whose status ${id} is, and declare it with its key in each system.`,
    ),
  (model) =>
    without(
      model.ofKind('interface'),
      ({ attributes }) => attributes.delivery === undefined,
      (id) => `Say what ${id} promises (\`delivery\`): repeats, order, and what becomes of a message that fails.`,
    ),
  (model) =>
    without(
      model.ofKind('interface'),
      ({ attributes }) => attributes.whenDown === undefined,
      (id) => `Say what happens when the other end of ${id} does not answer (\`whenDown\`).`,
    ),
  (model) =>
    model.ofKind('role').length > 0
      ? undefined
      : 'Declare the roles: who may perform and sign which step is what tests of access follow from.',
  (model) =>
    model.ofKind('requirement').length > 0
      ? undefined
      : 'Write the first requirement, and name in `satisfiedBy` the steps and interfaces that realise it.',
  (model) =>
    without(
      model.ofKind('system'),
      ({ attributes }) => attributes.version === undefined,
      (id) =>
        `Say which version of ${id} is in force, and what its environments hold: installation checks follow from it.`,
    ),
  (model) =>
    without(
      model.ofKind('object'),
      ({ attributes }) => attributes.systemOfRecord === undefined,
      (id) => `Say which system owns ${id} (\`systemOfRecord\`).`,
    ),
  (model) =>
    model.ofKind('exception').length > 0
      ? undefined
      : 'Declare an exception with a scenario: a partial hold, a rework, an outage. Tests in production-like use follow from it.',
  ({ project }) => {
    const profile = project?.attributes.profile;
    if (profile === 'sketch')
      return 'Set `profile: project`: what a finished specification should still declare is then listed as warnings.';
    return profile === 'project' ? 'Set `profile: gxp`: what is still expected then counts as an error.' : undefined;
  },
];

function without<E extends Element>(
  elements: readonly E[],
  lacks: (element: E) => boolean,
  say: (id: string) => string,
): string | undefined {
  const first = elements.find(lacks);
  return first && say(first.id);
}

function further(count: number, noun: string): string {
  return count === 1 ? '' : ` and ${count - 1} further ${noun}${count === 2 ? '' : 's'}`;
}
