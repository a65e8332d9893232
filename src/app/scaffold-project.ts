import { usageFailure } from '../core/diagnostics/failure.ts';
import { compareText } from '../core/diagnostics/order.ts';
import { loadModel } from '../core/model/load-model.ts';
import { PROJECT_FILE } from '../core/source/project-header.ts';

/** What a newcomer is asked; every answer has a default. */
export interface ScaffoldAnswers {
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  readonly site: string;
  readonly profile: 'sketch' | 'project' | 'gxp';
}

export const DEFAULT_ANSWERS: ScaffoldAnswers = {
  id: 'HOLD',
  title: 'Hold to release',
  organisation: 'Example plant',
  site: 'SITE',
  profile: 'gxp',
};

/** A file of the new project, path with `/`. */
export interface ScaffoldFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The files of a new project: those of the starter with the answers put in, and the language's schema for editors.
 * Throws a usage `Failure` for an answer with which the project could not be read.
 */
export function scaffoldProject(
  starter: ReadonlyMap<string, string>,
  schema: string,
  answers: ScaffoldAnswers,
): readonly ScaffoldFile[] {
  const files = [...starter].map(([path, text]) => ({ path, text: fill(text, answers) }));
  refuseUnreadable(files);
  return [...files, { path: 'countersign.v1.schema.json', text: schema }].toSorted((a, b) =>
    compareText(a.path, b.path),
  );
}

/** An answer may be text that the language does not take, such as an id with a blank: said before anything is written. */
function refuseUnreadable(files: readonly ScaffoldFile[]): void {
  const { diagnostics } = loadModel({
    identity: { label: 'head', kind: 'folder', modified: false },
    files: files
      .map(({ path, text }) => ({
        revision: 'head' as const,
        file: path,
        bytes: new TextEncoder().encode(text),
        contentId: path,
      }))
      .toSorted(
        (a, b) => Number(b.file === PROJECT_FILE) - Number(a.file === PROJECT_FILE) || compareText(a.file, b.file),
      ),
  });
  const wrong = diagnostics.find(({ severity }) => severity === 'error');
  if (wrong !== undefined)
    throw usageFailure(
      'answer-invalid',
      wrong.message,
      'Nothing was written. Answer again, or take the defaults with --yes.',
    );
}

/** Answers go in as JSON text, which is YAML: whatever a person types stays one value. */
function fill(text: string, answers: ScaffoldAnswers): string {
  return text.replaceAll(/\{\{(id|title|organisation|site|profile)\}\}/g, (_, name: keyof ScaffoldAnswers) => {
    const answer = answers[name];
    return /^[A-Za-z][A-Za-z0-9 -]*$/.test(answer) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(answer)
      ? answer.trim()
      : JSON.stringify(answer);
  });
}
