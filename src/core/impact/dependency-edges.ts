import type { ElementKind } from '../language/collections.ts';
import type { Link, SpecGraph } from '../graph/spec-graph.ts';
import type { ElementKey } from '../model/element.ts';

/**
 * How far a change goes on from an element that it reached (rules section 5, domain section d.5).
 * `full`: what depends on its value, existence or timing is reached too. `listing`: only what names it for people is reached
 * (requirements, process steps, outputs, invariants), so that one changed message does not repeat a whole plant. `end`: nothing.
 */
export type Reach = 'full' | 'listing' | 'end';

/** A change of `from` may affect `to`. */
export interface DependencyEdge {
  readonly from: ElementKey;
  readonly to: ElementKey;
  /** Reads between the two: `set VM-NCR-BLOCK` *is read by the guard of* `transition INV.T03`. */
  readonly because: string;
  /** Followed only from elements that are reached in full. */
  readonly functional: boolean;
  /** How far the change goes on from `to`. */
  readonly reach: Reach;
}

interface Rule {
  /** Kinds of the element that wrote the reference; absent = any. */
  readonly by?: readonly ElementKind[];
  /** First segment of the attribute. */
  readonly attribute: readonly string[];
  /** `named`: a change of what is named affects who names it. `naming`: the other way round. */
  readonly affects: 'naming' | 'named';
  readonly because: string;
  readonly functional: boolean;
  readonly reach: Reach;
}

const functional = (
  by: readonly ElementKind[],
  attribute: readonly string[],
  because: string,
  reach: Reach = 'full',
  affects: Rule['affects'] = 'naming',
): Rule => ({ by, attribute, affects, because, functional: true, reach });

const listing = (
  by: readonly ElementKind[],
  attribute: readonly string[],
  because: string,
  affects: Rule['affects'] = 'naming',
): Rule => ({
  by,
  attribute,
  affects,
  because,
  functional: false,
  reach: 'listing',
});

