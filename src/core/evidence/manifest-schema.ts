import { PACKAGE_FORMAT_VERSION } from './package-manifest.ts';

const SHA256 = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;
const TEXT = { type: 'string', minLength: 1 } as const;
const PAYLOAD_PATH = { type: 'string', pattern: '^data/[^\\\\]+$' } as const;
/** Git object names, SHA-1 or SHA-256, always in full. */
const OBJECT_ID = { type: ['string', 'null'], pattern: '^(?:[0-9a-f]{40}|[0-9a-f]{64})$' } as const;

const revision = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'commit', 'tree', 'instant', 'modified'],
  properties: {
    kind: {
      enum: ['commit', 'worktree', 'index', 'folder', 'none'],
      description: 'A commit, or a state of files that no commit holds; none when the project did not exist.',
    },
    commit: { ...OBJECT_ID, description: 'Full commit id; of the commit it starts from for worktree and index.' },
    tree: { ...OBJECT_ID, description: "Full id of the project folder's tree in that commit." },
    instant: {
      type: ['string', 'null'],
      pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$',
      description: 'Committer date in UTC.',
    },
    modified: { type: 'boolean', description: 'True when files of the project differ from the commit.' },
  },
} as const;

const document = {
  type: 'object',
  additionalProperties: false,
  required: ['number', 'type', 'title', 'revision', 'status', 'file', 'data'],
  properties: {
    number: { ...TEXT, description: 'Document number as printed.' },
    type: { ...TEXT, description: 'Document type: IA, RTM, IQ, OQ.' },
    title: TEXT,
    revision: TEXT,
    status: { ...TEXT, description: 'Status word as printed; no document is ever printed as approved.' },
    file: { ...PAYLOAD_PATH, description: 'The document for people.' },
    data: { ...PAYLOAD_PATH, description: 'The same facts for programs.' },
  },
} as const;

const file = {
  type: 'object',
  additionalProperties: false,
  required: ['path', 'role', 'mediaType', 'size', 'sha256'],
  properties: {
    path: { ...PAYLOAD_PATH, description: 'Path from the package folder, as in manifest-sha256.txt.' },
    role: {
      enum: [
        'document',
        'document-data',
        'tables',
        'spec-base',
        'spec-head',
        'template-base',
        'template-head',
        'analysis',
        'index',
      ],
    },
    mediaType: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+(?:; charset=utf-8)?$' },
    size: { type: 'integer', minimum: 0, description: 'Size in bytes.' },
    sha256: SHA256,
    source: {
      ...TEXT,
      description: 'For spec files and templates: path in the project, which `path` holds in escaped form.',
    },
  },
} as const;

/** JSON Schema (2020-12) of `data/manifest.json`. */
export const MANIFEST_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:countersign:package-manifest:1',
  title: 'Manifest of an evidence package',
  type: 'object',
  additionalProperties: false,
  required: [
    'formatVersion',
    'tool',
    'rulesVersion',
    'languageVersion',
    'sourceHash',
    'project',
    'base',
    'head',
    'modified',
    'documents',
    'files',
  ],
  properties: {
    formatVersion: { const: PACKAGE_FORMAT_VERSION },
    tool: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'version'],
      properties: { name: TEXT, version: TEXT },
    },
    rulesVersion: TEXT,
    languageVersion: { type: 'integer', minimum: 1 },
    sourceHash: {
      type: 'string',
      pattern: '^s1:[0-9a-f]{64}$',
      description:
        'Hash over both spec snapshots, the templates of the project and the versions of tool, rules and language; printed on each document.',
    },
    project: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'title', 'version'],
      properties: { id: TEXT, title: TEXT, version: TEXT },
    },
    base: revision,
    head: revision,
    modified: { type: 'boolean', description: 'True when either revision holds changes that no commit holds.' },
    documents: { type: 'array', items: document, description: 'In reading order.' },
    files: {
      type: 'array',
      items: file,
      minItems: 1,
      description: 'Every file below data/ except this one, ordered by path.',
    },
  },
} as const;
