import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import {
  interfaceOf,
  mappedSubjects,
  placeOrField,
  receiverOf,
  receiversOf,
  sendersOf,
} from '../linting/mapped-value.ts';
import type { MappedField, ValueEnd } from '../linting/mapped-value.ts';
import { listed } from '../judging/wording.ts';

/** Times that mean another moment, or another day, after they have travelled. */
export const mappingDatetimeNaive = defineLint({
  id: 'mapping-datetime-naive',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The two zones are declared and differ; where one is not declared, it is an expectation.',
  purpose:
    'Reports a time that is sent in one zone and arrives in another without a step that shifts it, or of which a zone is not known, and a day that is cut out of a time without naming the zone.',
  why: 'Hours shift, expiry and batch dates fall on another day, and the order of events in the records is wrong.',
  fix: 'Declare `zone` at both ends (or `clock: {stored: …}` of both systems), and shift with `toZone`, or `toDate` with a zone.',
  reads: [
    'systems.clock.stored',
    'objects.field.type',
    'objects.field.zone',
    'interfaces.field.type',
    'interfaces.field.zone',
    'interfaces.field.source',
    'interfaces.field.transform',
  ],
  examples: [
    {
      name: 'two zones without a step, a step to another zone, a clock that differs, a day without zone',
      spec: `
        systems: {ERP: {clock: {stored: Europe/London}}, MES: {clock: {stored: UTC}}}
        objects: {lot: {fields: {made: {type: timestamp, zone: UTC}, packed: {type: timestamp}}}}
        interfaces:
          IF-1:
            from: MES
            to: ERP
            fields:
              made: {from: lot.made, type: timestamp, zone: Europe/London}
              shifted: {from: lot.made, type: timestamp, zone: Europe/London, transform: [{toZone: Europe/Paris}]}
              unsaid: {from: lot.made, type: timestamp}
              packed: {from: lot.packed, type: timestamp, zone: local}
              day: {from: lot.made, type: date, transform: [{toDate: local}]}`,
      expect: [
        '8:53 error IF-1.made: lot.made is in UTC, but IF-1.made is in Europe/London: no step shifts it.',
        '9:56 error IF-1.shifted: IF-1.shifted is shifted to Europe/Paris, but IF-1.shifted is in Europe/London: no step shifts it.',
        '10:38 error IF-1.unsaid: lot.made is in UTC, but ERP stores times in Europe/London: no step shifts it.',
        '11:57 error IF-1.packed: MES stores times in UTC, but ERP stores times in Europe/London: no step shifts it.',
        '12:53 error IF-1.day: IF-1.day takes the day of “local”, which is another day in another system.',
      ],
    },
    {
      name: 'a zone that nobody declares',
      spec: `
        systems: {ERP: {}, MES: {clock: {stored: UTC}}}
        objects: {lot: {fields: {made: {type: timestamp}}}}
        interfaces: {IF-1: {from: MES, to: ERP, fields: {made: {from: lot.made, type: timestamp}, begun: {from: lot.made, type: timestamp, zone: none}}}}`,
      expect: [
        '3:79 error IF-1.made: IF-1.made carries a time, and neither IF-1.made nor the clock of ERP says in which zone.',
        '3:138 error IF-1.begun: IF-1.begun carries a time, and neither IF-1.begun nor the clock of ERP says in which zone.',
      ],
    },
    {
      name: 'one zone, a shift, a day seen from a zone, clocks that agree, a date, text, and a time whose zone does not apply',
      spec: `
        systems: {ERP: {clock: {stored: Europe/London}}, MES: {clock: {stored: UTC}}, QMS: {clock: {stored: Etc/UTC}}}
        objects: {lot: {fields: {made: {type: timestamp, zone: UTC}, packed: {type: timestamp}, expiry: {type: date}}}}
        interfaces:
          IF-1:
            from: MES
            to: ERP
            fields:
              made: {from: lot.made, type: timestamp, zone: UTC}
              shifted: {from: lot.made, type: timestamp, zone: Europe/London, transform: [{toZone: Europe/London}]}
              stored: {from: lot.made, type: timestamp, transform: [{toZone: Europe/London}]}
              day: {from: lot.made, type: date, transform: [{toDate: Europe/London}]}
              expiry: {from: lot.expiry, type: date}
              text: {from: lot.made, type: string, transform: [{toText: ISO 8601 with offset}]}
              clock: {from: lot.packed, type: time, zone: {notApplicable: a duration on the shop-floor clock}}
          IF-2: {from: MES, to: QMS, fields: {packed: {from: lot.packed, type: timestamp}}}`,
      expect: [],
    },
  ],
  *check({ model, subjects }) {
    for (const field of mappedSubjects(subjects)) {
      yield* dayWithoutZone(field);
      for (const sender of sendersOf(model, field)) yield* shiftOf(model, field, sender);
    }
  },
});

