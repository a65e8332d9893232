/** What a spec file can hold: every text is quoted, so that no program takes it for anything else. */
export type Plain = string | number | boolean | readonly Plain[] | PlainMap;
export interface PlainMap {
  readonly [key: string]: Plain | undefined;
}

/** A mapping as YAML in block style, keys quoted too; keys whose value is undefined are left out. */
export function yamlText(content: PlainMap): string {
  return block(content, '').join('\n') + '\n';
}

function block(map: PlainMap, indent: string): string[] {
  return entriesOf(map).flatMap(([key, value]) => {
    const name = `${indent}${JSON.stringify(key)}:`;
    if (isMap(value) && entriesOf(value).length > 0) return [name, ...block(value, `${indent}  `)];
    if (Array.isArray(value) && value.some((item: Plain) => typeof item === 'object')) {
      return [name, ...value.map((item: Plain) => `${indent}  - ${flow(item)}`)];
    }
    return [`${name} ${flow(value)}`];
  });
}

function flow(value: Plain): string {
  if (isMap(value)) {
    return `{${entriesOf(value)
      .map(([key, item]) => `${JSON.stringify(key)}: ${flow(item)}`)
      .join(', ')}}`;
  }
  return Array.isArray(value) ? `[${value.map(flow).join(', ')}]` : JSON.stringify(value);
}

function isMap(value: Plain): value is PlainMap {
  return typeof value === 'object' && !Array.isArray(value);
}

function entriesOf(map: PlainMap): readonly (readonly [string, Plain])[] {
  return Object.entries(map).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}
