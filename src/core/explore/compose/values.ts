import type { Expression } from '../plant/expression.ts';
import { all, any, FALSE, freeAtomsOf, TRUE } from '../plant/simplify.ts';
import type { Truth } from './composition.ts';
import { freeValue } from './free-values.ts';
import type { Inbox } from './mail.ts';
import { itemFor, verdictOf, verdictOnItem, type Leaf, type Verdict } from './predicates.ts';
import { keyOf, meant, UNKNOWN, type Judge, type Situation } from './situation.ts';
import { isIn } from './variables.ts';

/** The owner's status or field as it is now. */
export function owned(leaf: Leaf, judge: Judge, situation: Situation): Truth {
  const { world } = judge;
  const says = (value: string): Verdict => verdictOf(leaf, value, world.vocabulary);
  if (leaf.kind === 'status')
    return statusTruth(leaf.lifecycle, says, judge, situation) ?? freeOwned(leaf, judge, situation);
  return fieldTruth(leaf, says, judge, situation) ?? freeOwned(leaf, judge, situation);
}

function statusTruth(
  lifecycle: string,
  says: (state: string) => Verdict,
  judge: Judge,
  situation: Situation,
): Truth | undefined {
  const { world } = judge;
  const machine = world.machines.get(lifecycle);
  if (machine === undefined) return undefined;
  const records =
    machine.object === undefined
      ? world.recordsOf(machine).map((record) => ({ record, when: TRUE }))
      : meant(machine.object, judge, situation);
  const among = (wanted: Verdict): Expression =>
    any(
      ...records.map(({ record, when }) => {
        const status = world.status(lifecycle, record);
        if (status === undefined) return FALSE;
        return all(
          when,
          valuesWhere(status.index, status.labels, (label) => says(label) === wanted),
        );
      }),
    );
  return { yes: among('yes'), no: among('no') };
}

function fieldTruth(
  leaf: Leaf,
  says: (value: string) => Verdict,
  judge: Judge,
  situation: Situation,
): Truth | undefined {
  const { world } = judge;
  const field = leaf.kind === 'comparison' ? leaf.field : '';
  const followed = world.distinctions.followed.get(field);
  if (followed === undefined || leaf.kind !== 'comparison') return undefined;
  const verdicts = followed.classes.map(({ values }) => {
    const found = new Set(values.map(says));
    return found.size === 1 ? [...found][0] : undefined;
  });
  if (verdicts.includes(undefined) || leaf.operand.kind === 'field') return undefined;
  const records = meant(followed.object, judge, situation);
  const truths = records.map(({ record, when }): Truth | undefined => {
    const filled = situation.fills.get(`${field} ${record}`);
    if (filled !== undefined) {
      const verdict = verdicts[filled];
      return { yes: all(when, verdict === 'yes' ? TRUE : FALSE), no: all(when, verdict === 'no' ? TRUE : FALSE) };
    }
    const variable = world.field(field, record);
    if (variable === undefined) return undefined;
    const among = (wanted: Verdict): Expression => {
      const values = verdicts.flatMap((verdict, at) => (verdict === wanted ? [at] : []));
      return values.length === 0 ? FALSE : isIn(variable, ...values);
    };
    return { yes: all(when, among('yes')), no: all(when, among('no')) };
  });
  const known = truths.filter((truth) => truth !== undefined);
  if (known.length === 0 || known.length < truths.length) return undefined;
  return { yes: any(...known.map(({ yes }) => yes)), no: any(...known.map(({ no }) => no)) };
}

/** A value that nothing follows, of each record that is meant. */
function freeOwned(leaf: Leaf, judge: Judge, situation: Situation): Truth {
  const { world } = judge;
  const object =
    leaf.kind === 'status'
      ? world.model.get('lifecycle', leaf.lifecycle)?.attributes.object
      : leaf.field.split('.', 1)[0];
  const records = object === undefined ? [] : meant(object, judge, situation);
  if (records.length === 0)
    return freeValue(world, leaf, { over: undefined, of: keyOf(situation.binding), called: '' });
  const truths = records.map(({ record, when }) => {
    const { yes, no } = freeValue(world, leaf, {
      over: undefined,
      of: String(record),
      called: `of ${world.records[record]?.name}`,
    });
    return { yes: all(when, yes), no: all(when, no) };
  });
  return { yes: any(...truths.map(({ yes }) => yes)), no: any(...truths.map(({ no }) => no)) };
}

function valuesWhere(variable: number, labels: readonly string[], test: (label: string) => boolean): Expression {
  const values = labels.flatMap((label, at) => (test(label) ? [at] : []));
  if (values.length === 0) return FALSE;
  return values.length === labels.length ? TRUE : isIn(variable, ...values);
}

