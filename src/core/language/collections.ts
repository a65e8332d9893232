import { departmentsEntry } from './collections/departments.ts';
import { systemsEntry, systemEnvironment } from './collections/systems.ts';
import { rolesEntry } from './collections/roles.ts';
import { segregationEntry } from './collections/segregation.ts';
import { objectsEntry, objectField } from './collections/objects.ts';
import { codesEntry, codeValue } from './collections/codes.ts';
import { setsEntry } from './collections/sets.ts';
import { valueMapsEntry } from './collections/value-maps.ts';
import { conversionsEntry } from './collections/conversions.ts';
import { unitsEntry } from './collections/units.ts';
import { crosswalksEntry } from './collections/crosswalks.ts';
import { measuresEntry } from './collections/measures.ts';
import { interfacesEntry, interfaceField, interfaceMessage } from './collections/interfaces.ts';
import { reconciliationsEntry } from './collections/reconciliations.ts';
import { lifecyclesEntry, lifecycleState, lifecycleTransition } from './collections/lifecycles.ts';
import { invariantsEntry } from './collections/invariants.ts';
import { eventsEntry } from './collections/events.ts';
import { stepsEntry } from './collections/steps.ts';
import { outputsEntry, outputItem } from './collections/outputs.ts';
import { reportsEntry } from './collections/reports.ts';
import { evidenceLinksEntry } from './collections/evidence-links.ts';
import { exceptionsEntry } from './collections/exceptions.ts';
import { phasesEntry } from './collections/phases.ts';
import { requirementsEntry } from './collections/requirements.ts';
import { risksEntry } from './collections/risks.ts';
import { testsEntry } from './collections/tests.ts';
import { documentsEntry } from './collections/documents.ts';
import { textsEntry } from './collections/texts.ts';
import { changesEntry } from './collections/changes.ts';
import { waiversEntry } from './collections/waivers.ts';
import { project } from './collections/project.ts';
import type { Canonical } from './canonical.ts';
import type { CollectionName, PartShape } from './shape.ts';

/** A part of an entry that is an element of its own: it has an id, a place in the diff, and may be referred to. */
export interface PartDefinition<K extends string = string, S extends PartShape = PartShape> {
  /** The attribute of the entry that holds these parts. */
  readonly attribute: string;
  readonly kind: K;
  /** What people call one. */
  readonly noun: string;
  readonly shape: S;
}

/** One collection of the language. */
export interface CollectionDefinition<
  K extends string = string,
  S extends PartShape = PartShape,
  P extends readonly PartDefinition[] = readonly PartDefinition[],
> {
  readonly kind: K;
  readonly noun: string;
  readonly shape: S;
  readonly parts: P;
}

function collection<
  const K extends string,
  S extends PartShape,
  const P extends readonly PartDefinition[] = readonly [],
>(kind: K, noun: string, shape: S, parts: P): CollectionDefinition<K, S, P> {
  return { kind, noun, shape, parts };
}

/** Every collection of the language, in the order in which people read them. */
export const COLLECTIONS = {
  departments: collection('department', 'department', departmentsEntry, []),
  systems: collection('system', 'system', systemsEntry, [
    { attribute: 'environments', kind: 'environment', noun: 'environment', shape: systemEnvironment },
  ]),
  roles: collection('role', 'role', rolesEntry, []),
  segregation: collection('segregation', 'segregation rule', segregationEntry, []),
  objects: collection('object', 'data object', objectsEntry, [
    { attribute: 'fields', kind: 'field', noun: 'field', shape: objectField },
  ]),
  codes: collection('code-list', 'code list', codesEntry, [
    { attribute: 'values', kind: 'code', noun: 'code', shape: codeValue },
  ]),
  sets: collection('set', 'set', setsEntry, []),
  valueMaps: collection('value-map', 'value map', valueMapsEntry, []),
  conversions: collection('conversion', 'unit conversion', conversionsEntry, []),
  units: collection('unit', 'unit', unitsEntry, []),
  crosswalks: collection('crosswalk', 'crosswalk', crosswalksEntry, []),
  measures: collection('measure', 'measure', measuresEntry, []),
  interfaces: collection('interface', 'interface', interfacesEntry, [
    { attribute: 'messages', kind: 'message', noun: 'message', shape: interfaceMessage },
    { attribute: 'fields', kind: 'mapping', noun: 'mapped field', shape: interfaceField },
    { attribute: 'reply', kind: 'reply', noun: 'reply field', shape: interfaceField },
  ]),
  reconciliations: collection('reconciliation', 'reconciliation', reconciliationsEntry, []),
  lifecycles: collection('lifecycle', 'lifecycle', lifecyclesEntry, [
    { attribute: 'states', kind: 'state', noun: 'state', shape: lifecycleState },
    { attribute: 'transitions', kind: 'transition', noun: 'transition', shape: lifecycleTransition },
  ]),
  invariants: collection('invariant', 'invariant', invariantsEntry, []),
  events: collection('event', 'business event', eventsEntry, []),
  steps: collection('step', 'process step', stepsEntry, []),
  outputs: collection('output', 'regulated output', outputsEntry, [
    { attribute: 'content', kind: 'output-item', noun: 'content item', shape: outputItem },
  ]),
  reports: collection('report', 'report', reportsEntry, []),
  evidenceLinks: collection('evidence-link', 'evidence link', evidenceLinksEntry, []),
  exceptions: collection('exception', 'exception', exceptionsEntry, []),
  phases: collection('phase', 'coexistence phase', phasesEntry, []),
  requirements: collection('requirement', 'requirement', requirementsEntry, []),
  risks: collection('risk', 'risk', risksEntry, []),
  tests: collection('test', 'authored test', testsEntry, []),
  documents: collection('document', 'document', documentsEntry, []),
  texts: collection('text', 'authored text', textsEntry, []),
  changes: collection('change', 'change record', changesEntry, []),
  waivers: collection('waiver', 'waiver', waiversEntry, []),
} as const satisfies Record<CollectionName, CollectionDefinition>;

export const PROJECT = project;

export const LANGUAGE_VERSION = 1;

type Collections = typeof COLLECTIONS;
type PartsOf<C extends CollectionName> = Collections[C]['parts'][number];

/** Kind of element → its canonical attributes; parts that are elements of their own are not among them. */
export type AttributesByKind = {
  [C in CollectionName as Collections[C]['kind']]: Omit<Canonical<Collections[C]['shape']>, PartsOf<C>['attribute']>;
} & {
  [P in PartsOf<CollectionName> as P['kind']]: Canonical<P['shape']>;
} & { project: Canonical<typeof project> };

/** What an element is. `mapping` is a mapped field of an interface, `reply` one of its answer. */
export type ElementKind = keyof AttributesByKind;

export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as readonly CollectionName[];
