import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { doesNotApply, statusOf } from '../linting/declared.ts';
import { mappedFields, receiversOf } from '../linting/mapped-value.ts';
import { systemsOfRecord } from '../linting/regulated-record.ts';
import { parentId } from '../../graph/names-in-condition.ts';

/** Items of outputs that nobody can follow back to the system that owns them. */
export const outputFieldUnsourced = defineLint({
  id: 'output-field-unsourced',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'A sketch need not say where every item comes from.',
  purpose:
    'Reports an item of an output that names no field or status of the model, whose field has no system of record, or whose value nothing brings from there to where the output is put together.',
  why: 'A value on a certificate that nobody can verify.',
  fix: 'Name the field in `from`, its system of record, and the interface that carries it.',
  reads: [
    'outputs.content',
    'outputs.item.from',
    'outputs.item.derivation',
    'outputs.item.uses',
    'outputs.assembledIn',
    'objects.systemOfRecord',
    'objects.field.systemOfRecord',
    'objects.copies',
    'lifecycles.system',
    'interfaces.to',
    'interfaces.field.from',
    'interfaces.field.to',
    'interfaces.field.for',
  ],
  examples: [
    {
      name: 'no source, a name that is nothing of the model, no owner, and a value that does not arrive or comes as an unexplained copy',
      spec: `
        systems: {QMS: {}, MES: {}, ERP: {}}
        objects:
          lot: {systemOfRecord: MES, copies: {QMS: read-only}, fields: {qty: {}}}
          part: {fields: {number: {}}}
        lifecycles: {INV: {system: ERP, initial: A, states: {A: open}}}
        outputs:
          RO-1:
            assembledIn: QMS
            content:
              a: {}
              b: {from: supplier_name}
              c: {from: part.number}
              d: {from: INV}
              e: {from: lot.qty}`,
      expect: [
        '10:7 error RO-1.a: Nothing says where RO-1.a comes from.',
        '11:17 error RO-1.b: RO-1.b comes from “supplier_name”, which is no field and no lifecycle of the model.',
        '12:17 error RO-1.c: RO-1.c comes from part.number, and no system is said to own that.',
        '13:17 error RO-1.d: RO-1.d comes from INV, which ERP owns, and no interface brings it to QMS, where RO-1 is put together.',
        '14:17 warning RO-1.e: RO-1.e comes from lot.qty, which MES owns, and no interface brings it to QMS, where RO-1 is put together; that there is a copy is all that is said.',
      ],
    },
    {
      name: 'owned where it is put together, carried there, asked for, or calculated from what is named',
      spec: `
        systems: {QMS: {}, MES: {}, LIMS: {}, ERP: {}}
        objects:
          ncr: {systemOfRecord: QMS, fields: {number: {}}}
          lot: {systemOfRecord: MES, fields: {qty: {}, exp: {}}}
          result: {systemOfRecord: LIMS, fields: {value: {}}}
        lifecycles: {INV: {system: ERP, initial: A, states: {A: open}}}
        interfaces:
          IF-1: {from: MES, to: QMS, fields: {qty: {from: lot.qty}, exp: {from: expiry_date, to: lot.exp}}}
          IF-2: {from: QMS, to: [ERP, LIMS], reply: {status: {from: INV}}}
          IF-3: {from: LIMS, to: [QMS, ERP], fields: {value: {from: result.value, for: [QMS]}}}
        outputs:
          RO-1:
            assembledIn: QMS
            content:
              a: {from: ncr.number}
              b: {from: lot.qty}
              c: {from: INV}
              d: {from: result.value}
              e: {from: lot.exp}
              f: {derivation: sum of the quantities, uses: [lot.qty]}
              g: {from: {notApplicable: printed text}}
          RO-2: {content: {a: {from: result.value}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const brought = model.ofKind('output-item').length === 0 ? new Map<string, ReadonlySet<string>>() : arrivals(model);
    for (const item of model.ofKind('output-item')) {
      const output = model.get('output', parentId(item));
      if (output === undefined || doesNotApply(item, 'from')) continue;
      const { from, derivation, uses = [] } = item.attributes;
      if (from === undefined || from.length === 0) {
        if (derivation !== undefined && uses.length > 0) continue;
        yield {
          element: item,
          path: [],
          part: 'key' as const,
          message: `Nothing says where ${item.id} comes from.`,
          hint: 'Name the field or lifecycle in `from`, or what its `derivation` reads in `uses`.',
          subject: 'from',
        };
        continue;
      }
      for (const [index, name] of from.entries()) yield* sourceReports(model, output, item, [name, index], brought);
    }
  },
});

function* sourceReports(
  model: SpecModel,
  output: Element<'output'>,
  item: Element<'output-item'>,
  [name, index]: readonly [string, number],
  brought: ReadonlyMap<string, ReadonlySet<string>>,
): Generator<LintReport> {
  const path = ['from', index];
  const owners = ownersOf(model, name);
  if (owners === undefined) {
    yield {
      element: item,
      path,
      message: `${item.id} comes from “${name}”, which is no field and no lifecycle of the model.`,
      hint: 'Name it as `object.field`, or as a lifecycle.',
      subject: ['unknown', name],
    };
    return;
  }
  if (owners.length === 0) {
    yield {
      element: item,
      path,
      message: `${item.id} comes from ${name}, and no system is said to own that.`,
      hint: `Name the \`systemOfRecord\` of ${name}.`,
      subject: ['unowned', name],
    };
    return;
  }
  const { assembledIn } = output.attributes;
  if (assembledIn === undefined) return;
  const foreign = owners.filter((system) => system !== assembledIn);
  if (foreign.length === 0 || brought.get(name)?.has(assembledIn) === true) return;
  // A declared copy is there; only the way by which it comes is missing.
  const copied = model.get('object', name.slice(0, name.indexOf('.')))?.attributes.copies?.[assembledIn] !== undefined;
  yield {
    element: item,
    path,
    message: `${item.id} comes from ${name}, which ${foreign.join(' or ')} owns, and no interface brings it to ${assembledIn}, where ${output.id} is put together${copied ? '; that there is a copy is all that is said' : ''}.`,
    hint: `Map ${name} in an interface to ${assembledIn}.`,
    subject: ['not brought', name, foreign, assembledIn],
    ...(copied ? { severity: 'warning' as const } : {}),
  };
}

/** Systems that own a field or a status; undefined for a name that is neither. */
function ownersOf(model: SpecModel, name: string): readonly string[] | undefined {
  const field = model.get('field', name);
  if (field !== undefined) {
    const own = systemsOfRecord(field);
    const object = model.get('object', parentId(field));
    return own.length > 0 || object === undefined ? own : systemsOfRecord(object);
  }
  const lifecycle = model.get('lifecycle', name);
  if (lifecycle === undefined) return undefined;
  const { system } = lifecycle.attributes;
  return system === undefined ? [] : [system];
}

/** Fields and statuses by name, each with the systems to which a mapped field sends it, or in which one fills the field. */
function arrivals(model: SpecModel): ReadonlyMap<string, ReadonlySet<string>> {
  const systems = new Map<string, Set<string>>();
  for (const field of mappedFields(model)) {
    if (statusOf(model, field) === 'retired') continue;
    const { from = [], to } = field.attributes;
    for (const name of to === undefined ? from : [...from, to]) {
      const known = systems.get(name) ?? new Set();
      systems.set(name, known);
      for (const receiver of receiversOf(model, field)) known.add(receiver);
    }
  }
  return systems;
}
