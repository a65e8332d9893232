import { compareText } from '../core/diagnostics/order.ts';

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

/** The files of a new project: those of the starter with the answers put in, and the language's schema for editors. */
export function scaffoldProject(starter: ReadonlyMap<string, string>, schema: string, answers: ScaffoldAnswers): readonly ScaffoldFile[] {
  const files = [...starter].map(([path, text]) => ({ path, text: fill(text, answers) }));
  return [...files, { path: 'countersign.v1.schema.json', text: schema }].toSorted((a, b) => compareText(a.path, b.path));
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
