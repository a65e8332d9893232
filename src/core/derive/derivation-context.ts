import type { Digest } from '../digest.ts';
import { compareText } from '../diagnostics/order.ts';
import type { SpecGraph } from '../graph/spec-graph.ts';
import type { ElementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import { interfaceViews, type InterfaceView } from './interface-view.ts';
import { lifecycleViews, type LifecycleView } from './lifecycle-view.ts';
import { roleRights, type RoleRights } from './role-rights.ts';
import { settledPlant, type SettledPlant } from './settled/settled-plant.ts';
import { stories, type Stories } from './settled/stories.ts';

/** What is handed to the derivation: one revision, read and linked. */
export interface DerivationInput {
  readonly model: SpecModel;
  readonly graph: SpecGraph;
  readonly digest: Digest;
}

/** Everything that the strategies look at, prepared once. */
export interface DerivationContext extends DerivationInput {
  readonly lifecycles: readonly LifecycleView[];
  readonly interfaces: readonly InterfaceView[];
  readonly rights: RoleRights;
  readonly plant: SettledPlant;
  readonly stories: Stories;
  lifecycle(id: string): LifecycleView | undefined;
  interface(id: string): InterfaceView | undefined;
  /** The value made for this key, made once; the key says everything that it depends on. */
  once<T>(key: string, make: () => T): T;
  /**
   * Requirements that an element satisfies: its own, those of the invariants that name it, and those written on the element
   * whose part it is; sorted. What merely concerns a sister part is not among them.
   */
  requirementsOf(key: ElementKey): readonly string[];
}

export function derivationContext(input: DerivationInput): DerivationContext {
  const { model, graph } = input;
  const lifecycles = lifecycleViews(model);
  const interfaces = interfaceViews(model, lifecycles);
  const plant = settledPlant(model, lifecycles, interfaces);
  const made = new Map<string, unknown>();
  const lifecycleById = new Map(lifecycles.map((view) => [view.id, view]));
  const interfaceById = new Map(interfaces.map((view) => [view.id, view]));

  function requirementsOf(key: ElementKey): readonly string[] {
    const parent = graph.element(key)?.parent;
    const invariants = graph
      .to(key)
      .map(({ from }) => from)
      .filter((from) => kindOf(from) === 'invariant');
    const all = [key, ...invariants, ...(parent === undefined ? [] : [parent])].flatMap(directRequirements);
    return [...new Set(all)].sort(compareText);
  }

  function directRequirements(key: ElementKey): readonly string[] {
    const naming = graph.to(key).map(({ from }) => from);
    const named = graph.from(key).map(({ to }) => to);
    return [...naming, ...named]
      .filter((other) => kindOf(other) === 'requirement')
      .map((other) => graph.element(other)?.id ?? other);
  }

  function kindOf(key: ElementKey): string | undefined {
    return graph.element(key)?.kind;
  }

  return {
    ...input,
    lifecycles,
    interfaces,
    rights: roleRights(model),
    plant,
    stories: stories(plant, lifecycles, interfaces, model.project?.attributes.explore?.start ?? {}),
    lifecycle: (id) => lifecycleById.get(id),
    interface: (id) => interfaceById.get(id),
    requirementsOf,
    once: <T>(key: string, make: () => T): T => {
      if (!made.has(key)) made.set(key, make());
      return made.get(key) as T;
    },
  };
}