const NO_ZONE: ReadonlySet<string> = new Set(['', 'local', 'none']);
const UTC_NAMES: ReadonlySet<string> = new Set(['utc', 'z', 'etc/utc', 'gmt', 'etc/gmt', 'zulu']);

function* dayWithoutZone(field: MappedField): Generator<LintReport> {
  for (const [index, { toDate, toZone }] of (field.attributes.transform ?? []).entries()) {
    const zone = toDate ?? toZone;
    if (zone === undefined || !NO_ZONE.has(zone.toLowerCase())) continue;
    yield {
      element: field,
      path: ['transform', index],
      message: `${field.id} takes ${toDate === undefined ? 'the time' : 'the day'} of “${zone}”, which is another ${toDate === undefined ? 'time' : 'day'} in another system.`,
      hint: 'Name the zone: UTC, or a name such as Europe/London.',
      subject: ['step', toDate === undefined ? 'toZone' : 'toDate', zone],
    };
  }
}

/** The zone of one end: what it says, else how its system stores times; undefined where neither is declared. */
interface EndZone {
  readonly zone: string | undefined;
  readonly words: string;
}

function* shiftOf(model: SpecModel, field: MappedField, sender: ValueEnd): Generator<LintReport> {
  const { derivation, map, crosswalk, transform = [] } = field.attributes;
  if (derivation !== undefined || map !== undefined || crosswalk !== undefined) return;
  const receiver = receiverOf(model, field);
  if (!isTime(sender.facts.type ?? receiver.facts.type) || !isTime(receiver.facts.type ?? sender.facts.type)) return;
  // A step in words, a text or a day: what becomes of the zone is said there.
  if (transform.some((step) => step.custom !== undefined || step.toText !== undefined || step.toDate !== undefined))
    return;
  if (doesNotApply(field, 'zone')) return;
  const step = transform.findLast(({ toZone }) => toZone !== undefined)?.toZone;
  if (step !== undefined && NO_ZONE.has(step.toLowerCase())) return;
  const flow = interfaceOf(model, field);
  const from = flow === undefined ? [] : field.kind === 'reply' ? flow.attributes.to : [flow.attributes.from];
  const sent: readonly EndZone[] =
    step === undefined
      ? from.map((system) => endZone(model, sender, system, sender.name))
      : [{ zone: step, words: `${field.id} is shifted to ${step}` }];
  const arriving = receiversOf(model, field).map((system) => endZone(model, receiver, system, field.id));
  const unknown = [...sent, ...arriving].find(({ zone }) => zone === undefined);
  const place = placeOf(field, receiver);
  const related = [{ message: 'What is sent.', ...placeOrField(sender, 'zone', field) }];
  if (unknown !== undefined) {
    yield {
      element: field,
      path: place,
      message: `${field.id} carries a time, and ${unknown.words}.`,
      hint: 'Add `zone` to the field, or `clock: {stored: …}` to the system.',
      subject: ['unknown', sender.name, unknown.words],
      related,
      stance: 'expectation',
    };
    return;
  }
  for (const before of sent) {
    const others = arriving.filter(({ zone }) => nameOf(zone) !== nameOf(before.zone));
    if (others.length === 0) continue;
    yield {
      element: field,
      path: place,
      message: `${before.words}, but ${listed([...new Set(others.map(({ words }) => words))])}: no step shifts it.`,
      hint: `Add \`toZone: ${others[0]?.zone ?? ''}\` to \`transform\`, or declare the \`zone\` in which it arrives.`,
      subject: ['shift', sender.name, before.zone ?? '', ...others.map(({ zone }) => zone ?? '')],
      related,
    };
  }
}

function isTime(type: ValueEnd['facts']['type']): boolean {
  return type === 'timestamp' || type === 'time';
}

function endZone(model: SpecModel, end: ValueEnd, system: string, name: string): EndZone {
  const said = end.facts.zone;
  if (said !== undefined && !NO_ZONE.has(said.toLowerCase())) return { zone: said, words: `${name} is in ${said}` };
  const stored = model.get('system', system)?.attributes.clock?.stored;
  return stored === undefined || NO_ZONE.has(stored.toLowerCase())
    ? { zone: undefined, words: `neither ${name} nor the clock of ${system} says in which zone` }
    : { zone: stored, words: `${system} stores times in ${stored}` };
}

function nameOf(zone: string | undefined): string {
  const name = (zone ?? '').toLowerCase();
  return UTC_NAMES.has(name) ? 'utc' : name;
}

function placeOf(field: MappedField, receiver: ValueEnd): readonly string[] {
  const at = receiver.place('zone') ?? receiver.place('type');
  return at?.element.key === field.key ? at.path.map(String) : [];
}
