import { DOCUMENT_VALUES } from '../documents/values/index.ts';
import { type TemplateValues, viewSchema } from '../documents/values/template-value.ts';
import { jsonText } from '../json/json-text.ts';
import type { Paint } from '../paint.ts';

/** A type of document by what is asked of it. */
interface DocumentName {
  readonly id: string;
  readonly title: string;
}

/** What a template of a document may name, for people. */
export function templateValuesText({ id, title }: DocumentName, paint: Paint): string {
  const values = DOCUMENT_VALUES.get(id) ?? {};
  const rows = rowsOf(values, 0);
  const width = Math.max(...rows.map(({ name }) => name.length)) + 2;
  return [
    `What the template ${paint.bold(`${id}.md.hbs`)} (${title}) may name. Everything is there in every document; a text or list may be empty.`,
    '',
    ...rows.map(({ name, kind, means }) => `${name.padEnd(width)}${kind.padEnd(11)}${means}`),
    '',
    'text: {{name}}, or {{#if name}} where it may be empty; condition: {{#if name}}; group: {{name.value}} or {{#with name}};',
    'list: {{#each name}} or {{#table name}}, in which the values below it are meant; table: {{table name}}; figure: {{figure name}}.',
    '',
  ].join('\n');
}

/** The same as JSON Schema (2020-12). */
export function templateValuesJson({ id, title }: DocumentName): string {
  return jsonText({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `${title}: what its template may name`,
    ...viewSchema(DOCUMENT_VALUES.get(id) ?? {}),
  });
}

interface Row {
  readonly name: string;
  readonly kind: string;
  readonly means: string;
}

function rowsOf(values: TemplateValues, depth: number): readonly Row[] {
  return Object.entries(values).flatMap(([name, value]) => [
    { name: `${'  '.repeat(depth)}${name}`, kind: value.kind, means: value.means },
    ...(value.kind === 'group' || value.kind === 'list' ? rowsOf(value.of ?? {}, depth + 1) : []),
  ]);
}
