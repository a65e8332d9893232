import { parse } from 'yaml';

/** A question that every assessment of a change answers. */
export interface AssessmentQuestion {
  readonly id: string;
  /** Function that is best placed to answer. */
  readonly function: 'OPS' | 'QA' | 'IT';
  readonly text: string;
}

/** Reads the questions that ship with the tool; their text is trusted and tested. */
export function readAssessmentQuestions(content: string): readonly AssessmentQuestion[] {
  const file = parse(content) as { readonly questions: readonly AssessmentQuestion[] };
  return file.questions.map(({ id, function: asked, text }) => ({ id, function: asked, text }));
}
