import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { guardParts, pathOf, readsIn } from '../linting/condition-reads.ts';
import type { ConditionRead, GuardPart } from '../linting/condition-reads.ts';
import { statusOf } from '../linting/declared.ts';
import { flowNamed, isQuestion } from '../linting/flow-use.ts';
import type { Flow } from '../linting/flow-use.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import type { LifecycleSteps, Transition } from '../linting/lifecycle-steps.ts';
import { objectOfField, ownersOfField } from '../linting/owning-systems.ts';

/** Conditions that read what the system does not have. */
export const guardInputNotDelivered = defineLint({
  id: 'guard-input-not-delivered',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason:
    'Interfaces are declared later than conditions. That a named interface does not bring what is read from it is a contradiction.',
  purpose:
    'Reports a condition that a system enforces on a status or field of another system, and to which no interface brings it.',
  why: 'The system cannot know it: the condition is never true, or it is judged on nothing.',
  fix: 'Read it over an interface that carries it (`copy`, `query`), let people check it (`procedure`), or add the interface.',
  reads: [
    'lifecycles.system',
    'lifecycles.transition.when',
    'lifecycles.transition.procedure',
    'lifecycles.transition.receives',
    'lifecycles.transition.fills',
    'objects.systemOfRecord',
    'objects.field.systemOfRecord',
    'objects.writers',
    'interfaces.from',
    'interfaces.to',
    'interfaces.twoWay',
    'interfaces.fields',
    'interfaces.reply',
    'interfaces.field.from',
    'interfaces.field.for',
    'condition.LIFECYCLE',
    'condition.field',
    'condition.copy',
    'condition.query',
    'condition.message',
  ],
  examples: [
    {
      name: 'a status and a field of another system, with and without an interface that carries them',
      spec: `
        systems: {QMS: {}, MES: {}, ERP: {}}
        objects: {lot: {}, ncr: {of: lot, systemOfRecord: QMS, fields: {qty: {unit: EA}, kind: {}}}}
        lifecycles:
          NCR: {object: ncr, system: QMS, states: {A: open, B: closed}}
          BRR: {object: lot, system: QMS, states: {A: pre, B: closed}}
          LOT:
            object: lot
            system: MES
            states: {A: active, H: held}
            transitions:
              T1: {from: A, to: H, when: {BRR: B}}
              T2: {from: A, to: H, when: {some: ncr, NCR: A}}
              T3: {from: A, to: H, when: {some: ncr, field: ncr.qty, above: 0 EA}}
              T4: {from: A, to: H, when: {some: ncr, field: ncr.kind, filled: true}}
        interfaces: {IF-1: {from: QMS, to: MES, fields: {status: {from: NCR}, qty: {from: ncr.qty}}}}`,
      expect: [
        '11:40 error LOT.T1: LOT.T1 happens in MES and reads the status of BRR, which QMS decides: no interface brings it to MES.',
        '12:51 error LOT.T2: LOT.T2 happens in MES and reads the status of NCR, which QMS decides: IF-1 brings it, but the condition does not read what it brought.',
        '13:53 error LOT.T3: LOT.T3 happens in MES and reads ncr.qty, which QMS owns: IF-1 brings it, but the condition does not read what it brought.',
        '14:53 error LOT.T4: LOT.T4 happens in MES and reads ncr.kind, which QMS owns: no interface brings it to MES.',
      ],
    },
    {
      name: 'interfaces that lead elsewhere, do not carry it, or are asked by another system',
      spec: `
        systems: {QMS: {}, MES: {}, ERP: {}}
        objects: {lot: {}, ncr: {of: lot, systemOfRecord: QMS}}
        lifecycles:
          NCR: {object: ncr, system: QMS, states: {A: open, B: closed}}
          LOT:
            object: lot
            system: MES
            states: {A: active, H: held}
            transitions:
              T1: {from: A, to: H, when: {some: ncr, copy: IF-1, NCR: A}}
              T2: {from: A, to: H, when: {some: ncr, copy: IF-2, NCR: A}}
              T3: {from: A, to: H, procedure: {some: ncr, query: IF-3, NCR: A}}
              T4: {from: A, to: H, receives: {message: IF-4, NCR: A}}
              T5: {from: A, to: H, when: {some: ncr, copy: IF-4, field: kind, equals: X}}
        interfaces:
          IF-1: {from: QMS, to: ERP, fields: {status: {from: NCR}}}
          IF-2: {from: QMS, to: MES, fields: {qty: {unit: EA}}}
          IF-3: {from: ERP, to: QMS, pattern: request-reply, reply: {status: {from: NCR}}}
          IF-4: {from: QMS, to: [MES, ERP], fields: {status: {from: NCR, for: ERP}, kind: {from: defect_kind, for: ERP}}}`,
      expect: [
        '10:52 error LOT.T1: LOT.T1 happens in MES and reads the status of NCR from IF-1, which does not bring it there (QMS to ERP).',
        '11:52 error LOT.T2: LOT.T2 happens in MES and reads the status of NCR from IF-2, which does not bring it there (QMS to MES).',
        '12:58 error LOT.T3: LOT.T3 happens in MES and reads the status of NCR from IF-3, which does not bring it there (ERP to QMS).',
        '13:48 error LOT.T4: LOT.T4 happens in MES and reads the status of NCR from IF-4, which does not bring it there (QMS to ERP and MES).',
        '14:52 error LOT.T5: LOT.T5 happens in MES and reads kind from IF-4, which does not bring it there (QMS to ERP and MES).',
      ],
    },
    {
      name: 'carried and read so, the same system, filled in the step, checked by people, and systems that nobody names',
      spec: `
        systems: {QMS: {}, MES: {}, ERP: {}}
        objects:
          lot: {systemOfRecord: MES, fields: {qty: {unit: EA}, site: {systemOfRecord: {QMS: {LOT: A}, MES: {LOT: H}}}}}
          ncr: {of: lot, systemOfRecord: QMS, fields: {kind: {}, own: {systemOfRecord: MES}}}
          memo: {of: lot, fields: {text: {}}}
        lifecycles:
          NCR: {object: ncr, system: QMS, states: {A: open, B: closed}}
          BARE: {object: lot, states: {A: open, B: closed}}
          LOT:
            object: lot
            system: MES
            states: {A: active, H: held}
            transitions:
              T1: {from: A, to: H, when: {some: ncr, copy: IF-1, NCR: A}}
              T2: {from: A, to: H, when: {some: ncr, query: IF-2, NCR: A}}
              T3: {from: A, to: H, receives: {message: IF-1, NCR: A}}
              T4: {from: A, to: H, when: {all: [{field: lot.qty, above: 0 EA}, {field: lot.site, filled: true}, {some: ncr, field: ncr.own, filled: true}]}}
              T5: {from: A, to: H, fills: {ncr.kind: any}, when: {some: ncr, field: ncr.kind, filled: true}}
              T6: {from: A, to: H, procedure: {some: ncr, NCR: A}}
              T7: {from: A, to: H, when: {BARE: A}}
              T8: {from: A, to: H, when: {some: memo, field: memo.text, filled: true}}
              T9: {from: A, to: H, when: {some: ncr, query: IF-2, field: kind, equals: X}}
        interfaces:
          IF-1: {from: QMS, to: MES, fields: {status: {from: NCR}}}
          IF-2: {from: MES, to: QMS, pattern: request-reply, reply: {status: {from: NCR}, kind: {}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const carriers = carriersOf(model);
    for (const steps of lifecycleSteps(model)) {
      const { system } = steps.lifecycle.attributes;
      if (system === undefined) continue;
      for (const transition of steps.transitions) {
        for (const part of guardParts(transition)) {
          for (const read of readsIn(part.condition)) {
            const at = { model, steps, transition, part, system };
            const report = read.from === undefined ? plainRead(at, read, carriers) : readOver(at, read);
            if (report !== undefined) yield report;
          }
        }
      }
    }
  },
});

interface Place {
  readonly model: SpecModel;
  readonly steps: LifecycleSteps;
  readonly transition: Transition;
  readonly part: GuardPart;
  readonly system: string;
}

/** A plain name reads the owner as it is now; only people can do that in another system. */
function plainRead(
  { model, transition, part, system }: Place,
  { leaf }: ConditionRead,
  carriers: ReadonlyMap<string, readonly Flow[]>,
): LintReport | undefined {
  if (part.attribute === 'procedure') return undefined;
  const name = leaf.kind === 'status' ? leaf.lifecycle : leaf.field;
  const owners = leaf.kind === 'status' ? decidersOf(model, name) : keepersOf(model, name);
  if (owners === undefined || owners.includes(system)) return undefined;
  if (Object.hasOwn(transition.attributes.fills ?? {}, name)) return undefined;
  const near = (carriers.get(name) ?? []).filter((flow) => receivers(flow).includes(system)).map(({ id }) => id);
  const what =
    leaf.kind === 'status'
      ? `the status of ${name}, which ${listed(owners)} decides`
      : `${name}, which ${listed(owners)} owns`;
  const word = leaf.kind === 'status' ? name : leaf.field;
  return {
    element: transition,
    path: pathOf(part.attribute, leaf, word),
    message: `${transition.id} happens in ${system} and reads ${what}: ${near.length === 0 ? `no interface brings it to ${system}` : `${listed(near)} brings it, but the condition does not read what it brought`}.`,
    hint:
      near.length === 0
        ? `Add the interface and read it with \`copy\` or \`query\`; if people check it, move it to \`procedure\`.`
        : `Say \`copy: ${near[0] ?? ''}\` beside it.`,
    subject: ['plain', part.attribute, name, system, owners, near],
  };
}

/** What is read from an interface must be carried by it, to the system of the step. */
function readOver({ model, transition, part, system }: Place, { leaf, from }: ConditionRead): LintReport | undefined {
  const names = from?.kind === 'read' ? [from.interface] : from?.kind === 'message' ? from.messages : [];
  const asks = from?.kind === 'read' && from.from === 'query';
  for (const name of names) {
    const flow = flowNamed(model, name);
    if (from === undefined || flow === undefined) continue;
    const fields = fieldsFor(model, flow, asks, system);
    const carries =
      leaf.kind === 'status'
        ? fields.some(({ attributes }) => attributes.from?.includes(leaf.lifecycle) === true)
        : fields.some(({ localId }) => localId === leaf.field);
    if (carries) continue;
    const what = leaf.kind === 'status' ? `the status of ${leaf.lifecycle}` : leaf.field;
    const { from: sender, to } = flow.attributes;
    const word = from.kind === 'read' ? from.interface : name;
    return {
      element: transition,
      path: pathOf(part.attribute, from, word),
      message: `${transition.id} happens in ${system} and reads ${what} from ${flow.id}, which does not bring it there (${sender} to ${listed(to)}).`,
      hint: `Map it in ${flow.id}, or name the interface that brings it to ${system}.`,
      subject: ['over', part.attribute, flow.id, leaf.kind === 'status' ? leaf.lifecycle : leaf.field, system],
      stance: 'contradiction',
      related: [{ message: `${flow.id} is declared here.`, element: flow, path: [], part: 'key' }],
    };
  }
  return undefined;
}

/** Fields of an interface that arrive in a system: in the answer where it asks, else in the message. */
function fieldsFor(
  model: SpecModel,
  flow: Flow,
  asks: boolean,
  system: string,
): readonly (Element<'mapping'> | Element<'reply'>)[] {
  const { from, to, twoWay } = flow.attributes;
  const isAsker = from === system || twoWay === true;
  const answer = asks || isQuestion(model, flow) ? (isAsker ? model.partsOf(flow, 'reply') : []) : [];
  if (asks) return answer;
  const sent = model
    .partsOf(flow, 'mapping')
    .filter(({ attributes }) => (attributes.for ?? to).includes(system) || (twoWay === true && from === system));
  return [...answer, ...sent];
}

function receivers({ attributes: { from, to, pattern, twoWay } }: Flow): readonly string[] {
  return pattern === 'request-reply' || twoWay === true ? [...to, from] : to;
}

function decidersOf(model: SpecModel, lifecycle: string): readonly string[] | undefined {
  const system = model.get('lifecycle', lifecycle)?.attributes.system;
  return system === undefined ? undefined : [system];
}

/** Systems that own a field or may write it. */
function keepersOf(model: SpecModel, name: string): readonly string[] | undefined {
  const field = model.get('field', name);
  const owners = field && ownersOfField(model, field);
  if (field === undefined || owners === undefined) return undefined;
  return [...new Set([...owners, ...(objectOfField(model, field)?.attributes.writers ?? [])])];
}

/** Status or field → interfaces that carry it. */
function carriersOf(model: SpecModel): ReadonlyMap<string, readonly Flow[]> {
  const carriers = new Map<string, Flow[]>();
  for (const flow of model.ofKind('interface')) {
    if (statusOf(model, flow) === 'retired') continue;
    const fields = [...model.partsOf(flow, 'mapping'), ...model.partsOf(flow, 'reply')];
    for (const name of new Set(fields.flatMap(({ attributes }) => attributes.from ?? []))) {
      const known = carriers.get(name);
      if (known === undefined) carriers.set(name, [flow]);
      else known.push(flow);
    }
  }
  return carriers;
}
