import { describe, expect, it } from 'vitest';
import { LINTS } from '../../../src/core/rules/lint/index.ts';
import { EXPECTATIONS, nextDeclaration } from '../../../src/core/rules/next-declaration.ts';
import { lintProject } from './lint/lint-project.ts';

function next(spec: string, project = 'profile: sketch'): string | undefined {
  const { model, findings } = lintProject(spec, { project });
  return nextDeclaration(model, findings);
}

describe('what to declare next', () => {
  it('leads from nothing to a specification', () => {
    const story = [
      '{}',
      'systems: {QMS: {}, ERP: {}}',
      'lifecycles: {NCR: {states: {Open: {}, Closed: {}}, transitions: {close: {from: Open, to: Closed}}}}',
      'interfaces: {IF-1: {from: QMS, to: ERP}}',
    ];
    expect(story.map((_, index) => next(index === 0 ? '{}' : story.slice(1, index + 1).join('\n')))).toEqual([
      'Declare the systems of the process: `systems: {QMS: {title: Quality system}}`.',
      'Declare a lifecycle: the statuses of a record, and the steps between them. Most checks and tests follow from it.',
      'Declare the interfaces between ERP and QMS: what travels, and which steps send and receive it.',
      'Say in which state a record of NCR begins (`initial`), so that its statuses can be followed.',
    ]);
  });

  it('asks for what checks follow from before what documents need', () => {
    const states = (text: string, transition: string): string => `
      systems: {QMS: {}, ERP: {}}
      lifecycles: {NCR: {initial: Open, states: ${text}, transitions: {close: {from: Open, to: Done${transition}}}}}
      interfaces: {IF-1: {from: QMS, to: ERP, fields: {status: {from: NCR}}}}`;
    expect(next(states('{Open: {}, Done: {}}', ''))).toBe(
      'Give NCR.Done and 1 further state a class (open, held, released …): almost every check of a release follows from it.',
    );
    expect(next(states('{Open: open, Done: released}', ''))).toBe(
      'Say who or what performs NCR.close: `by`, `receives`, `auto` or `after`.',
    );
    expect(next(states('{Open: open, Done: released}', ', auto: true'))).toBe(
      'Say in an invariant what must always hold, such as what must never be when a record is NCR.Done: it is what a change is measured by.',
    );
  });

  it('has a place for every lint that misses a declaration, and for no other', () => {
    const expectations = LINTS.filter(({ stance }) => stance === 'expectation').map(({ id }) => id);
    expect(EXPECTATIONS.toSorted()).toEqual(expectations.toSorted());
  });

  it('asks who performs a step before it asks what a document needs, whatever the rules are called', () => {
    const spec = `
      systems: {QMS: {}}
      objects: {lot: {fields: {a: {type: decimal}}}}
      lifecycles: {NCR: {object: lot, system: QMS, initial: Open, states: {Open: open, Done: closed}, transitions: {close: {from: Open, to: Done}}}}`;
    expect(next(spec, 'profile: project')).toMatch(/^Nothing says who or what performs NCR\.close\./u);
    expect(next(spec.replace('to: Done}', 'to: Done, auto: true}'), 'profile: project')).toMatch(
      /^Nothing says in which unit lot\.a is measured\./u,
    );
  });

  it('says what an open expectation asks for, with the number of further places', () => {
    const spec = 'objects: {lot: {fields: {a: {type: decimal}, b: {type: decimal}, c: {type: decimal}}}}';
    expect(next(spec, 'profile: project')).toBe(
      'Nothing says in which unit lot.a is measured. Add `unit` (of a mere count `unit: "1"`), the field that holds it (`unit: {field: …}`), or `unit: {notApplicable: why}` for a pure number. The same is open in 2 further places.',
    );
  });
});
