import type { Element } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { LintFinding } from './finding.ts';
import { listed } from './judging/wording.ts';
import { LINTS } from './lint/index.ts';
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

/** The first rule of the catalogue that misses a declaration, by its first finding. */
function openExpectation(lint: readonly LintFinding[]): string | undefined {
  for (const { id, stance } of LINTS) {
    if (stance !== 'expectation') continue;
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
