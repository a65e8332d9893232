import type { ElementKind } from '../../language/collections.ts';
import type { ElementKey } from '../../model/element.ts';
import { indexModel } from '../../model/model-index.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { editedElement, editedPaths } from './edit.ts';
import type { Edit } from './edit.ts';

/** Kinds of element that a composed plant is made of. Not the project: both revisions are explored within the same bounds. */
const EXPLORED_KINDS: ReadonlySet<string> = new Set<ElementKind>([
  'code',
  'code-list',
  'field',
  'interface',
  'lifecycle',
  'mapping',
  'message',
  'object',
  'reply',
  'set',
  'state',
  'transition',
  'value-map',
]);

/**
 * Attributes, and parts of them, that say nothing about what can happen. What is not named here counts as explored, so that
 * an attribute that is new in the language is tried rather than forgotten.
 */
const DESCRIPTIVE: Readonly<Record<string, readonly string[]>> = {
  every: ['title', 'description', 'rationale', 'refs', 'satisfies', 'owner', 'lines', 'formerIds', 'consumers'],
  code: ['meaning'],
  'code-list': ['version'],
  field: ['definition', 'path', 'critical'],
  interface: [
    'contract',
    'critical',
    'delivery.alarmAfter',
    'delivery.alarmTo',
    'delivery.deadLetter',
    'delivery.retry',
    'delivery.timeout',
    'latency',
    'owners',
    'reconcile',
    'transport',
    'volume',
    'whenDown.buffer',
    'whenDown.catchUp',
    'whenDown.fallback',
    'whenDown.note',
  ],
  mapping: ['definition', 'critical', 'length', 'source.length'],
  object: ['copies', 'critical', 'crosswalk', 'keys', 'owners', 'record', 'revisioned', 'systemOfRecord', 'writers'],
  reply: ['definition', 'critical'],
  set: ['deployedIn'],
  transition: ['does', 'event', 'negative', 'reason'],
  'value-map': ['deployedIn', 'lossy'],
};

/** Whether a value can matter to an exploration: `isExplored('transition:NCR.T03', ['when'])`. */
export function isExplored(element: ElementKey, path: readonly (string | number)[]): boolean {
  const kind = element.slice(0, element.indexOf(':'));
  if (!EXPLORED_KINDS.has(kind)) return false;
  return !isDescriptive('every', path) && !isDescriptive(kind, path);
}

/** The model with only those elements that an exploration looks at: all others make no difference to it. */
export function explorable(model: SpecModel): SpecModel {
  const { revision, project, complete, withheld } = model;
  const elements = [...model.elements.values()].filter(({ kind }) => kind === 'invariant' || EXPLORED_KINDS.has(kind));
  return indexModel(revision, project, elements, { complete, withheld });
}

/**
 * Whether an edit can matter to whether this invariant breaks: it touches what the plant is made of, or the invariant itself.
 * A rename never does: everything that refers to the element follows it.
 */
export function canMatter(edit: Edit, invariant: ElementKey): boolean {
  if (edit.kind === 'renamed') return false;
  const element = editedElement(edit);
  const paths = editedPaths(edit);
  if (element === invariant) return paths.length === 0 || !paths.every((path) => isDescriptive('every', path));
  return paths.length === 0 ? isExplored(element, []) : paths.some((path) => isExplored(element, path));
}

function isDescriptive(kind: string, path: readonly (string | number)[]): boolean {
  return (DESCRIPTIVE[kind] ?? []).some((name) => name.split('.').every((step, depth) => path[depth] === step));
}
