import { boundsOf } from '../core/explore/compose/bounds.ts';
import { composePlant } from '../core/explore/compose/compose-plant.ts';
import type { ComposedPlant, PlantBounds } from '../core/explore/plant/composed-plant.ts';
import type { Property } from '../core/explore/search/property.ts';
import { promelaOf } from '../core/explore/export/promela.ts';
import { tlaOf, type TlaExport } from '../core/explore/export/tla.ts';
import type { Simulation } from '../core/explore/story/simulation.ts';
import type { CompiledInvariant } from '../core/explore/verdict/compiled-invariant.ts';
import { compileInvariants } from '../core/explore/verdict/compile-invariant.ts';
import { DEFAULT_MESSAGES_AT_MOST, type ExplorationRequest } from '../core/explore/verdict/exploration-request.ts';
import type { SpecModel } from '../core/model/spec-model.ts';
import type { RevisionIdentity } from '../core/source/source-file.ts';
import { analyseOne } from './analyse-one.ts';
import type { ComparisonOutcome } from './compare-project.ts';
import type { Workbench } from './compose.ts';

/** A plant that is ready to be gone through. */
export interface OpenedSimulation {
  readonly simulation: Simulation;
  readonly head: RevisionIdentity;
}

/** One revision as a model for another checker. */
export interface ExportedPlant {
  readonly head: RevisionIdentity;
  readonly plant: ComposedPlant;
  readonly written: { readonly to: 'promela'; readonly text: string } | ({ readonly to: 'tla' } & TlaExport);
  /** Invariants that no search can judge, so that the export holds no question for them. */
  readonly notExported: readonly { readonly invariant: string; readonly why: string }[];
}

/** Composes one revision to go through it step by step. */
export async function openSimulation(
  workbench: Workbench,
  revision: string | undefined,
  request: ExplorationRequest,
): Promise<ComparisonOutcome<OpenedSimulation>> {
  return onOne(workbench, revision, (model, head) => {
    const { plant, invariants } = composed(model, roomy(model, request));
    return { head, simulation: { model, plant, questions: questionsOf(invariants) } };
  });
}

/** Writes one revision for Spin or TLC. */
export async function exportPlant(
  workbench: Workbench,
  revision: string | undefined,
  to: 'promela' | 'tla',
  request: ExplorationRequest,
): Promise<ComparisonOutcome<ExportedPlant>> {
  return onOne(workbench, revision, (model, head) => {
    const { plant, invariants } = composed(model, request);
    const properties = questionsOf(invariants).map(({ property }) => property);
    return {
      head,
      plant,
      written: to === 'promela' ? { to, text: promelaOf(plant, properties) } : { to, ...tlaOf(plant, properties) },
      notExported: invariants.flatMap(({ invariant, notExplored, declared }) => {
        const why = notExplored ?? declared?.reason;
        return why === undefined ? [] : [{ invariant, why }];
      }),
    };
  });
}

async function onOne<R>(
  workbench: Workbench,
  revision: string | undefined,
  make: (model: SpecModel, head: RevisionIdentity) => R,
): Promise<ComparisonOutcome<R>> {
  const { model, source, diagnostics, invalid, notices } = await readModel(workbench, revision);
  if (invalid) return { kind: 'invalid', diagnostics, which: ['head'], notices };
  return { kind: 'compared', comparison: make(model, source.identity), notices };
}

async function readModel(workbench: Workbench, revision: string | undefined) {
  const analysed = await analyseOne(workbench, revision);
  workbench.progress.done();
  return { ...analysed, notices: [] };
}

function composed(
  model: SpecModel,
  request: ExplorationRequest,
): { readonly plant: ComposedPlant; readonly invariants: readonly CompiledInvariant[] } {
  const composition = composePlant(model, boundsFor(model, request));
  return compileInvariants(model, composition, model.ofKind('invariant'));
}

/** Somebody who goes through the plant is not stopped by a channel that a search would widen: as many messages as one tries. */
function roomy(model: SpecModel, request: ExplorationRequest): ExplorationRequest {
  const { messages } = request.bounds ?? {};
  const declared = model.project?.attributes.explore?.messages;
  if (typeof messages === 'number' || (messages === undefined && typeof declared === 'number')) return request;
  return { ...request, bounds: { ...request.bounds, messages: DEFAULT_MESSAGES_AT_MOST } };
}

/** Without a search there is no automatic number of messages: the declared one holds, or the usual one. */
function boundsFor(model: SpecModel, { bounds = {} }: ExplorationRequest): PlantBounds {
  const { messages, instances, spare, ...others } = bounds;
  const declared = boundsOf(model);
  return boundsOf(model, {
    ...others,
    ...(typeof messages === 'number' ? { messages } : {}),
    instances: { ...declared.instances, ...instances },
    spare: { ...declared.spare, ...spare },
  });
}

function questionsOf(
  invariants: readonly CompiledInvariant[],
): readonly { readonly invariant: string; readonly property: Property }[] {
  return invariants.flatMap(({ invariant, properties }) => properties.map((property) => ({ invariant, property })));
}
