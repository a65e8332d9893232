import type { DerivationContext } from '../derivation-context.ts';
import { joinDrafts, NOTHING, type Drafts } from '../draft.ts';
import type { InterfaceView } from '../interface-view.ts';
import { mappingViews, type MappingView } from '../mapping-view.ts';
import { messageSweep, type MessageProbe } from '../message-sweep.ts';
import { stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import { compareText } from '../../diagnostics/order.ts';
import type { Exclusion } from '../test-case.ts';
import { notDeclared } from '../wording/gaps.ts';
import { withinLatency } from '../wording/limits.ts';
import { rejectionWords } from '../wording/rejection.ts';
import type { Strategy } from './strategy.ts';

/** Every code, one that is not in the list, one in wrong case, retired ones, what is lost, and the way back. */
export const codes: Strategy = {
  type: 'ENM',
  rule: 'Per coded field: each source code; a code outside the list; a code in wrong case; retired codes; sources that share a target; the way back where declared.',
  derive: (context) =>
    joinDrafts(
      context.interfaces.flatMap((view) =>
        mappingViews(view, context).map((field) => fieldDrafts(field, view, context)),
      ),
    ),
};

const OUTSIDE = 'ZZ_OUTSIDE';

/** What is known of the codes that a field may hold at the sender. */
interface SourceCodes {
  readonly active: readonly string[];
  readonly retired: readonly string[];
  /** A status, a message name or a code list. */
  readonly of: string;
}

function fieldDrafts(field: MappingView, view: InterfaceView, context: DerivationContext): Drafts {
  const source = sourceCodes(field, view, context);
  if (field.reply) return NOTHING;
  if (source === undefined) {
    if (field.type !== 'code') return NOTHING;
    const crosswalk = field.element.attributes.crosswalk;
    const reason =
      crosswalk === undefined
        ? 'NOT DECLARED: code list of its source.'
        : `NOT DECLARED: code list of its source; the entries of ${crosswalk} are tested with type KEY.`;
    return {
      ...NOTHING,
      exclusions: [{ rule: 'ENM', element: field.element.key, what: `Codes of ${field.id}`, reason }],
    };
  }
  const probes: MessageProbe[] = source.active.map((code) => codeProbe(code, field, view, context));
  probes.push(outside(field, view, context), wrongCase(source, field, view, context));
  for (const code of source.retired) probes.push(retired(code, field, view, context));
  const exclusions: Exclusion[] = [];
  if (source.retired.length === 0)
    exclusions.push({
      rule: 'ENM',
      element: field.element.key,
      what: `Retired codes of ${field.id}`,
      reason: `${source.of} declares no deprecated code.`,
    });
  probes.push(...sharedTargets(field, view, context), ...wayBack(field, context));
  return messageSweep('ENM', view, field, `${field.id}: every code of ${source.of}`, probes, exclusions, context);
}

function sourceCodes(field: MappingView, view: InterfaceView, context: DerivationContext): SourceCodes | undefined {
  const [source] = field.sources;
  if (source === 'message')
    return view.messages.length === 0
      ? undefined
      : { active: view.messages, retired: [], of: `${view.id} (names of messages)` };
  const lifecycle = source === undefined ? undefined : context.lifecycle(source);
  if (lifecycle !== undefined)
    return field.type === 'code' || field.type === undefined
      ? { active: lifecycle.states, retired: [], of: lifecycle.id }
      : undefined;
  const map = mapOf(field, context);
  const listId = map?.attributes.from ?? field.sourceCodes ?? field.element.attributes.codes;
  const list = listId === undefined ? undefined : context.model.get('code-list', listId);
  if (list !== undefined) {
    const all = context.model.partsOf(list, 'code');
    const named = (deprecated: boolean) =>
      all.filter(({ attributes }) => (attributes.use === 'deprecated') === deprecated).map(({ localId }) => localId);
    return { active: named(false), retired: named(true), of: list.id };
  }
  const states = listId === undefined ? undefined : context.lifecycle(listId);
  if (states !== undefined) return { active: states.states, retired: [], of: states.id };
  return map === undefined
    ? undefined
    : { active: Object.keys(map.attributes.map).sort(compareText), retired: [], of: map.id };
}

function mapOf(field: MappingView, context: DerivationContext) {
  const id = field.element.attributes.map;
  return id === undefined ? undefined : context.model.get('value-map', id);
}

function codeProbe(code: string, field: MappingView, view: InterfaceView, context: DerivationContext): MessageProbe {
  const map = mapOf(field, context);
  const target = map?.attributes.map[code];
  const name = field.element.localId;
  const seen = withinLatency([view.id], context, 'sending');
  if (map !== undefined && target === undefined) {
    return {
      what: `code ${code}`,
      objective: `${code} in ${name}, which ${map.id} does not map, is handled as declared.`,
      input: `${sent(field)} = ${code}`,
      expected: unknownWords(code, field, view, context),
    };
  }
  const counted = setWords(code, field, context);
  return {
    what: `code ${code}`,
    ...(field.sources[0] === 'message' ? { message: `${view.id}.${code}` } : {}),
    objective: `${code} arrives in ${name} as ${target ?? code}.`,
    input: `${sent(field)} = ${code}`,
    expected: `${seen}: ${field.target} is ${target ?? code}.${counted}`,
  };
}

/** What the sets that the field is read against make of a status. */
function setWords(code: string, field: MappingView, context: DerivationContext): string {
  const lifecycle = field.sources.find((source) => context.lifecycle(source) !== undefined);
  if (lifecycle === undefined) return '';
  const vocabulary = stateVocabulary(context.model);
  const parts = (field.element.attributes.uses ?? []).flatMap((name) => {
    const set = context.model.get('set', name);
    if (set === undefined) return [];
    const counts = vocabulary.counts(name, lifecycle, code);
    const effect = set.attributes.effect ?? 'belongs';
    const inside = { blocks: 'blocking', permits: 'permitting', belongs: 'inside' }[effect];
    return counts === undefined
      ? [` ${name} rejects it.`]
      : [` ${name} counts it as ${counts ? inside : `not ${inside}`}.`];
  });
  return parts.join('');
}

function outside(field: MappingView, view: InterfaceView, context: DerivationContext): MessageProbe {
  const name = field.element.localId;
  return {
    what: 'code outside the list',
    objective: `A code outside the list in ${name} is handled as declared.`,
    input: `${sent(field)} = ${OUTSIDE}`,
    expected: unknownWords(OUTSIDE, field, view, context),
  };
}

function unknownWords(code: string, field: MappingView, view: InterfaceView, context: DerivationContext): string {
  const seen = withinLatency([view.id], context, 'sending');
  const unknown = mapOf(field, context)?.attributes.unknown;
  if (unknown === 'reject') return `${rejectionWords(view)}; no code is put in its place.`;
  if (unknown === 'quarantine')
    return `The message waits for a decision and is shown as such; ${field.target} is unchanged.`;
  if (unknown === 'pass') return `${seen}: accepted as declared; ${field.target} is ${code}.`;
  if (unknown !== undefined) return `${seen}: accepted as declared; ${field.target} is ${unknown.default}.`;
  const policies = (field.element.attributes.uses ?? []).flatMap((name) => {
    const set = context.model.get('set', name);
    return set === undefined
      ? []
      : [
          `${name} counts it as ${{ in: 'inside', out: 'outside', reject: 'an error' }[set.attributes.unknown ?? 'out']}${set.attributes.unknown === undefined ? ` (${notDeclared(`unknown of ${name}`)})` : ` (declared: unknown ${set.attributes.unknown})`}`,
        ];
  });
  const gap = notDeclared(`what ${view.id} does with a code of ${field.id} that it does not know`);
  return `No known code is shown in its place in ${field.target}.${policies.length === 0 ? '' : ` Where it is stored, ${policies.join('; ')}.`} (${gap}; write where the message ended and what is shown.)`;
}

function wrongCase(
  source: SourceCodes,
  field: MappingView,
  view: InterfaceView,
  context: DerivationContext,
): MessageProbe {
  const code = source.active[0] ?? OUTSIDE;
  const other = code === code.toUpperCase() ? code.toLowerCase() : code.toUpperCase();
  const folded = (field.element.attributes.transform ?? []).some((step) => step.case !== undefined);
  return {
    what: 'code in wrong case',
    objective: `A code in wrong case in ${field.element.localId} is no code of the list${folded ? ' until its declared transform folds it' : ''}.`,
    input: `${sent(field)} = ${other}`,
    expected: folded
      ? `${withinLatency([view.id], context, 'sending')}: ${field.target} is ${mapOf(field, context)?.attributes.map[code] ?? code}.`
      : unknownWords(other, field, view, context),
  };
}

function retired(code: string, field: MappingView, view: InterfaceView, context: DerivationContext): MessageProbe {
  const target = mapOf(field, context)?.attributes.map[code];
  const name = field.element.localId;
  return {
    what: `retired code ${code}`,
    objective: `The retired code ${code} in ${name} is still read.`,
    input: `${sent(field)} = ${code}`,
    expected:
      target === undefined && mapOf(field, context) !== undefined
        ? unknownWords(code, field, view, context)
        : `${withinLatency([view.id], context, 'sending')}: ${field.target} is ${target ?? code}; the screens of ${view.from} do not offer ${code} for a new entry.`,
  };
}

function sharedTargets(field: MappingView, view: InterfaceView, context: DerivationContext): readonly MessageProbe[] {
  const map = mapOf(field, context);
  if (map === undefined) return [];
  const byTarget = new Map<string, string[]>();
  for (const [code, target] of Object.entries(map.attributes.map))
    byTarget.set(target, [...(byTarget.get(target) ?? []), code]);
  return [...byTarget]
    .filter(([, sources]) => sources.length > 1)
    .map(([target, sources]) => ({
      what: `shared target ${target}`,
      objective: `${sources.sort(compareText).join(' and ')} share ${target}; what is lost is known.`,
      input: `${sent(field)} = ${sources.at(-1) ?? ''}`,
      expected: `${withinLatency([view.id], context, 'sending')}: ${field.target} is ${target}; the receiver cannot tell ${sources.join(' from ')}. ${map.attributes.lossy === undefined ? notDeclared(`why this loss is acceptable in ${map.id}`) : `Declared as acceptable: ${map.attributes.lossy.reason}`}.`,
    }));
}

function wayBack(field: MappingView, context: DerivationContext): readonly MessageProbe[] {
  const map = mapOf(field, context);
  if (map?.attributes.bothWays !== true) return [];
  return Object.entries(map.attributes.map).map(([code, target]) => ({
    what: `way back of ${target}`,
    objective: `${target} leads back to ${code}.`,
    input: `${sent(field)} = ${code}, and return ${target} from the receiver`,
    expected: `The sender shows ${code}.`,
  }));
}

/** What the sender's value is called in a step: the field of its object, or the mapped field itself. */
function sent(field: MappingView): string {
  return field.sources.length === 1 && field.sources[0] !== 'message'
    ? (field.sources[0] ?? field.element.localId)
    : field.element.localId;
}
