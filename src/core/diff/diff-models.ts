import { compareText } from '../diagnostics/order.ts';
import type { Json } from '../language/canonical.ts';
import type { Element } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { SourceFile, TemplateFile } from '../source/source-file.ts';
import { compareAttributes, identical } from './compare-attributes.ts';
import type { Change, Delta, Identity, ModelDiff, TemplateChange } from './delta.ts';
import { definitionOf } from './kind-shapes.ts';
import { matchElements } from './match-elements.ts';
import type { Matches, Pair } from './match-elements.ts';
import type { NewIds } from './new-ids.ts';
import { rewriteReferences } from './rewrite-references.ts';

/** The files of both revisions; with them, files of one content are not compared and files that only look different are named. */
export interface ComparedSources {
  readonly base: readonly SourceFile[];
  readonly head: readonly SourceFile[];
  /** Templates of the project in both revisions. */
  readonly templates?: { readonly base: readonly TemplateFile[]; readonly head: readonly TemplateFile[] };
}

/** What a comparison cost; it grows with the number of elements and no faster. */
export interface ComparisonCount {
  /** Elements that were looked for in the other revision. */
  matched: number;
  /** Pairs whose content was compared attribute by attribute. */
  compared: number;
}

/**
 * Everything in which the meaning of two models differs. Elements are matched by key and declared rename; values of the old
 * revision are compared, and given in `from`, with the ids that the new one uses, so that a rename leaves no echoes.
 * Parts of an added or removed element are no deltas of their own: they come and go with it.
 */
export function diffModels(
  base: SpecModel,
  head: SpecModel,
  sources?: ComparedSources,
  count: ComparisonCount = { matched: 0, compared: 0 },
): ModelDiff {
  const matches = matchElements(base, head);
  count.matched += matches.pairs.length + matches.added.length + matches.removed.length;
  const newIds = newIdsOf(matches.pairs);
  const sameContent = contentComparison(sources);
  const changes: Change[] = [];
  const echoes: Element[] = [];
  for (const pair of matches.pairs) {
    if (sameContent(pair)) continue;
    count.compared += 1;
    const from = rewritten(pair.before, base, newIds);
    if (!identical(from, pair.before.attributes as Json)) echoes.push(pair.before, pair.after);
    changes.push(...changesOf(pair, from));
  }
  const deltas: readonly Delta[] = [...wholeElements(matches), ...changes].sort(compareDeltas);
  const identities = matches.pairs.flatMap(identityOf).sort((a, b) => compareText(a.after.key, b.after.key));
  return {
    deltas,
    identities,
    reformatted: sources === undefined ? [] : reformattedFiles(sources, deltas, identities, echoes),
    ...(sources?.templates === undefined ? {} : { templates: templateChanges(sources.templates) }),
  };
}

/** Templates are compared by their bytes alone: what they leave out of a document cannot be told from their text. */
function templateChanges({ base, head }: NonNullable<ComparedSources['templates']>): readonly TemplateChange[] {
  const [before, after] = [base, head].map((files) => new Map(files.map((file) => [file.name, file])));
  const names = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort(compareText);
  return names.flatMap((name): TemplateChange[] => {
    const [from, to] = [before?.get(name), after?.get(name)];
    if (sameBytes(from, to)) return [];
    return [
      {
        name,
        ...(from === undefined ? {} : { before: from.sha256 }),
        ...(to === undefined ? {} : { after: to.sha256 }),
      },
    ];
  });
}

/** The element that a delta is about: in the new revision where it still exists. */
export function deltaElement(delta: Delta): Element {
  return delta.action === 'removed' ? delta.before : delta.after;
}

function newIdsOf(pairs: readonly Pair[]): NewIds {
  return new Map(
    pairs.filter(({ before, after }) => before.id !== after.id).map(({ before, after }) => [before.key, after.id]),
  );
}

/** The content of an element of base with the ids that head uses. */
function rewritten(before: Element, base: SpecModel, newIds: NewIds): Json {
  return rewriteReferences(definitionOf(before.kind).shape, before.attributes as Json, {
    base,
    element: before,
    newIds,
  });
}

function changesOf({ before, after }: Pair, from: Json): readonly Change[] {
  const { shape, partAttributes } = definitionOf(before.kind);
  return compareAttributes(shape, from, after.attributes as Json, partAttributes, {
    before: before.localId,
    after: after.localId,
  })
    .filter(({ path }) => !(path[0] === 'formerIds' && before.id !== after.id))
    .map((difference) => ({
      action: 'changed',
      before,
      after,
      path: difference.path,
      ...(difference.from === undefined ? {} : { from: difference.from }),
      ...(difference.to === undefined ? {} : { to: difference.to }),
    }));
}

function* wholeElements({ added, removed }: Matches): Generator<Delta> {
  const came = new Set(added.map((element) => element.key));
  const went = new Set(removed.map((element) => element.key));
  for (const after of added) {
    if (after.parent === undefined || !came.has(after.parent)) yield { action: 'added', after };
  }
  for (const before of removed) {
    if (before.parent === undefined || !went.has(before.parent)) yield { action: 'removed', before };
  }
}

function identityOf({ before, after, claimed }: Pair): readonly Identity[] {
  const relocated = before.file !== after.file && before.parent === undefined && before.kind !== 'project';
  return claimed || relocated ? [{ before, after, renamed: claimed, relocated }] : [];
}

/** Elements whose file has the same content in both revisions are equal without a look. */
function contentComparison(sources: ComparedSources | undefined): (pair: Pair) => boolean {
  if (sources === undefined) return () => false;
  const before = contentIds(sources.base);
  const after = contentIds(sources.head);
  return (pair) => {
    const content = before.get(pair.before.file);
    return content !== undefined && content === after.get(pair.after.file) && pair.before.id === pair.after.id;
  };
}

function reformattedFiles(
  { base, head }: ComparedSources,
  deltas: readonly Delta[],
  identities: readonly Identity[],
  echoes: readonly Element[],
): readonly string[] {
  // A file that differs because it names a renamed element is explained by the rename.
  const explained = new Set(echoes.map(({ file }) => file));
  for (const delta of deltas) {
    if (delta.action !== 'added') explained.add(delta.before.file);
    if (delta.action !== 'removed') explained.add(delta.after.file);
  }
  for (const { before, after } of identities) explained.add(before.file).add(after.file);
  const [before, after] = [base, head].map((files) => new Map(files.map((file) => [file.file, file])));
  const files = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
  return files
    .filter((file) => !explained.has(file) && !sameBytes(before?.get(file), after?.get(file)))
    .sort(compareText);
}

/** A blob of a commit and a file of a folder have ids of different kinds: then the bytes themselves are compared. */
function sameBytes(before: SourceFile | undefined, after: SourceFile | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  if (before.contentId === after.contentId) return true;
  return before.bytes.length === after.bytes.length && before.bytes.every((byte, at) => byte === after.bytes[at]);
}

function contentIds(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file.file, file.contentId]));
}

function compareDeltas(a: Delta, b: Delta): number {
  return (
    compareText(deltaElement(a).key, deltaElement(b).key) ||
    compareText(a.action, b.action) ||
    compareText(pathText(a), pathText(b))
  );
}

function pathText(delta: Delta): string {
  return delta.action === 'changed' ? delta.path.join('.') : '';
}
