import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifiers, inert } from '../../../../src/core/explore/export/identifiers.ts';
import { plantNames } from '../../../../src/core/explore/export/plant-names.ts';
import { promelaOf } from '../../../../src/core/explore/export/promela.ts';
import { tlaOf } from '../../../../src/core/explore/export/tla.ts';
import type { ComposedPlant } from '../../../../src/core/explore/plant/composed-plant.ts';
import { stockPlant, stockQuestions } from './stock-plant.ts';

describe('an identifier', () => {
  it.each([
    ['NCR Open', 'NCR_Open'],
    ['IF-001 to MES about lot 1', 'IF_001_to_MES_about_lot_1'],
    // One part alone could be a word of the language.
    ['chan', 'chan_'],
    ['d step', 'd_step_2'],
    ['WF Open', 'x_WF_Open'],
    ['3WM done', 'x_3WM_done'],
    ['Prüfung läuft', 'Pr_fung_l_uft'],
    ['検査', 'x_'],
    ['__linux__', 'linux_'],
  ])('%s becomes %s', (text, name) => {
    expect(identifiers().make(text)).toBe(name);
  });

  it('is made once only', () => {
    const book = identifiers();
    expect(['a b', 'a-b', 'a b'].map((text) => book.make(text))).toEqual(['a_b', 'a_b_2', 'a_b_3']);
  });

  it('has letters, digits and underscores only, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
        const book = identifiers();
        const names = texts.map((text) => book.make(text));
        expect(names.filter((name) => !/^[A-Za-z]\w*_\w*$/.test(name))).toEqual([]);
        expect(new Set(names).size).toBe(texts.length);
      }),
    );
  });
});

describe('text of the user in a comment', () => {
  it.each([
    ['ends */ here', 'ends ~/ here'],
    ['(* begins /* twice', '(~ begins /~ twice'],
    ['two\nlines\u2028three\tfour', 'two lines three four'],
    ['right\u202eto left', 'right to left'],
    ['Prüfung läuft', 'Prüfung läuft'],
  ])('%j becomes %j', (text, harmless) => {
    expect(inert(text)).toBe(harmless);
  });
});

describe('a plant whose every name is hostile', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '*/ assert(false); /*',
      '"); assert(0)',
      '#define x 1',
      '\n#include "/etc/passwd"\n',
      '\\* x\n====\n',
      'd_step',
    ),
  );

  it('puts no text of the user outside comments', () => {
    const plain = skeleton(withoutComments(promelaOf(renamed('stock', 'value'), stockQuestions)));
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, label, id) => {
        const plant = renamed(name, label);
        const questions = stockQuestions.map((question) => ({ ...question, id: `${id} ${question.id}` }));
        const promela = withoutComments(promelaOf(plant, questions));
        expect(promela).toMatch(/^[\x20-\x7e\n]*$/);
        expect(skeleton(promela)).toEqual(plain);
        const tla = tlaOf(plant, questions).module.replaceAll(/\\\*.*$/gm, '');
        expect(tla).toMatch(/^[\x20-\x7e\n]*$/);
        expect(tla.match(/^====$/gm)).toHaveLength(1);
      }),
    );
  });

  it('keeps every name apart', () => {
    const names = plantNames(renamed('the same', 'the same'));
    const all = [
      ...names.variables,
      ...names.channels,
      ...names.steps,
      ...names.guards,
      ...names.full,
      ...names.numbers.map(({ name }) => name),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

/** As a C preprocessor reads it. */
function withoutComments(promela: string): string {
  return promela.replaceAll(/\/\*[\s\S]*?\*\//g, '');
}

/** Everything but names, numbers and how lines are broken. */
function skeleton(promela: string): string {
  return promela
    .replaceAll(/#define \w+ \d+/g, '')
    .replaceAll(/\w*_\w*/g, 'name')
    .replaceAll(/\s+/g, ' ');
}

function renamed(name: string, label: string): ComposedPlant {
  return {
    ...stockPlant,
    variables: stockPlant.variables.map((variable) => ({
      name,
      values: variable.values.map((_, value) => `${label} state ${value}`),
      role: { kind: 'status', lifecycle: name, record: 0 },
    })),
    channels: stockPlant.channels.map((channel) => ({
      ...channel,
      name,
      interface: name,
      messages: channel.messages.map((message) => ({ ...message, label })),
    })),
    steps: stockPlant.steps.map((step) => ({ ...step, name, by: [label] })),
    leftOut: [label],
    freeAtoms: [name],
    bounds: { ...stockPlant.bounds, instances: { [name]: 1 }, without: [label] },
  };
}
