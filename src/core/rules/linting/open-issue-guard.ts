import type { Condition } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import { matchingStates, stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { readsIn } from './condition-reads.ts';
import type { ConditionRead } from './condition-reads.ts';
import { lifecycleSteps } from './lifecycle-steps.ts';
import type { LifecycleSteps, Transition } from './lifecycle-steps.ts';
import { guardOf } from './step-start.ts';

/** Classes of states that stand for something unresolved. */
const ISSUES: ReadonlySet<string> = new Set(['open', 'held']);

/**
 * Whether the condition of a step looks at open issues: at a status that can be open or held, at a result that can block, or
 * at a fact that people check by a named procedure. A status that only such a step leads to is a look at it, too.
 */
export function looksAtIssues(model: SpecModel, steps: LifecycleSteps, transition: Transition): boolean {
  return looks(model, steps, transition, new Set());
}

function looks(model: SpecModel, steps: LifecycleSteps, transition: Transition, seen: Set<string>): boolean {
  seen.add(transition.id);
  const guard = guardOf(transition);
  return hasProcedure(guard) || readsIn(guard).some((read) => readsIssue(model, steps, read, seen));
}

/** A fact counts where a controlled document says how it is checked. */
function hasProcedure(condition: Condition): boolean {
  return condition.kind === 'fact' ? condition.per !== undefined : partsOf(condition).some(hasProcedure);
}

function readsIssue(model: SpecModel, steps: LifecycleSteps, read: ConditionRead, seen: Set<string>): boolean {
  const { leaf, ofOthers, from } = read;
  if (leaf.kind === 'comparison') {
    const carriers = from === undefined ? [leaf.field] : sourcesOf(from).map((id) => `${id}.${leaf.field}`);
    return carriers.some((field) => canBlock(model, field)) || (ofOthers && leaf.comparison === 'filled');
  }
  // The status that the step itself leaves says nothing about issues.
  if (leaf.lifecycle === steps.lifecycle.id && !ofOthers) return false;
  const other = lifecycleSteps(model).find(({ lifecycle }) => lifecycle.id === leaf.lifecycle);
  if (other === undefined) return false;
  if (leaf.states.kind === 'set' && model.get('set', leaf.states.set)?.attributes.effect === 'blocks') return true;
  if (other.states.some(({ attributes }) => ISSUES.has(attributes.class ?? ''))) return true;
  const wanted = new Set(matchingStates(leaf.states, leaf.lifecycle, stateVocabulary(model)));
  return isGuardedEntry(model, other, wanted, seen);
}

/** Whether every step that leads from outside into these states looks at open issues. */
function isGuardedEntry(
  model: SpecModel,
  steps: LifecycleSteps,
  states: ReadonlySet<string>,
  seen: Set<string>,
): boolean {
  if (steps.starts.some(({ state }) => states.has(state))) return false;
  const entries = steps.transitions.filter(
    (transition) =>
      steps.targets(transition).some((state) => states.has(state)) &&
      steps.origins(transition).some((state) => !states.has(state)),
  );
  return entries.length > 0 && entries.every((entry) => !seen.has(entry.id) && looks(model, steps, entry, seen));
}

function sourcesOf(from: NonNullable<ConditionRead['from']>): readonly string[] {
  return from.kind === 'read' ? [from.interface] : from.messages.map((message) => message.split('.')[0] ?? message);
}

/** Whether a field can say that something blocks: it carries a status, or a code of a list that has such codes. */
function canBlock(model: SpecModel, name: string): boolean {
  const field = model.get('field', name) ?? model.get('mapping', name) ?? model.get('reply', name);
  if (field === undefined) return false;
  const { attributes } = field;
  const sources = 'from' in attributes ? (attributes.from ?? []) : [];
  if (sources.some((source) => model.get('lifecycle', source) !== undefined)) return true;
  const map = 'map' in attributes && attributes.map !== undefined ? model.get('value-map', attributes.map) : undefined;
  const lists = [
    attributes.codes,
    map?.attributes.to,
    map?.attributes.from,
    ...sources.map((source) => model.get('field', source)?.attributes.codes),
  ];
  return lists.some((list) => {
    const codes = list === undefined ? undefined : model.get('code-list', list);
    return (
      codes !== undefined && model.partsOf(codes, 'code').some(({ attributes: { trait } }) => trait === 'blocking')
    );
  });
}
