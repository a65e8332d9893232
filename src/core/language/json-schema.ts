import { COLLECTION_NAMES, COLLECTIONS, LANGUAGE_VERSION, PROJECT } from './collections.ts';
import type { CollectionDefinition } from './collections.ts';
import { COLLECTION_GUIDE } from './collection-guide.ts';
import { conditionDefinitions } from './condition-schema.ts';
import { ID_PATTERN, whole } from './patterns.ts';
import { partSchema, SHARED_DEFINITIONS, valueSchema } from './shape-schema.ts';
import type { SchemaDefinitions, SchemaObject } from './shape-schema.ts';

/** Identity of the published schema; it changes only with the version of the language. */
export const LANGUAGE_SCHEMA_ID = `urn:countersign:language:${LANGUAGE_VERSION}`;

/**
 * The published JSON Schema (2020-12) of a spec file, made from the shapes that the loader reads by. One schema serves the
 * project file and all others: attributes of the project ask for `language` and `package` beside them.
 */
export function languageSchema(): SchemaObject {
  const definitions: SchemaDefinitions = new Map([...SHARED_DEFINITIONS, ...conditionDefinitions()]);
  const project = partSchema(PROJECT, definitions);
  const ofProject = Object.keys(PROJECT.attributes);
  const needed = ['language', 'package'];
  const properties = {
    ...(project['properties'] as Readonly<Record<string, SchemaObject>>),
    language: {
      ...(project['properties'] as Readonly<Record<string, SchemaObject>>)['language'],
      const: LANGUAGE_VERSION,
    },
    ...Object.fromEntries(
      COLLECTION_NAMES.map((name) => [name, collectionSchema(COLLECTIONS[name], COLLECTION_GUIDE[name], definitions)]),
    ),
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: LANGUAGE_SCHEMA_ID,
    title: `Countersign specification language, version ${LANGUAGE_VERSION}`,
    description:
      'What a plant, its systems and their interfaces do, in files that people write and programs compare. Any number of collections stand in a file; each is a mapping of ids to what they are. All files make up one specification.',
    type: 'object',
    properties,
    patternProperties: { '^x-.': { description: 'A key of your own: it is kept, compared and printed.' } },
    additionalProperties: false,
    dependentRequired: Object.fromEntries(ofProject.map((name) => [name, needed.filter((other) => other !== name)])),
    $defs: Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function collectionSchema(
  definition: CollectionDefinition,
  guide: { readonly purpose: string; readonly example: SchemaObject },
  definitions: SchemaDefinitions,
): SchemaObject {
  return {
    title: `${definition.noun.charAt(0).toUpperCase()}${definition.noun.slice(1)}s by id`,
    description: guide.purpose,
    type: 'object',
    propertyNames: { pattern: whole(ID_PATTERN).source },
    additionalProperties: valueSchema(definition.shape, definitions),
    examples: [guide.example],
  };
}