/** The first rule that fits a reference decides; a reference that none fits carries nothing. */
const RULES: readonly Rule[] = [
  { attribute: ['satisfies'], affects: 'named', because: 'realises', functional: false, reach: 'listing' },
  listing(['requirement'], ['satisfiedBy'], 'realises'),
  listing(['requirement'], ['parents'], 'is refined by'),
  functional(['transition'], ['emits'], 'is sent by', 'full', 'named'),
  functional(['transition'], ['receives'], 'starts'),
  functional(['transition'], ['when', 'procedure'], 'is read by the guard of'),
  functional(['transition'], ['by', 'sign', 'as'], 'may act in', 'listing'),
  functional(['transition'], ['fills', 'creates'], 'is written by', 'listing'),
  functional(['transition'], ['from', 'to'], 'is an end of', 'listing'),
  functional(['set'], ['of', 'members', 'except', 'classes'], 'is listed by'),
  functional(['value-map'], ['from', 'to', 'map'], 'is translated by'),
  functional(['conversion', 'crosswalk'], ['factor', 'object'], 'is converted by'),
  functional(['field'], ['codes', 'unit', 'uses', 'systemOfRecord'], 'gives its meaning to'),
  functional(
    ['mapping', 'reply'],
    ['from', 'map', 'conversion', 'crosswalk', 'uses', 'codes', 'when', 'required', 'unit', 'source'],
    'is carried by',
  ),
  functional(['role'], ['inherits'], 'passes its rights to'),
  listing(['interface'], ['from', 'to', 'transport'], 'is an end of'),
  listing(['interface'], ['reconcile'], 'is policed by', 'named'),
  listing(['interface'], ['whenDown', 'delivery', 'trigger', 'about', 'filter'], 'is used by'),
  listing(['lifecycle'], ['object', 'system'], 'is the basis of'),
  listing(
    ['role', 'system', 'object'],
    ['department', 'owners', 'crosswalk', 'record', 'systemOfRecord', 'identity'],
    'is used by',
  ),
  listing(['reconciliation'], ['uses'], 'is relied on by'),
  listing(['reconciliation'], ['polices', 'between'], 'is watched by'),
  listing(['step'], ['outputs'], 'is fed by', 'named'),
  listing(['step'], ['elements', 'documents', 'roles'], 'is used in'),
  listing(['output'], ['approvals', 'issue'], 'decides on'),
  listing(['output-item'], ['from', 'uses', 'required'], 'is shown in'),
  listing(
    ['invariant'],
    [
      'never',
      'step',
      'requires',
      'before',
      'must',
      'since',
      'after',
      'given',
      'from',
      'possible',
      'reachable',
      'agree',
      'conserved',
      'over',
      'across',
      'carriedBy',
      'gate',
      'only',
      'final',
      'independent',
      'of',
      'separate',
    ],
    'is constrained by',
  ),
  listing(['exception'], ['elements', 'scenario', 'documents'], 'is played in'),
  listing(['evidence-link'], ['via', 'key'], 'carries'),
  listing(['report'], ['inputs', 'filter', 'uses'], 'is counted in'),
  listing(['event'], ['transitions'], 'is where it happens for'),
  listing(['segregation'], ['acts'], 'is segregated by'),
  listing(['risk'], ['element', 'controls'], 'is the subject of'),
  listing(['test'], ['verifies'], 'is verified by'),
  listing(['measure'], ['covers', 'gate'], 'is measured by'),
  functional(['transition'], ['after'], 'times'),
  functional(['message'], ['filter'], 'is filtered by'),
  functional(['field'], ['required', 'normalise'], 'decides when there must be a value of'),
  functional(['mapping', 'reply'], ['transform'], 'is carried by'),
  listing(['mapping', 'reply'], ['for'], 'receives'),
  listing(['set', 'value-map', 'conversion', 'crosswalk'], ['deployedIn', 'keptIn', 'sides'], 'is where people find'),
  listing(['conversion'], ['examples'], 'is used in an example of'),
  listing(['object'], ['of', 'keys', 'copies', 'writers'], 'is used by'),
  listing(['lifecycle'], ['initial'], 'is where it begins for'),
  listing(
    ['system', 'environment', 'role', 'segregation'],
    ['supplier', 'accounts', 'connections', 'systems', 'may', 'training', 'barred'],
    'is used by',
  ),
  listing(['interface'], ['owners'], 'answers for'),
  listing(['reconciliation'], ['onDifference'], 'says what to do about'),
  listing(['event'], ['followers', 'initiators', 'numbered'], 'takes part in'),
  listing(['step'], ['collects', 'systemOfRecord', 'review', 'release', 'audit', 'owners'], 'is used in'),
  listing(['output', 'report'], ['assembledIn', 'template', 'system'], 'is used for'),
  listing(['evidence-link'], ['from', 'to', 'required'], 'is an end of'),
  listing(['phase'], ['live', 'manual'], 'is part of'),
  listing(['document'], ['covers'], 'is controlled by'),
];

/** What a written reference means for change; nothing where a change of one end cannot matter to the other. */
export function dependencyOf(link: Link, graph: SpecGraph): DependencyEdge | undefined {
  const kind = graph.element(link.from)?.kind;
  if (kind === undefined) return undefined;
  const [first = ''] = link.attribute.split('.');
  const rule = ruleFor(kind, first);
  if (rule === undefined) return undefined;
  const [from, to] = rule.affects === 'naming' ? [link.to, link.from] : [link.from, link.to];
  const reach = ENDS.has(graph.element(to)?.kind ?? '') ? 'end' : rule.reach;
  return { from, to, because: rule.because, functional: rule.functional, reach };
}

/**
 * Kinds at which a change arrives and stops: they are read, played or signed, but nothing depends on them. Without this a
 * procedure that covers two interfaces would carry a change from one to the other.
 */
const ENDS: ReadonlySet<string> = new Set([
  'document',
  'output',
  'report',
  'exception',
  'risk',
  'evidence-link',
  'event',
  'segregation',
  'measure',
  'phase',
  'test',
  'reconciliation',
  'environment',
  'object',
]);

function ruleFor(kind: ElementKind, attribute: string): Rule | undefined {
  return RULES.find((one) => one.attribute.includes(attribute) && (one.by === undefined || one.by.includes(kind)));
}

/** True when a reference in this attribute carries change one way or the other. */
export function carriesChange(kind: ElementKind, attribute: string): boolean {
  return ruleFor(kind, attribute) !== undefined;
}
