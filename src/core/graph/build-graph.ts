import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Location } from '../diagnostics/location.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { compareDiagnostics } from '../diagnostics/order.ts';
import { COLLECTIONS } from '../language/collections.ts';
import type { CollectionDefinition, ElementKind } from '../language/collections.ts';
import type { Element, ElementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import { qualified, resolve } from './resolve-reference.ts';
import type { Link, SpecGraph } from './spec-graph.ts';
import { ambiguousHint, nounOf, unresolvedHint, unresolvedMessage } from './unresolved-reference.ts';
import { writtenReferences } from './walk-references.ts';
import type { CataloguedName, ContentProblem, WrittenReference } from './written-reference.ts';

/**
 * Resolves every name that the elements mention. `clauses` are the ids of the clause catalogue. What names nothing, or more
 * than one thing, is reported (`reference-unresolved`, `reference-ambiguous`); structured content that cannot be read as
 * what it should say is reported as `schema-invalid`. Nothing throws; what resolves is in the graph.
 */
export function buildGraph(
  model: SpecModel,
  clauses: ReadonlySet<string>,
): { readonly graph: SpecGraph; readonly diagnostics: readonly Diagnostic[] } {
  const links: Link[] = [];
  const diagnostics: Diagnostic[] = [];
  const names: NamesBeside = { clauses, lines: linesOf(model), retired: retiredNames(model) };
  const elements = [...model.elements.values(), ...(model.project === undefined ? [] : [model.project])];
  for (const element of elements) {
    const references = writtenReferences(element, model);
    const linked = new Set<string>();
    for (const written of references) {
      switch (written.kind) {
        case 'reference': {
          const link = linkOf(written, element, model, names, diagnostics);
          if (link === undefined) break;
          if (references.length > 1) {
            const what = `${link.to} ${link.attribute}`;
            if (linked.has(what)) break;
            linked.add(what);
          }
          links.push(link);
          break;
        }
        case 'problem':
          diagnostics.push(problemDiagnostic(written, element));
          break;
        default:
          diagnostics.push(...uncatalogued(written, element, names));
      }
    }
  }
  return { graph: indexLinks(model, links), diagnostics: diagnostics.toSorted(compareDiagnostics) };
}

/** Names that are right though no element of the model carries them; each is collected once for all elements. */
interface NamesBeside {
  readonly clauses: ReadonlySet<string>;
  /** Line codes of the package; undefined when the project file could not be read. */
  readonly lines: ReadonlySet<string> | undefined;
  /** What is gone for good, or has another name now. */
  readonly retired: ReadonlySet<string>;
}

function linkOf(
  written: WrittenReference,
  element: Element,
  model: SpecModel,
  { retired }: NamesBeside,
  diagnostics: Diagnostic[],
): Link | undefined {
  const { path, part, attribute, strictness } = written;
  const resolution = resolve(written, element, model);
  if (resolution.kind === 'element') return new WrittenLink(element, resolution.element.key, { path, part, attribute });
  if (strictness === 'may' || resolution.kind === 'nothing' || isConsequence(written, element, model)) return undefined;
  if (resolution.kind === 'ambiguous') {
    diagnostics.push({
      ruleId: 'reference-ambiguous',
      severity: 'error',
      message: `\`${written.name}\` may mean the ${resolution.elements.map(({ kind, id }) => `${nounOf(kind)} ${id}`).join(' or the ')}.`,
      hint: ambiguousHint(written, resolution.elements),
      subject: element.key,
      at: element.locate(path, part),
      related: resolution.elements.map(({ kind, id, at }) => ({
        message: `The ${nounOf(kind)} ${id} is declared here.`,
        at,
      })),
    });
    return undefined;
  }
  if (strictness === 'should' && retired.has(written.name)) return undefined;
  // A file that could not be read may hold what is named: then nothing is proven, and the other error comes first.
  const hint = model.complete
    ? unresolvedHint(written, element, model)
    : 'A file could not be read and may hold it: mend that file first.';
  diagnostics.push({
    ruleId: 'reference-unresolved',
    severity: strictness === 'should' || !model.complete ? 'warning' : 'error',
    message: unresolvedMessage(written, element),
    ...(hint === undefined ? {} : { hint }),
    subject: element.key,
    at: element.locate(path, part),
  });
  return undefined;
}

/** A link that finds its place when somebody asks: most of a large project are never asked. */
class WrittenLink implements Link {
  readonly from: ElementKey;
  readonly to: ElementKey;
  readonly attribute: string;
  readonly #element: Element;
  readonly #path: WrittenReference['path'];
  readonly #part: WrittenReference['part'];

  constructor(element: Element, to: ElementKey, where: Pick<WrittenReference, 'path' | 'part' | 'attribute'>) {
    this.from = element.key;
    this.to = to;
    this.attribute = where.attribute;
    this.#element = element;
    this.#path = where.path;
    this.#part = where.part;
  }

  get at(): Location {
    return this.#element.locate(this.#path, this.#part);
  }
}

/** A state of a lifecycle, or a field of an interface, that itself names nothing: that is reported where it is named. */
function isConsequence({ name, meaning, targets }: WrittenReference, element: Element, model: SpecModel): boolean {
  const id = targets.includes('members') ? qualified(meaning, 'members', element) : meaning;
  return id !== name && model.named(id.slice(0, id.indexOf('.'))).length === 0;
}

function retiredNames(model: SpecModel): ReadonlySet<string> {
  const names = new Set(Object.keys(model.project?.attributes.retired ?? {}));
  for (const { attributes, id, localId } of model.elements.values()) {
    const prefix = id.slice(0, id.length - localId.length);
    for (const formerId of ('formerIds' in attributes && attributes.formerIds) || [])
      names.add(formerId).add(`${prefix}${formerId}`);
  }
  return names;
}

function problemDiagnostic({ message, hint, path, part }: ContentProblem, element: Element): Diagnostic {
  return {
    ruleId: 'schema-invalid',
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
    subject: element.key,
    at: element.locate(path, part),
  };
}

function uncatalogued(
  { kind, name, path, part }: CataloguedName,
  element: Element,
  { clauses, lines }: NamesBeside,
): readonly Diagnostic[] {
  const known = kind === 'clause' ? clauses : lines;
  if (known === undefined || known.has(name)) return [];
  const near = nearestWord(name, known);
  const where = kind === 'clause' ? 'no clause of the catalogue' : 'no line of the package';
  const hint =
    near === undefined
      ? kind === 'line'
        ? 'The lines are declared under `package: lines:` of the project file.'
        : undefined
      : `Did you mean \`${near}\`?`;
  return [
    {
      ruleId: 'reference-unresolved',
      severity: 'error',
      message: `\`${name}\` names ${where}.`,
      ...(hint === undefined ? {} : { hint }),
      subject: element.key,
      at: element.locate(path, part),
    },
  ];
}

function linesOf(model: SpecModel): ReadonlySet<string> | undefined {
  return model.project && new Set(Object.keys(model.project.attributes.package.lines ?? {}));
}

function indexLinks(model: SpecModel, links: readonly Link[]): SpecGraph {
  const [outgoing, incoming] = [grouped(links, ({ from }) => from), grouped(links, ({ to }) => to)];
  const element = (key: ElementKey): Element | undefined =>
    model.project?.key === key ? model.project : model.elements.get(key);
  const none: readonly never[] = Object.freeze([]);
  return Object.freeze({
    links,
    from: (key: ElementKey) => outgoing.get(key) ?? none,
    to: (key: ElementKey) => incoming.get(key) ?? none,
    element,
    parts: (key: ElementKey) => {
      const whole = element(key);
      if (whole === undefined || whole.collection === 'project') return none;
      const { parts }: CollectionDefinition = COLLECTIONS[whole.collection];
      return parts.flatMap(({ kind }) => model.partsOf(whole, kind as ElementKind));
    },
  });
}

/** Links by a key of theirs. */
function grouped(links: readonly Link[], keyOf: (link: Link) => ElementKey): ReadonlyMap<ElementKey, readonly Link[]> {
  const groups = new Map<ElementKey, Link[]>();
  for (const link of links) {
    const key = keyOf(link);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [link]);
    else group.push(link);
  }
  // A list that grew holds room for sixteen more: of a large project that is more than all its links.
  for (const [key, group] of groups) if (group.length > 1) groups.set(key, group.slice());
  return groups;
}