/** Inboxes and records of which a copy over this interface speaks in this situation. */
export function copiesOver(
  name: string,
  judge: Judge,
  situation: Situation,
): readonly { readonly inbox: Inbox; readonly record: number; readonly when: Expression }[] {
  const { world, mail } = judge;
  const flow = world.flows.get(name);
  if (flow === undefined) return [];
  const receiver =
    situation.at !== undefined && flow.to.includes(situation.at)
      ? situation.at
      : (flow.to.find((one) => world.distinctions.itemsAt(name, one).size > 0) ?? '');
  const objects = flow.about.filter((object) => object !== undefined);
  const bound = objects.find((object) => situation.binding.has(object));
  const abouts = (bound === undefined ? objects : [bound]).flatMap((object) => meant(object, judge, situation));
  const alone = flow.about.includes(undefined)
    ? mail.inboxes
        .filter((inbox) => inbox.flow === flow)
        .flatMap(({ copies }) => [...copies.keys()])
        .filter((record) => world.records[record]?.object === undefined)
        .map((record) => ({ record, when: TRUE }))
    : [];
  return [...abouts, ...alone].flatMap(({ record, when }) => {
    const inboxes = mail.inboxesFor(name, receiver, record);
    const key = flow.per === undefined ? undefined : situation.binding.get(flow.per);
    const own = inboxes.filter(({ inbox }) => inbox.per === key && key !== undefined);
    return (own.length > 0 ? own : inboxes).map((one) => ({
      inbox: one.inbox,
      record,
      when: all(when, own.length > 0 ? TRUE : one.when),
    }));
  });
}

/** What the receiver last got over an interface. */
export function fromCopy(name: string, leaf: Leaf, judge: Judge, situation: Situation): Truth {
  const { world } = judge;
  const item = itemFor(leaf, world.flows.get(name)?.items ?? new Map());
  const places = copiesOver(name, judge, situation);
  if (item === undefined || places.length === 0)
    return freeValue(world, leaf, { over: name, of: keyOf(situation.binding), called: name });
  const truths = places.map(({ inbox, record, when }) => {
    const copy = (inbox.copies.get(record) ?? []).find(({ reading }) => reading.item.id === item.id);
    const where = `${name} as ${inbox.receiver} received it about ${world.records[record]?.name}`;
    const free = (): Truth => {
      const truth = freeValue(world, leaf, { over: name, of: `${inbox.receiver} ${record}`, called: where });
      if (copy?.reading.loosened === true)
        world.atoms.loosen(freeAtomsOf(any(truth.yes, truth.no)), `${name}.${item.id}`);
      return truth;
    };
    if (copy === undefined) return { yes: all(when, free().yes), no: all(when, free().no) };
    const { reading, variable } = copy;
    const verdicts = reading.remembered.map((_, at) => reading.onCopy(leaf, at));
    const now = situation.arrived?.remembered(inbox, record, item.id);
    const among = (wanted: Verdict | 'free'): Expression => {
      const values = verdicts.flatMap((verdict, at) => (verdict === wanted ? [at + 1] : []));
      if (now !== undefined) return values.includes(now) ? TRUE : FALSE;
      return values.length === 0 ? FALSE : isIn(variable, ...values);
    };
    const open = among('free');
    if (open.kind === 'false') return { yes: all(when, among('yes')), no: all(when, among('no')) };
    return {
      yes: all(when, any(among('yes'), all(open, free().yes))),
      no: all(when, any(among('no'), all(open, free().no))),
    };
  });
  return { yes: any(...truths.map(({ yes }) => yes)), no: any(...truths.map(({ no }) => no)) };
}

/** What the owner answers when it is asked over an interface. */
export function fromQuery(name: string, leaf: Leaf, judge: Judge, situation: Situation): Truth {
  const { world, answers } = judge;
  const flow = world.flows.get(name);
  if (flow === undefined) return freeValue(world, leaf, { over: name, of: keyOf(situation.binding), called: name });
  const item = itemFor(leaf, flow.replies) ?? itemFor(leaf, flow.items);
  const asked = leaf.kind === 'status' ? leaf.lifecycle : item?.source;
  const now = ((): Truth => {
    if (leaf.kind === 'status') return owned(leaf, judge, situation);
    if (typeof asked !== 'object' || item === undefined)
      return freeValue(world, leaf, { over: name, of: keyOf(situation.binding), called: name });
    const says = (raw: string): Verdict => verdictOnItem(leaf, raw, item.arrive(raw, flow.id), world.vocabulary);
    if (asked.kind === 'status' && world.machines.has(asked.lifecycle))
      return statusTruth(asked.lifecycle, says, judge, situation) ?? UNKNOWN;
    return freeValue(world, leaf, { over: name, of: keyOf(situation.binding), called: name });
  })();
  return answers.truth(flow, leaf, now, (object) => meant(object, judge, situation), situation.asker);
}
