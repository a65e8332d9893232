import type { DerivationContext } from '../derivation-context.ts';
import { joinDrafts, NOTHING, type Drafts } from '../draft.ts';
import { aboutRecord } from '../interface-trigger.ts';
import type { InterfaceView } from '../interface-view.ts';
import { mappingViews, type MappingView } from '../mapping-view.ts';
import { messageSweep, type MessageProbe } from '../message-sweep.ts';
import type { Exclusion } from '../test-case.ts';
import { printed, repeated } from '../values/text-values.ts';
import { listed, notDeclared } from '../wording/gaps.ts';
import { withinLatency } from '../wording/limits.ts';
import { rejectionWords } from '../wording/rejection.ts';
import type { Strategy } from './strategy.ts';

/** Keys find their one record, through a crosswalk or as they are. */
export const keys: Strategy = {
  type: 'KEY',
  rule: 'Per key or crosswalk field: known key, unknown key, row missing on one side, ambiguous key, longest key, key with a suffix, second record with the same key, key used again.',
  derive: (context) =>
    joinDrafts(
      context.interfaces.flatMap((view) =>
        mappingViews(view, context).map((field) => fieldDrafts(field, view, context)),
      ),
    ),
};

function fieldDrafts(field: MappingView, view: InterfaceView, context: DerivationContext): Drafts {
  const { attributes } = field.element;
  if (field.reply) return NOTHING;
  const crosswalk =
    attributes.crosswalk === undefined ? undefined : context.model.get('crosswalk', attributes.crosswalk);
  if (crosswalk !== undefined) return crosswalkDrafts(field, view, crosswalk, context);
  return attributes.key === true ? plainKeyDrafts(field, view, context) : NOTHING;
}

type Crosswalk = NonNullable<ReturnType<typeof crosswalkOf>>;

function crosswalkOf(context: DerivationContext, id: string) {
  return context.model.get('crosswalk', id);
}

function crosswalkDrafts(
  field: MappingView,
  view: InterfaceView,
  crosswalk: Crosswalk,
  context: DerivationContext,
): Drafts {
  const { attributes } = crosswalk;
  const name = field.element.localId;
  const [receiver] = view.to;
  const seen = withinLatency([view.id], context, 'sending');
  const sourceKey = keyOf(view.from, crosswalk, context);
  const targetKey = keyOf(receiver ?? '', crosswalk, context);
  const known = `TEST-${attributes.object.toUpperCase()}-A`;
  const found = `${seen}: ${field.target} holds the ${receiver ?? 'receiver'} key of row A of ${crosswalk.id}, and the message reaches that record and no other.`;
  const unknown = unknownWords(field, view, attributes.unknown, crosswalk.id);
  const probes: MessageProbe[] = [
    {
      what: 'known key',
      objective: `A key that ${crosswalk.id} knows leads to its one record.`,
      input: `${name} = the ${view.from} key of row A (${known})`,
      expected: found,
      testData: [
        `${crosswalk.id}, row A: keys of ${known} in ${listed(attributes.sides)}, to be prepared; write them.`,
      ],
    },
    {
      what: 'unknown key',
      objective: `A key that ${crosswalk.id} does not know is handled as declared (unknown).`,
      input: `${name} = ${unusedKey(targetKey?.length)}`,
      expected: unknown,
    },
    {
      what: 'row missing on one side',
      objective: `A key whose row has no ${receiver ?? 'receiver'} side is handled like an unknown one.`,
      input: `${name} = the ${view.from} key of row B, whose ${receiver ?? 'receiver'} side is empty`,
      expected: unknown,
      testData: [`${crosswalk.id}, row B: a ${view.from} key without a ${receiver ?? 'receiver'} key, to be prepared.`],
    },
    ambiguous(field, view, crosswalk),
  ];
  const exclusions: Exclusion[] = [];
  const length = sourceKey?.length;
  if (length === undefined)
    exclusions.push({
      rule: 'KEY',
      element: field.element.key,
      what: `Longest key of ${field.id}`,
      reason: `NOT DECLARED: length of the key of ${attributes.object} in ${view.from}.`,
    });
  else
    probes.push({
      what: 'longest key',
      objective: `The longest key of ${view.from} (${length} characters) leads to its one record.`,
      input: `${name} = ${printed(repeated('0123456789ABCDEF', length))} of row C`,
      expected: `${seen}: ${field.target} holds the ${receiver ?? 'receiver'} key of row C${targetKey?.length === undefined ? '' : ` (at most ${targetKey.length} characters)`}; it is not a cut form of what was sent.`,
      testData: [
        `${crosswalk.id}, row C: ${view.from} key "${repeated('0123456789ABCDEF', length)}" and its other keys, to be prepared.`,
      ],
    });
  if (sourceKey?.format?.includes('[') ?? false) {
    probes.push({
      what: 'key with suffix',
      objective: `A key with the optional part of ${sourceKey?.format ?? ''} leads to its own record, not to that of the key without it.`,
      input: `${name} = a key of the form ${sourceKey?.format ?? ''} with its optional part (row D)`,
      expected: `${seen}: the message reaches the record of row D; the record of the key without the optional part is unchanged.`,
      testData: [
        `${crosswalk.id}, row D: a ${view.from} key with the optional part of ${sourceKey?.format ?? ''}, beside a row for the key without it, to be prepared.`,
      ],
    });
  }
  return messageSweep(
    'KEY',
    view,
    field,
    `${field.id}: keys of ${attributes.object} by ${crosswalk.id}`,
    probes,
    exclusions,
    context,
  );
}

