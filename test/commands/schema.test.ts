import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

import { publishedSchemas } from '../../src/app/published-schemas.ts';
import Schema from '../../src/commands/schema.ts';
import { run } from './run-command.ts';

const NAMES = [...publishedSchemas().keys()];

describe('countersign schema', () => {
  it('names every schema', async () => {
    expect(await run(Schema, 'list')).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "language
      check
      comparison
      trace
      rules
      explanation
      exploration
      replay
      strength
      invalid
      templates
      verification
      manifest
      impact-assessment
      traceability-matrix
      responsibility-matrix
      interface-specification
      electronic-records-assessment
      installation-qualification
      operational-qualification
      ",
      }
    `);
  });

  it.each(NAMES)('prints %s, a valid JSON Schema, as it is published', async (name) => {
    const { code, stdout, stderr } = await run(Schema, name);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const schema = JSON.parse(stdout) as { readonly $id: string };
    expect(() => new Ajv2020({ strict: false, validateFormats: false }).compile(schema)).not.toThrow();
    expect(schema.$id).toMatch(/^urn:countersign:[a-z:-]+:1$/);
    const file = name === 'language' ? 'countersign.v1.schema.json' : `${name}.schema.json`;
    expect(stdout).toBe(readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8'));
  });

  it('prints the language without a name', async () => {
    expect(await run(Schema)).toEqual(await run(Schema, 'language'));
  });

  it('refuses a name that no schema has', async () => {
    const { code, stdout, stderr } = await run(Schema, 'langauge');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`error: There is no schema 'langauge'. [schema-unknown]\n  There are: ${NAMES.join(', ')}.\n`);
  });
});
