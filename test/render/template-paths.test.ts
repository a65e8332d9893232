import { expect, test } from 'vitest';
import { checkTemplatePaths } from '../../src/render/template-paths.ts';

const text = { type: 'string' };
const schema = {
  type: 'object',
  required: ['title', 'items', 'change'],
  properties: {
    title: text,
    note: text,
    change: { $ref: '#/$defs/change' },
    items: { type: 'array', items: { $ref: '#/$defs/item' } },
  },
  $defs: {
    change: { type: 'object', required: ['id'], properties: { id: text } },
    item: {
      type: 'object',
      required: ['name', 'parts'],
      properties: { name: text, hint: text, parts: { type: 'array', items: text } },
    },
  },
};

const check =
  (source: string, partials: Record<string, string> = {}) =>
  () =>
    checkTemplatePaths({ name: 't', text: source, partials: new Map(Object.entries(partials)), schema });

test.each([
  '{{title}} {{change.id}} {{optional note}}',
  '{{#each items as |item number|}}{{name}} {{item.name}} {{number}} {{../title}} {{@root.change.id}} {{@number}}{{#each parts}}{{this}} {{../name}}{{/each}}{{/each}}',
  '{{#with change}}{{id}}{{/with}}{{#if (optional note)}}{{optional note}}{{else}}{{title}}{{/if}}',
  '{{#table items}}{{row id=name}}{{#column "A"}}{{name}}{{/column}}{{/table}}',
])('knows the paths of %s', (source) => {
  expect(check(source)).not.toThrow();
});

test.each([
  ['{{titel}}', 'Template t, line 1: the view has no “titel” at “titel”.'],
  ['\n{{#if title}}{{else}}{{change.gone}}{{/if}}', 'Template t, line 2: the view has no “gone” at “change.gone”.'],
  ['{{note}}', 'Template t, line 1: “note” may be absent.'],
  ['{{#each items}}{{hint}}{{/each}}', 'Template t, line 1: “hint” may be absent.'],
  ['{{#each items}}{{title}}{{/each}}', 'Template t, line 1: the view has no “title” at “title”.'],
  [
    '{{#table items}}{{#column "A"}}{{nam}}{{/column}}{{/table}}',
    'Template t, line 1: the view has no “nam” at “nam”.',
  ],
  ['{{../title}}', 'Template t, line 1: “../title” leads out of the view.'],
])('refuses %s', (source, message) => {
  expect(check(source)).toThrow(message);
});

test('follows partials with their context and arguments', () => {
  expect(check('{{> p change label=title}}', { p: '{{label}} {{id}}' })).not.toThrow();
  expect(check('{{> p change}}', { p: '\n{{label}}' })).toThrow(
    'Template p, line 2: the view has no “label” at “label”.',
  );
});
