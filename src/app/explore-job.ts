import { compareDiagnostics, type Diagnostic, type Location } from '../core/diagnostics/index.ts';
import { usageFailure } from '../core/diagnostics/failure.ts';
import { nearestWord } from '../core/diagnostics/nearest-word.ts';
import { compareText } from '../core/diagnostics/order.ts';
import type { ChangeExploration } from '../core/explore/change/change-exploration.ts';
import { exploreChange } from '../core/explore/change/explore-change.ts';
import { boundsOf } from '../core/explore/compose/bounds.ts';
import { composePlant } from '../core/explore/compose/compose-plant.ts';
import type { PlantBounds } from '../core/explore/plant/composed-plant.ts';
import type { SearchWatch } from '../core/explore/search/search-watch.ts';
import { replayStory } from '../core/explore/story/replay-story.ts';
import { tellStory } from '../core/explore/story/tell-story.ts';
import type { TraceFile, WrittenTrace } from '../core/explore/story/trace-file.ts';
import type { RuleStrength } from '../core/explore/strength/rule-strength.ts';
import type { ExplorationRequest } from '../core/explore/verdict/exploration-request.ts';
import type { Exploration } from '../core/explore/verdict/exploration.ts';
import { exploreModel } from '../core/explore/verdict/explore-model.ts';
import { buildGraph } from '../core/graph/build-graph.ts';
import { loadModel, type ParseCache } from '../core/model/load-model.ts';
import type { SpecModel } from '../core/model/spec-model.ts';
import type { ReplayedTrace } from '../core/report/exploration-report.ts';
import type { SourceRevision } from '../core/source/source-file.ts';

