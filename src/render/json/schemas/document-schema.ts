import type { DocumentType } from '../../../core/documents/document-type.ts';
import { closed, list, outputSchema, words } from './shared.ts';

const text = { type: 'string' };

const sha256 = { type: 'string', pattern: '^[0-9a-f]{64}$' };

/** `siteTemplates` is there only where the project lays the document out. */
const front = closed(
  {
    type: text,
    title: text,
    number: text,
    revision: text,
    status: closed({ word: words('DRAFT', 'FOR APPROVAL'), reasons: list(text) }),
    organisation: text,
    site: text,
    confidentiality: text,
    package: closed({ id: text, title: text, version: text }),
    commit: text,
    tree: words('clean', 'modified'),
    contentHash: text,
    generated: text,
    siteTemplates: list(closed({ file: text, sha256 })),
  },
  ['siteTemplates'],
);

/** The JSON twin of a document type: what stands in its header, and its facts. */
export function documentSchema(type: DocumentType) {
  return outputSchema(type.id, `${type.title}, as data`, { document: front, facts: type.schema });
}
