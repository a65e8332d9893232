import type { DerivationContext } from '../derivation-context.ts';
import { joinDrafts, NOTHING, type Drafts } from '../draft.ts';
import type { InterfaceView } from '../interface-view.ts';
import { mappingViews, type MappingView } from '../mapping-view.ts';
import { messageSweep, type MessageProbe } from '../message-sweep.ts';
import { printed, repeated, textProbes, type TextProbe } from '../values/text-values.ts';
import { notDeclared } from '../wording/gaps.ts';
import { withinLatency } from '../wording/limits.ts';
import { rejectionWords } from '../wording/rejection.ts';
import type { Strategy } from './strategy.ts';

/** Text arrives character by character, and what does not fit is rejected, not cut. */
export const texts: Strategy = {
  type: 'TXT',
  rule: 'Per text field: longest, one shorter, one longer (rejected, not cut, unless declared), one character, empty, leading zeros, outer blanks, case, accents and Greek, delimiters, multi-byte at full length.',
  derive: (context) =>
    joinDrafts(
      context.interfaces.flatMap((view) =>
        mappingViews(view, context).map((field) => fieldDrafts(field, view, context)),
      ),
    ),
};

function fieldDrafts(field: MappingView, view: InterfaceView, context: DerivationContext): Drafts {
  if (
    field.reply ||
    (field.type !== 'string' && field.type !== 'text') ||
    field.element.attributes.constant !== undefined
  )
    return NOTHING;
  const exclude = (what: string, reason: string) => ({
    rule: 'TXT' as const,
    element: field.element.key,
    what,
    reason,
  });
  if (field.element.attributes.crosswalk !== undefined) {
    return {
      ...NOTHING,
      exclusions: [
        exclude(
          `Texts of ${field.id}`,
          `${field.element.attributes.crosswalk} translates the value, so a text that is no key of it never arrives; its keys are tested with type KEY.`,
        ),
      ],
    };
  }
  const length = field.length ?? field.sourceLength;
  if (length === undefined) {
    return {
      ...NOTHING,
      exclusions: [
        exclude(`Longest text of ${field.id}`, 'NOT DECLARED: length; without it there is no boundary to test.'),
      ],
    };
  }
  const probes: MessageProbe[] = textProbes(length).map((probe) => messageProbe(probe, length, field, view, context));
  const source = field.sourceLength;
  if (source !== undefined && source > length) {
    probes.push(
      messageProbe(
        { what: 'length + 1', text: repeated('ABCDEFGHIJKLMNOPQRSTUVWXYZ', source) },
        length,
        field,
        view,
        context,
        `source length ${source}`,
      ),
    );
  }
  return messageSweep('TXT', view, field, `${field.id}: text of up to ${length} characters`, probes, [], context);
}

function messageProbe(
  probe: TextProbe,
  length: number,
  field: MappingView,
  view: InterfaceView,
  context: DerivationContext,
  what: string = probe.what,
): MessageProbe {
  const name = field.element.localId;
  const data = probe.text.length <= 12 ? [] : [`${name}, ${what}: "${probe.text}"`];
  return {
    what,
    objective: objectiveOf(probe, name, what),
    input: probe.what === 'empty' ? `${name} empty` : `${name} = ${printed(probe.text)}`,
    expected: expectedOf(probe, length, field, view, context),
    testData: data,
  };
}

function objectiveOf({ what }: TextProbe, name: string, label: string): string {
  if (what === 'length + 1') return `A text (${label}) in ${name} is handled as declared and never cut unseen.`;
  return what === 'empty'
    ? `An empty ${name} is handled as declared.`
    : `${name} keeps a text (${label}) character by character.`;
}

function expectedOf(
  probe: TextProbe,
  length: number,
  field: MappingView,
  view: InterfaceView,
  context: DerivationContext,
): string {
  const { attributes } = field.element;
  const seen = withinLatency([view.id], context, 'sending');
  const changes = [...(attributes.transform ?? [])];
  const same =
    changes.length === 0
      ? `${field.target} is ${printed(probe.text)}, equal character by character`
      : `${field.target} is ${printed(probe.text)} after the declared transform of ${field.id}; the hand-worked result is attached`;
  if (probe.what === 'length + 1') {
    if (attributes.tooLong === 'truncate')
      return `${seen}: accepted and cut, as declared: ${field.target} is ${printed([...probe.text].slice(0, length).join(''))}.`;
    return `${rejectionWords(view)}; no text cut to ${length} characters is found.`;
  }
  if (probe.what === 'empty') {
    if (attributes.required === true) return `${rejectionWords(view)}.`;
    if (attributes.whenEmpty === undefined)
      return `${field.target} shows neither a blank text nor the value of an earlier message as if it had been sent. (${notDeclared(`what an empty ${field.id} does at the receiver`)}; write what it shows.)`;
    return {
      omit: `${seen}: accepted; no ${field.target} arrives.`,
      keep: `${seen}: accepted; ${field.target} keeps its value.`,
      clear: `${seen}: accepted; ${field.target} is empty.`,
      reject: `${rejectionWords(view)}.`,
    }[attributes.whenEmpty];
  }
  return `${seen}: ${same}.`;
}
