const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;

/** A closed object: every property is listed, those that may be absent are named. */
export function closed(properties: Readonly<Record<string, unknown>>, optional: readonly string[] = []) {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    additionalProperties: false,
  };
}

export const nullable = (schema: unknown) => ({ anyOf: [schema, { type: 'null' }] });
export const list = (items: unknown) => ({ type: 'array', items });
export const words = (...values: readonly string[]) => ({ type: 'string', enum: values });

const position = closed({ line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } });

/** Parts that several outputs share, under `$defs`. */
export const DEFINITIONS = {
  tool: closed({ name: text, version: text }),
  position,
  location: closed({
    revision: words('base', 'head'),
    file: { type: 'string', description: 'Path below the project folder, with /.' },
    pointer: { type: 'string', description: 'RFC 6901 JSON pointer of the value in the file.' },
    span: closed({ start: { $ref: '#/$defs/position' }, end: { $ref: '#/$defs/position' } }),
  }),
  revision: closed(
    {
      label: words('base', 'head'),
      kind: words('commit', 'worktree', 'index', 'folder', 'none'),
      commit: text,
      tree: text,
      instant: text,
      author: text,
      subject: text,
      modified: { type: 'boolean' },
    },
    ['commit', 'tree', 'instant', 'author', 'subject'],
  ),
  element: closed({ kind: text, id: text }),
  fingerprint: { type: 'string', pattern: '^h1:[0-9a-f]{64}$' },
  related: list(closed({ message: text, at: { $ref: '#/$defs/location' } })),
  severity: words('error', 'warning', 'info'),
  count,
} as const;

/** References into `$defs`. */
export const ref = (name: keyof typeof DEFINITIONS) => ({ $ref: `#/$defs/${name}` });

/** The head that every output has: which format, and which tool wrote it. */
export function outputSchema(
  name: string,
  title: string,
  properties: Readonly<Record<string, unknown>>,
  optional: readonly string[] = [],
) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:countersign:output:${name}:1`,
    title,
    ...closed({ formatVersion: { const: 1 }, tool: ref('tool'), ...properties }, optional),
    $defs: DEFINITIONS,
  };
}
