import { jsonText } from '../../diff/comparable.ts';
import { compareText } from '../../diagnostics/order.ts';
import type { SpecGraph } from '../../graph/spec-graph.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { toolsOf } from '../adjustments/output-lineage.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { statusOf } from '../linting/declared.ts';
import { without } from './values.ts';
import { listed, named } from './wording.ts';

/** One revision, and what its elements are called in head. */
interface Revision {
  readonly model: SpecModel;
  readonly graph: SpecGraph;
  readonly nameOf: (element: Element) => string;
}

/**
 * Content items whose value comes another way than before, from the owner of what they show to where the output is put
 * together, whatever edit did it. It names both ways and claims nothing of what made them differ.
 */
export function lineageVerdicts(context: ChangeContext): readonly Verdict[] {
  const { inHead, inBase } = context;
  const base = { model: context.base, graph: context.graphBase, nameOf: (one: Element) => inHead(one)?.id ?? one.id };
  const head = { model: context.head, graph: context.graphHead, nameOf: (one: Element) => one.id };
  return context.head.ofKind('output').flatMap((after) => {
    const before = inBase(after) as Element<'output'> | undefined;
    if (before === undefined) return [];
    const items = context.head
      .partsOf(after, 'output-item')
      .flatMap((item) => itemVerdict(item, { before, after, base, head }, context));
    return [...assemblyVerdict(before, after, items, { base, head }), ...items];
  });
}

/** The place where the parts come together moves the end of every way to it; their findings say what that means. */
function assemblyVerdict(
  before: Element<'output'>,
  after: Element<'output'>,
  items: readonly Verdict[],
  { base, head }: { readonly base: Revision; readonly head: Revision },
): readonly Verdict[] {
  const [from, to] = [place(before, base), place(after, head)];
  if (from === to) return [];
  return [
    {
      what: `${named(after)} is put together in ${to ?? 'no declared system'} instead of ${from ?? 'no declared system'}.`,
      before,
      after,
      path: ['assembledIn'],
      values: { from, to },
      claims: items.flatMap(({ after: item, path }) =>
        item === undefined ? [] : [{ element: item.key, path: (path ?? []).join('.') }],
      ),
    },
  ];
}

function place(output: Element<'output'>, { model, nameOf }: Revision): string | undefined {
  const { assembledIn } = output.attributes;
  const system = assembledIn === undefined ? undefined : model.get('system', assembledIn);
  return system === undefined ? assembledIn : nameOf(system);
}

function itemVerdict(
  item: Element<'output-item'>,
  outputs: {
    readonly before: Element<'output'>;
    readonly after: Element<'output'>;
    readonly base: Revision;
    readonly head: Revision;
  },
  { inBase, changesOf }: ChangeContext,
): readonly Verdict[] {
  const former = inBase(item) as Element<'output-item'> | undefined;
  if (former === undefined) return [];
  const from = lineage(former, outputs.before, outputs.base);
  const to = lineage(item, outputs.after, outputs.head);
  const own = changesOf(item)
    .map(({ path }) => path.join('.'))
    .filter((path) => path === 'from' || path === 'uses');
  if (jsonText(from) === jsonText(to) && own.length === 0) return [];
  const [lost, come] = [without(from, to), without(to, from)];
  const parts = [
    ...(lost.length === 0 ? [] : [`no longer ${listed(lost)}`]),
    ...(come.length === 0 ? [] : [`now ${listed(come)}`]),
    ...(lost.length + come.length === 0 ? ['the same sources in another order'] : []),
  ];
  return [
    {
      what: `${named(item)} is made from other sources, or on another way: ${parts.join('; ')}.`,
      before: former,
      after: item,
      path: ['from'],
      values: { from, to },
      explains: own,
    },
  ];
}

type Way = readonly string[];

/** What an item is made from, as sentences: each source with its owner, the mapped fields that carry it, and what these turn it with. */
function lineage(item: Element<'output-item'>, output: Element<'output'>, revision: Revision): Way {
  const { model } = revision;
  const { from = [], uses = [] } = item.attributes;
  const lines: string[] = [];
  const seen = new Set<string>();
  const visit = (element: Element): void => {
    if (seen.has(element.key)) return;
    seen.add(element.key);
    if (element.kind === 'lifecycle') lines.push(statusLine(element as Element<'lifecycle'>, revision));
    else if (element.kind === 'field') {
      lines.push(...fieldLines(element as Element<'field'>, output, revision));
      for (const name of (element as Element<'field'>).attributes.uses ?? []) model.named(name).forEach(visit);
    } else lines.push(`uses ${revision.nameOf(element)}`);
  };
  for (const name of from) {
    const source = model.get('field', name) ?? model.get('lifecycle', name);
    if (source === undefined) lines.push(`“${name}”, which the specification does not define`);
    else visit(source);
  }
  for (const name of uses) model.named(name).forEach(visit);
  return lines;
}

