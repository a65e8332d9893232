import type { ViewSchema } from '../../template-paths.ts';

/**
 * What a value of a view is and means: the one definition that templates are checked against and people read. Every value
 * is there in every document; what has nothing to say is an empty text or list.
 */
export type TemplateValue =
  | { readonly kind: 'text' | 'condition' | 'table' | 'figure'; readonly means: string }
  | { readonly kind: 'group'; readonly means: string; readonly of: TemplateValues }
  | { readonly kind: 'list'; readonly means: string; readonly of: TemplateValues | undefined };

/** Values by name. */
export type TemplateValues = { readonly [name: string]: TemplateValue };

/** A text, printed by `{{name}}`; as a condition it holds when it is not empty. */
export function text(means: string): TemplateValue {
  return { kind: 'text', means };
}

/** Something that holds or does not, for `{{#if name}}`. */
export function condition(means: string): TemplateValue {
  return { kind: 'condition', means };
}

/** A complete table, printed by `{{table name}}`. */
export function table(means: string): TemplateValue {
  return { kind: 'table', means };
}

/** A drawing, printed by `{{figure name}}`. */
export function figure(means: string): TemplateValue {
  return { kind: 'figure', means };
}

/** Values below a name: `{{name.value}}`. */
export function group(means: string, of: TemplateValues): TemplateValue {
  return { kind: 'group', means, of };
}

/** Groups of values, for `{{#each name}}` and `{{#table name}}`. */
export function list(means: string, of: TemplateValues): TemplateValue {
  return { kind: 'list', means, of };
}

/** Plain texts, each of which is `{{this}}` within `{{#each name}}`. */
export function texts(means: string): TemplateValue {
  return { kind: 'list', means, of: undefined };
}

/** JSON Schema (2020-12) of the views with these values. */
export function viewSchema(values: TemplateValues): ViewSchema {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(values),
    properties: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valueSchema(value)])),
  };
}

function valueSchema(value: TemplateValue): ViewSchema {
  const description = value.means;
  switch (value.kind) {
    case 'text':
      return { type: 'string', description };
    case 'condition':
      return { type: 'boolean', description };
    case 'table':
      return { type: 'object', description, required: ['kind'], properties: { kind: { const: 'table-data' } } };
    case 'figure':
      return { type: 'object', description, required: ['kind'], properties: { kind: { const: 'figure' } } };
    case 'group':
      return { ...viewSchema(value.of), description };
    case 'list':
      return {
        type: 'array',
        description,
        items: value.of === undefined ? { type: 'string' } : viewSchema(value.of),
      };
  }
}
