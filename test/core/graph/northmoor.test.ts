import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../src/core/graph/build-graph.ts';
import { guardAtomsOf } from '../../../src/core/graph/queries/guard-atoms-of.ts';
import { clauseIds, readClauseCatalogue } from '../../../src/core/model/clause-catalogue.ts';
import { ineffectiveAtoms } from '../../../src/core/model/condition/atoms.ts';
import { conditionNames } from '../../../src/core/model/condition/condition-names.ts';
import { describeCondition } from '../../../src/core/model/condition/words.ts';
import { loadTexts } from '../model/load-texts.ts';

const EXAMPLE = join('examples', 'northmoor', 'v1.0.0');

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

const files = filesBelow(EXAMPLE).filter((path) => path.endsWith('.yaml'));
const { model } = loadTexts(
  Object.fromEntries(files.map((path) => [relative(EXAMPLE, path).split(sep).join('/'), readFileSync(path, 'utf8')])),
);
const catalogue = readClauseCatalogue(readFileSync(join('specs', 'catalogues', 'clauses.yaml'), 'utf8'));
const { graph, diagnostics } = buildGraph(model, clauseIds(catalogue));

describe('the Northmoor plant', () => {
  it('names nothing that is not there', () => {
    expect(diagnostics).toEqual([]);
    expect(graph.links.length).toBeGreaterThan(1000);
  });

  it('has the guard atoms that were counted by hand', () => {
    const counts = model.ofKind('lifecycle').map((lifecycle) => {
      const atoms = model
        .partsOf(lifecycle, 'transition')
        .flatMap((transition) => guardAtomsOf(model, graph, transition));
      return [lifecycle.id, atoms.filter(({ role }) => role === 'guard').length];
    });
    expect(Object.fromEntries(counts)).toEqual({ NCR: 9, LOT: 14, INV: 7, BRR: 6, CAPA: 5, CON: 8 });
  });

  it('says its guards in words that a quality manager reads', () => {
    const words = (id: string, subject: string): string | undefined => {
      const when = model.get('transition', id)?.attributes.when;
      return when && describeCondition(when, conditionNames(model, subject));
    };
    expect(words('INV.T03', 'ncr')).toContain(
      'nothing of IF-002 is on its way; no NCR is in a status of VM-NCR-BLOCK, asked of QMS over IF-007 at this moment',
    );
    expect(words('NCR.T03', 'ncr')).toBe(
      'the NCR disposition is filled in; if the NCR disposition is REPAIR or USE_AS_IS, then at least one concession of the NCR is Approved',
    );
  });

  it('can test every atom of every guard alone', () => {
    const untested = model
      .ofKind('transition')
      .flatMap(({ id, attributes: { when } }) =>
        when === undefined ? [] : ineffectiveAtoms(when).map(({ key }) => `${id} ${key}`),
      );
    expect(untested).toEqual([]);
  });
});