function statusLine(lifecycle: Element<'lifecycle'>, { model, nameOf }: Revision): string {
  const { system } = lifecycle.attributes;
  const owner = system === undefined ? undefined : model.get('system', system);
  return `the status ${nameOf(lifecycle)} of ${owner === undefined ? (system ?? 'no declared system') : nameOf(owner)}`;
}

/** A mapped field that takes a value from one system to another. */
interface Hop {
  readonly carrier: Element<'mapping'> | Element<'reply'>;
  readonly from: string;
  readonly to: readonly string[];
}

function fieldLines(field: Element<'field'>, output: Element<'output'>, revision: Revision): Way {
  const { model, nameOf } = revision;
  const owners = ownersOf(field, model);
  const target = output.attributes.assembledIn;
  const systems = (ids: readonly string[]): string =>
    ids
      .map((id) => nameIn(model.get('system', id), id, nameOf))
      .toSorted(compareText)
      .join(', ');
  const first = `${nameOf(field)} of ${owners.length === 0 ? 'no declared owner' : systems(owners)}`;
  const hops = hopsOf(field, revision);
  const outward = target === undefined || owners.includes(target) ? [] : between(hops.carrying, owners, target);
  const inward = hops.filling.filter(({ to }) => owners.length === 0 || to.some((system) => owners.includes(system)));
  return [
    first,
    ...[...new Set([...inward, ...outward])]
      .map(({ carrier, from, to }) => {
        const tools = toolsOf(carrier).map((key) => nameIn(model.elements.get(key), key, nameOf));
        return `${nameOf(carrier)} (${systems([from])} → ${systems(to)}${tools.length === 0 ? '' : `, with ${tools.join(', ')}`})`;
      })
      .toSorted(compareText),
  ];
}

function nameIn(element: Element | undefined, id: string, nameOf: Revision['nameOf']): string {
  return element === undefined ? id : nameOf(element);
}

/** Systems that own a field: its own statement, else that of its object; several where ownership is handed over. */
function ownersOf(field: Element<'field'>, model: SpecModel): readonly string[] {
  const object = field.parent === undefined ? undefined : (model.elements.get(field.parent) as Element<'object'>);
  const owner = field.attributes.systemOfRecord ?? object?.attributes.systemOfRecord;
  if (owner === undefined) return [];
  return typeof owner === 'string' ? [owner] : Object.keys(owner);
}

/** Mapped fields in force that carry a field onward, and those that fill it. A reply travels the other way. */
function hopsOf(
  field: Element<'field'>,
  { model, graph }: Revision,
): { readonly carrying: readonly Hop[]; readonly filling: readonly Hop[] } {
  const carrying: Hop[] = [];
  const filling: Hop[] = [];
  for (const { from: key, attribute } of graph.to(field.key)) {
    const carrier = graph.element(key) as Element<'mapping'> | Element<'reply'> | undefined;
    if (carrier === undefined || (carrier.kind !== 'mapping' && carrier.kind !== 'reply')) continue;
    const flow =
      carrier.parent === undefined ? undefined : (model.elements.get(carrier.parent) as Element<'interface'>);
    if (flow === undefined || statusOf(model, carrier) !== 'effective') continue;
    const { from, to } = flow.attributes;
    const hops: readonly Hop[] =
      carrier.kind === 'reply' ? to.map((system) => ({ carrier, from: system, to: [from] })) : [{ carrier, from, to }];
    if (attribute === 'from') carrying.push(...hops);
    if (attribute === 'to') filling.push(...hops);
  }
  return { carrying, filling };
}

/** Those hops that lie on some way from one of the owners to the target. */
function between(hops: readonly Hop[], owners: readonly string[], target: string): readonly Hop[] {
  const forward = reached(
    owners,
    hops,
    ({ from }) => [from],
    ({ to }) => to,
  );
  const back = reached(
    [target],
    hops,
    ({ to }) => to,
    ({ from }) => [from],
  );
  // Without an owner, any carrier that arrives may be the one.
  return hops.filter(({ from, to }) => (owners.length === 0 || forward.has(from)) && to.some((one) => back.has(one)));
}

function reached(
  start: readonly string[],
  hops: readonly Hop[],
  inOf: (hop: Hop) => readonly string[],
  outOf: (hop: Hop) => readonly string[],
): ReadonlySet<string> {
  const found = new Set(start);
  for (const system of found) {
    for (const hop of hops) if (inOf(hop).includes(system)) for (const next of outOf(hop)) found.add(next);
  }
  return found;
}
