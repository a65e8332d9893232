import type { Derivation, InstallationCheck, TestCase } from '../derive/test-case.ts';
import { compareText } from '../diagnostics/order.ts';
import type { ElementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import { elementTitle } from '../model/element.ts';
import type { Impact, Omission, Selection } from './impact.ts';
import type { Seed } from './propagate.ts';
import { nameInWords } from './route.ts';
import { systemsReceiving } from './systems-receiving.ts';

interface Regression {
  readonly select: readonly Selection[];
  readonly exclude: readonly Omission[];
}

interface RegressionInput {
  readonly head: { readonly model: SpecModel };
  readonly base: { readonly model: SpecModel };
  readonly derivation: { readonly base: Derivation; readonly head: Derivation };
}

/** Installation checks that are repeated on every system that receives a changed artefact (domain section d.5, 7). */
const REPEATED = new Set(['CFG', 'MAP', 'VRS']);

/**
 * Which tests are due after a change, and which are not, each with its reason (domain section d.5): a case whose script
 * changed is authored again; one whose element or support is changed or reached is run again; the rest is listed as left out.
 */
export function selectRegression(
  input: RegressionInput,
  seeds: readonly Seed[],
  impacts: readonly Impact[],
): Regression {
  const why = reasons(seeds, impacts);
  const cases = compareTests(
    input.derivation.base.cases,
    input.derivation.head.cases,
    (one) => caseReason(one, why),
    (one) => one.caseHash,
    (one) => one.title,
  );
  const receiving = systemsReceiving(
    input.head.model,
    seeds.map(({ element }) => element),
  );
  const checks = compareTests(
    input.derivation.base.checks,
    input.derivation.head.checks,
    (one) => checkReason(one, why, receiving),
    (one) => `${one.expected ?? ''}|${one.method}`,
    (one) => `${one.item}, ${one.attribute}`,
  );
  const authored = authoredTests(input.head.model, why);
  return {
    select: [...cases.select, ...checks.select, ...authored.select].toSorted((a, b) => compareText(a.id, b.id)),
    exclude: [...cases.exclude, ...checks.exclude, ...authored.exclude].toSorted((a, b) => compareText(a.id, b.id)),
  };
}

interface Reasons {
  /** Changed itself. */
  readonly changed: ReadonlySet<ElementKey>;
  /** Reached, with the way in words. */
  readonly reached: ReadonlyMap<ElementKey, string>;
}

function reasons(seeds: readonly Seed[], impacts: readonly Impact[]): Reasons {
  return {
    changed: new Set(seeds.map(({ element }) => element)),
    reached: new Map(impacts.map(({ element, route }) => [element, route])),
  };
}

/** Tests of both revisions by id: new, authored again, run again, left out, retired. */
function compareTests<T extends { readonly id: string }>(
  base: readonly T[],
  head: readonly T[],
  reasonOf: (test: T) => string | undefined,
  scriptOf: (test: T) => string,
  titleOf: (test: T) => string,
): Regression {
  const before = new Map(base.map((test) => [test.id, test]));
  const after = new Set(head.map(({ id }) => id));
  const select: Selection[] = [];
  const exclude: Omission[] = [];
  for (const test of head) {
    const earlier = before.get(test.id);
    const reason = reasonOf(test);
    const named = { id: test.id, title: titleOf(test) };
    if (earlier === undefined) select.push({ ...named, status: 'new', reason: 'It did not exist at the baseline.' });
    else if (scriptOf(earlier) !== scriptOf(test))
      select.push({ ...named, status: 're-author', reason: reason ?? 'What is done or expected changed.' });
    else if (reason !== undefined) select.push({ ...named, status: 're-run', reason });
    else
      exclude.push({
        ...named,
        status: 'not-affected',
        reason:
          'No path that either revision declares leads from a change to its element, and nothing that it rests on changed.',
      });
  }
  for (const test of base) {
    if (!after.has(test.id))
      exclude.push({
        id: test.id,
        title: titleOf(test),
        status: 'retired',
        reason: 'What it showed is no longer specified.',
      });
  }
  return { select, exclude };
}

function caseReason(test: TestCase, why: Reasons): string | undefined {
  const changed = [test.element, ...test.support].find((key) => why.changed.has(key));
  if (changed !== undefined) return `${nameInWords(changed)} changed.`;
  const route = why.reached.get(test.element);
  if (route !== undefined) return `Reached: ${route}.`;
  const requirement = test.requirements.find((id) => why.changed.has(`requirement:${id}`));
  return requirement === undefined ? undefined : `Requirement ${requirement} changed: approve and run it again.`;
}

function checkReason(
  check: InstallationCheck,
  why: Reasons,
  receiving: ReadonlyMap<ElementKey, string>,
): string | undefined {
  if (why.changed.has(check.element)) return `${nameInWords(check.element)} changed.`;
  const artefact = receiving.get(check.element);
  if (artefact !== undefined && REPEATED.has(check.type)) return `Its system receives ${artefact}.`;
  return undefined;
}

/** Scenarios of exceptions and tests written by hand: run again when they pass something that is changed or reached. */
function authoredTests(model: SpecModel, why: Reasons): Regression {
  const select: Selection[] = [];
  const exclude: Omission[] = [];
  for (const element of [...model.ofKind('exception'), ...model.ofKind('test')]) {
    const id = element.kind === 'exception' ? `PQ-${element.id}` : element.id;
    const named = { id, title: elementTitle(element) };
    const route = why.reached.get(element.key);
    if (why.changed.has(element.key)) select.push({ ...named, status: 're-author', reason: 'Its script changed.' });
    else if (route !== undefined) select.push({ ...named, status: 're-run', reason: `Reached: ${route}.` });
    else exclude.push({ ...named, status: 'not-affected', reason: 'It passes nothing that is changed or reached.' });
  }
  return { select, exclude };
}
