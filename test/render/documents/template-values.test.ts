import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { composeFront } from '../../../src/core/documents/document-front.ts';
import { DOCUMENT_TYPES } from '../../../src/core/documents/index.ts';
import type { Json } from '../../../src/core/language/canonical.ts';
import { readTemplateStore } from '../../../src/io/template-store.ts';
import { documentView } from '../../../src/render/documents/render-document.ts';
import { DOCUMENT_VALUES } from '../../../src/render/documents/values/index.ts';
import { viewSchema, type TemplateValues } from '../../../src/render/documents/values/template-value.ts';
import { checkTemplatePaths } from '../../../src/render/template-paths.ts';
import { boardContext } from '../../core/documents/board-plant.ts';
import { plantContext } from '../../core/documents/small-plant.ts';

const store = readTemplateStore();
const contexts = [
  ['a change with gaps', plantContext()],
  ['an emergency change with effects on values', boardContext()],
  [
    'a folder that says next to nothing',
    plantContext({
      project: 'language: 1\npackage: {id: E, title: Empty, version: "1"}\nprofile: sketch\n',
      base: 'systems: {}\n',
      head: 'systems: {}\n',
      headIdentity: { kind: 'folder', commit: undefined, instant: undefined } as never,
    }),
  ],
] as const;

function meaningsOf(values: TemplateValues): readonly string[] {
  return Object.values(values).flatMap((value) => [
    value.means,
    ...(value.kind === 'group' || value.kind === 'list' ? meaningsOf(value.of ?? {}) : []),
  ]);
}

describe.each(DOCUMENT_TYPES.map((type) => [type.id, type] as const))('%s', (id, type) => {
  const values = DOCUMENT_VALUES.get(id) ?? {};

  test.each(contexts)('has exactly the values that are told: %s', (_, context) => {
    const front = composeFront(type, context);
    const validate = new Ajv2020({ allErrors: true }).compile(viewSchema(values));
    validate(documentView(type, type.compose(context, front) as Json, front));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('is laid out by values that are told, in branches never taken too', () => {
    const request = { name: id, text: store.documents.get(id)!, partials: store.partials };
    expect(() => checkTemplatePaths({ ...request, schema: viewSchema(values) })).not.toThrow();
  });

  test('tells of each value what it means', () => {
    expect(meaningsOf(values).filter((means) => means.trim() === '' || means.endsWith('.'))).toEqual([]);
  });
});
