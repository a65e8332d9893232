import { compareText } from '../../diagnostics/order.ts';
import type { SpecGraph } from '../../graph/spec-graph.ts';
import { lineageOf } from '../../graph/queries/regulated-outputs-of.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { statusOf } from '../linting/declared.ts';
import { keepingOf } from '../linting/regulated-record.ts';
import type { Keeping } from '../linting/regulated-record.ts';
import { isShorter } from '../linting/shorter-time.ts';

/** Records that are gone before what cites them. */
export const retentionShorterThanDependents = defineLint({
  id: 'retention-shorter-than-dependents',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Both periods are declared.',
  purpose:
    'Reports a record that is kept for a shorter time than an output that shows or rests on it, or than a record with a link to it.',
  why: 'A certificate without proof: the source of what it states is gone.',
  fix: 'Keep the source as long as what cites it.',
  reads: [
    'systems.retention',
    'objects.systemOfRecord',
    'objects.record.retention',
    'objects.retention.period',
    'outputs.retention',
    'outputs.approvals',
    'outputs.item.from',
    'evidenceLinks.from',
    'evidenceLinks.to',
  ],
  examples: [
    {
      name: 'an output that is kept longer than what it shows, and a record that links to one kept for fewer days',
      spec: `
        systems: {LIMS: {retention: 120 months}}
        objects:
          lot: {record: {retention: {period: 15 y}}}
          result: {systemOfRecord: LIMS, fields: {value: {}}}
          ncr: {record: {retention: {period: 5000 d}}}
        lifecycles: {NCR: {object: ncr, initial: A, states: {A: open}}}
        outputs: {RO-1: {retention: 15 y, content: {value: {from: result.value}}}}
        evidenceLinks: {EL-1: {from: lot, to: NCR}}`,
      expect: [
        '4:11 error result: result is kept for 120 months (LIMS), but RO-1 rests on it and is kept for 15 y.',
        '5:38 error ncr: ncr is kept for 5000 d, but lot links to it (EL-1) and is kept for 15 y.',
      ],
    },
    {
      name: 'the same time in another unit, longer, not declared, or in units that cannot be compared',
      spec: `
        systems: {LIMS: {retention: 180 months}}
        objects:
          lot: {record: {retention: {period: 15 y}}}
          result: {systemOfRecord: LIMS, fields: {value: {}}}
          ncr: {record: {retention: {period: 5480 d}}}
          note: {}
          visit: {record: {retention: {period: 3 wd}}}
        outputs: {RO-1: {retention: 15 y, content: {value: {from: result.value}}}}
        evidenceLinks: {EL-1: {from: lot, to: ncr}, EL-2: {from: lot, to: note}, EL-3: {from: note, to: lot}, EL-4: {from: lot, to: visit}}`,
      expect: [],
    },
  ],
  *check({ model, graph }) {
    for (const output of model.ofKind('output')) {
      const { retention } = output.attributes;
      if (retention === undefined || statusOf(model, output) === 'retired') continue;
      for (const object of recordsBehind(model, graph, output)) {
        for (const kept of keepingOf(model, object).filter(({ period }) => isShorter(period, retention)))
          yield report(object, kept, output, { period: retention, element: output, path: ['retention'] });
      }
    }
    for (const link of model.ofKind('evidence-link')) {
      if (statusOf(model, link) === 'retired') continue;
      const [from, to] = [recordNamed(model, link.attributes.from), recordNamed(model, link.attributes.to)];
      if (from === undefined || to === undefined || from.key === to.key) continue;
      for (const needed of keepingOf(model, from)) {
        for (const kept of keepingOf(model, to).filter(({ period }) => isShorter(period, needed.period)))
          yield report(to, kept, link, needed, from);
      }
    }
  },
});

function report(
  object: Element<'object'>,
  kept: Keeping,
  by: Element<'output'> | Element<'evidence-link'>,
  needed: Keeping,
  citing: Element = by,
) {
  const how = by.kind === 'output' ? `${by.id} rests on it` : `${citing.id} links to it (${by.id})`;
  return {
    element: object,
    path: kept.element.key === object.key ? kept.path : [],
    message: `${object.id} is kept for ${kept.period}${kept.element.key === object.key ? '' : ` (${kept.element.id})`}, but ${how} and is kept for ${needed.period}.`,
    hint: `Keep ${object.id} for ${needed.period} or longer.`,
    subject: [kept.period, by.id, needed.period],
    related: [{ message: `${needed.period} is declared here.`, element: needed.element, path: needed.path }],
  };
}

/** Objects whose records an output shows, or by whose steps it is approved. */
function recordsBehind(model: SpecModel, graph: SpecGraph, output: Element<'output'>): readonly Element<'object'>[] {
  const objects = [...lineageOf(graph, output)].flatMap((key) => {
    const element = graph.element(key);
    const entry = element?.parent === undefined ? element : graph.element(element.parent);
    const named = entry === undefined ? undefined : recordNamed(model, entry.id, entry.kind);
    return named === undefined ? [] : [named];
  });
  return [...new Map(objects.map((object) => [object.key, object])).values()].toSorted((a, b) =>
    compareText(a.id, b.id),
  );
}

/** The object of that name, or the one whose status this lifecycle is. */
function recordNamed(model: SpecModel, id: string, kind?: string): Element<'object'> | undefined {
  const object = kind === undefined || kind === 'object' ? model.get('object', id) : undefined;
  if (object !== undefined) return object;
  const lifecycle = kind === undefined || kind === 'lifecycle' ? model.get('lifecycle', id) : undefined;
  return model.get('object', lifecycle?.attributes.object ?? '');
}