function ambiguous(field: MappingView, view: InterfaceView, { id, attributes }: Crosswalk): MessageProbe {
  const [receiver = 'receiver'] = view.to;
  const several = attributes.cardinality === 'many-to-one' || attributes.cardinality === 'many-to-many';
  const objective = `Two rows of ${id} with the same key are refused, or resolved as declared.`;
  const resolution =
    attributes.precedence !== undefined
      ? `The row wins that the declared precedence names: ${attributes.precedence}.`
      : attributes.cardinality === 'one-to-one' || several
        ? `The second row is refused when it is entered; or the message is refused as ambiguous and reaches no record in ${receiver}.`
        : `The message reaches one record in ${receiver} and no second one. (${notDeclared(`cardinality and precedence of ${id}`)}; write which record.)`;
  return {
    what: 'ambiguous key',
    objective,
    input: `${field.element.localId} = the ${view.from} key of row A, after a second row with that key and another ${receiver} key was entered`,
    expected: resolution,
    testData: [
      `${id}, second row A: the ${view.from} key of row A with another ${receiver} key, to be entered for this step alone and removed after it.`,
    ],
  };
}

function unknownWords(field: MappingView, view: InterfaceView, policy: string | undefined, id: string): string {
  if (policy === 'reject') return `${rejectionWords(view)}; ${id} has no new row.`;
  if (policy === 'quarantine')
    return `The message waits for a decision and is shown as such; no record is reached; ${id} has no new row.`;
  if (policy === 'pass') return `Accepted as declared: ${field.target} holds the key as it was sent, untranslated.`;
  return `No record other than that of the key is reached. (${notDeclared(`what ${id} does with an unknown key`)}; write where the message ended.)`;
}

interface SystemKey {
  readonly length: number | undefined;
  readonly format: string | undefined;
}

function keyOf(
  system: string,
  { attributes: { object } }: Crosswalk,
  context: DerivationContext,
): SystemKey | undefined {
  const key = context.model.get('object', object)?.attributes.keys?.[system];
  return key === undefined ? undefined : { length: key.length, format: key.format };
}

/** A key that exists nowhere, no longer than keys of that system are. */
function unusedKey(length: number | undefined): string {
  return 'ZZ-UNKNOWN-1'.slice(0, length ?? 12);
}

function plainKeyDrafts(field: MappingView, view: InterfaceView, context: DerivationContext): Drafts {
  const name = field.element.localId;
  const record = aboutRecord(view, context);
  const seen = withinLatency([view.id], context, 'sending');
  const receivers = listed(view.to);
  const { write } = field.element.attributes;
  const object = context.model.get('object', (field.sources[0] ?? '').split('.')[0] ?? '');
  const reusable = object?.attributes.keys?.[view.from]?.reusable;
  const second =
    write === 'insert'
      ? `${rejectionWords(view)}; the first record is unchanged.`
      : write === 'upsert' || write === 'overwrite'
        ? `${seen}: the one record with this ${name} shows the new values; there is no second record.`
        : `${seen}: there is one record with this ${name} in ${receivers}, not two. (${notDeclared(`write of ${field.id}`)}; write whether its values are the old or the new ones.)`;
  const probes: readonly MessageProbe[] = [
    {
      what: 'known key',
      objective: `A known ${name} leads to its one record.`,
      input: `${name} = the number of ${record}`,
      expected: `${seen}: the values reach ${record} in ${receivers} and no other record.`,
    },
    {
      what: 'unknown key',
      objective: `A ${name} that the receiver does not know makes a record of its own, or is rejected; it never reaches another record.`,
      input: `${name} = ${unusedKey(field.length)}`,
      expected: `${record} in ${receivers} is unchanged. (${notDeclared(`what ${view.id} does with a ${name} that the receiver does not know`)}; write whether a record was made or the message was rejected.)`,
    },
    {
      what: 'second message with the key',
      objective: `A second message with the same ${name} and other content does not make a second record.`,
      input: `${name} = the number of ${record} and other values in all other fields`,
      expected: second,
    },
    {
      what: 'key used again',
      objective: `A ${name} that belonged to a closed record is not mixed with it.`,
      input: `${name} = the number of a closed record (${record} of an earlier case)`,
      expected:
        reusable === true
          ? `${seen}: a new record is made; the closed one keeps its values.`
          : `The closed record keeps its values. ${reusable === undefined ? `(${notDeclared(`whether keys of ${object?.id ?? name} may return`)}; write where the message ended.)` : `${rejectionWords(view)}.`}`,
    },
  ];
  return messageSweep('KEY', view, field, `${field.id}: key without crosswalk`, probes, [], context);
}
