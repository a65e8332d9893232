import { closed, list, nullable, outputSchema, words } from './shared.ts';

const text = { type: 'string' };
const template = {
  name: text,
  source: { ...words('shipped', 'site'), description: 'site: a template of the project.' },
  file: { ...nullable(text), description: 'Path below the project folder; null for a template of the tool.' },
  sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
};

/** What `templates list` prints as JSON. */
export const TEMPLATES_SCHEMA = outputSchema('templates', 'What lays out the documents', {
  revision: { ...nullable(text), description: 'Commit, worktree, index or folder; null where there is no project.' },
  documents: list(
    closed({
      type: text,
      title: text,
      ...template,
      partials: list(text),
      omits: { ...list(text), description: 'Values that the template of the tool shows and this one does not.' },
    }),
  ),
  partials: list(closed({ ...template, usedBy: list(text) })),
});
