import type { SpecModel } from '../model/spec-model.ts';
import type { SignatureFacts } from './signatures.ts';
import { type FactsOf, facts, list, text, texts } from './fact-shape.ts';

export const RESPONSIBILITY_ROW = facts({ function: text, answersFor: text, heldBy: texts });
export const RESPONSIBILITIES = list(RESPONSIBILITY_ROW);

/** A function, what it answers for, and which departments or roles stand for it. */
export type ResponsibilityRow = FactsOf<typeof RESPONSIBILITY_ROW>;

/** Which approver function of the project file stands behind a signature. */
const FUNCTION_OF: Readonly<Record<string, string>> = {
  PRO: 'OPS',
  SYS: 'IT',
  QAP: 'QA',
  QAC: 'QA',
  QAA: 'QA',
  DES: 'DES',
  CCB: 'CCB',
};

/** One line for each signature of the document, with the departments and roles that the project names for its function. */
export function responsibilitiesOf(signatures: SignatureFacts, model: SpecModel): readonly ResponsibilityRow[] {
  const approvers = model.project?.attributes.approvers ?? {};
  return [...signatures.before, ...signatures.after].map(({ code, role, meaning }) => {
    const approver = approvers[FUNCTION_OF[code] ?? code];
    return {
      function: role,
      answersFor: meaning,
      heldBy: [...(approver?.departments ?? []), ...(approver?.roles ?? [])],
    };
  });
}