/** One revision as an exploration reads it: plain data, so that it can be handed to another thread. */
export interface JobRevision {
  readonly source: SourceRevision;
  /** What reading the files has brought up already. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What an exploration is asked to do, as plain data. */
export type ExploreJob = JobFrame &
  (
    | { readonly kind: 'revision' | 'strength'; readonly head: JobRevision }
    | { readonly kind: 'change'; readonly base: JobRevision; readonly head: JobRevision }
    | { readonly kind: 'replay'; readonly head: JobRevision; readonly traces: TraceFile }
  );

interface JobFrame {
  readonly clauses: ReadonlySet<string>;
  readonly clauseSets: ReadonlySet<string>;
  readonly request: ExplorationRequest;
}

/** What came of it, as plain data. */
export type ExploreAnswer =
  | {
      readonly kind: 'invalid';
      readonly diagnostics: readonly Diagnostic[];
      readonly which: readonly ('base' | 'head')[];
    }
  | { readonly kind: 'revision'; readonly exploration: Exploration; readonly places: Places }
  | { readonly kind: 'change'; readonly change: ChangeExploration; readonly places: Places }
  | { readonly kind: 'strength'; readonly strength: RuleStrength }
  | { readonly kind: 'replay'; readonly bounds: PlantBounds; readonly traces: readonly ReplayedTrace[] };

/** Element key → where it stands; in head, or in base where head has it no more. */
export type Places = Readonly<Record<string, Location>>;

/**
 * Does the work, possibly for long: in the program another thread calls it. What only some jobs need is loaded by them.
 */
export async function run(job: ExploreJob, watch: SearchWatch): Promise<ExploreAnswer> {
  const cache: ParseCache = new Map();
  const head = read(job.head, job, cache);
  const base = job.kind === 'change' ? read(job.base, job, cache) : undefined;
  const invalid = [base, head].filter((one) => one !== undefined && one.invalid) as readonly ReadRevision[];
  if (invalid.length > 0) {
    const diagnostics = await Promise.all(invalid.map((one) => withUnheardNames(one, job)));
    return { kind: 'invalid', diagnostics: diagnostics.flat(), which: invalid.map(({ model }) => model.revision) };
  }
  const models = [head.model, ...(base === undefined ? [] : [base.model])];
  checkNames(job.request, models);
  const request = completed(job.request, head.model);
  switch (job.kind) {
    case 'change': {
      const change = exploreChange((base ?? head).model, head.model, request, watch);
      return { kind: 'change', change, places: placesOf(change, models) };
    }
    case 'strength': {
      const { ruleStrength } = await import('../core/explore/strength/rule-strength.ts');
      return { kind: 'strength', strength: ruleStrength(head.model, request, watch) };
    }
    case 'replay':
      return replayed(head.model, job.traces, job.request.only);
    case 'revision': {
      const exploration = exploreModel(head.model, request, watch);
      return { kind: 'revision', exploration, places: placesOfInvariants(exploration, head.model) };
    }
  }
}

interface ReadRevision {
  readonly model: SpecModel;
  readonly diagnostics: readonly Diagnostic[];
  readonly invalid: boolean;
}

function read({ source, diagnostics: earlier }: JobRevision, frame: JobFrame, cache: ParseCache): ReadRevision {
  const loaded = loadModel(source, { cache });
  const linked = buildGraph(loaded.model, frame.clauses);
  const diagnostics = [...earlier, ...loaded.diagnostics, ...linked.diagnostics];
  return { model: loaded.model, diagnostics, invalid: diagnostics.some(({ severity }) => severity === 'error') };
}

/** Names that nothing listens to are warnings: they are told with what is wrong, and cost nothing where nothing is. */
async function withUnheardNames(
  { model, diagnostics }: ReadRevision,
  { clauseSets }: JobFrame,
): Promise<readonly Diagnostic[]> {
  const { unheardNames } = await import('./unheard-names.ts');
  return [...diagnostics, ...unheardNames(model, clauseSets)].toSorted(compareDiagnostics);
}

/** A name that nothing carries would silently explore something else. */
function checkNames({ only, bounds }: ExplorationRequest, models: readonly SpecModel[]): void {
  const known = (kind: 'invariant' | 'object'): readonly string[] =>
    models.flatMap((model) => model.ofKind(kind).map(({ id }) => id)).toSorted(compareText);
  for (const id of only ?? []) refuseUnknown('invariant', id, known('invariant'));
  for (const id of Object.keys({ ...bounds?.instances, ...bounds?.spare }))
    refuseUnknown('object', id, known('object'));
}

function refuseUnknown(kind: 'invariant' | 'object', id: string, known: readonly string[]): void {
  if (known.includes(id)) return;
  const meant = nearestWord(id, known);
  const hint = meant === undefined ? `There are: ${known.join(', ') || 'none'}.` : `Did you mean ${meant}?`;
  throw usageFailure(`${kind}-unknown`, `No ${kind} is called '${id}' here.`, hint);
}

/** Numbers of records that the user gives stand beside those of the project, not in place of all of them. */
function completed(request: ExplorationRequest, model: SpecModel): ExplorationRequest {
  const { bounds } = request;
  if (bounds?.instances === undefined && bounds?.spare === undefined) return request;
  const declared = boundsOf(model);
  return {
    ...request,
    bounds: {
      ...bounds,
      instances: { ...declared.instances, ...bounds.instances },
      spare: { ...declared.spare, ...bounds.spare },
    },
  };
}

function replayed(model: SpecModel, file: TraceFile, only: readonly string[] | undefined): ExploreAnswer {
  const { plant } = composePlant(model, file.bounds);
  const wanted = only === undefined ? file.traces : file.traces.filter(({ about }) => only.includes(about));
  const traces = wanted.map(({ about, start, steps }: WrittenTrace): ReplayedTrace => {
    const begun = Object.entries(start).map(([name, value]) => ({ name, lifecycle: '', value }));
    const { trace, refused, notices } = replayStory(plant, { start: begun, replay: steps });
    const story = tellStory(model, plant, trace);
    return { about, steps: steps.length, story, notices, ...(refused === undefined ? {} : { refused }) };
  });
  return { kind: 'replay', bounds: file.bounds, traces };
}

/** Where what a comparison speaks of is written. */
export function placesOf({ invariants }: ChangeExploration, models: readonly SpecModel[]): Places {
  const keys = invariants.flatMap(({ invariant, blame }) => [
    `invariant:${invariant}`,
    ...(blame?.edits ?? []).map(({ element }) => element),
  ]);
  return placed(keys, models);
}

function placesOfInvariants({ invariants }: Exploration, model: SpecModel): Places {
  return placed(
    invariants.map(({ invariant }) => `invariant:${invariant}`),
    [model],
  );
}

function placed(keys: readonly string[], models: readonly SpecModel[]): Places {
  const places = new Map<string, Location>();
  for (const key of keys) {
    const element = models.map((model) => model.elements.get(key)).find((one) => one !== undefined);
    if (element !== undefined) places.set(key, element.at);
  }
  return Object.fromEntries(places);
}
