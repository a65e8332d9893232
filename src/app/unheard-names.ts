import type { Diagnostic } from '../core/diagnostics/index.ts';
import { nearestWord } from '../core/diagnostics/nearest-word.ts';
import { misplacedTexts } from '../core/documents/authored-sections.ts';
import type { SpecModel } from '../core/model/spec-model.ts';
import { CHANGE_RULE_IDS } from '../core/rules/change-rule-ids.ts';
import { REVISION_RULES } from '../core/rules/lint/index.ts';

/**
 * Names in a project that nothing listens to: rules, sets of clauses, documents and sections that there are not. What somebody
 * declared there has no effect, which must not pass in silence. `clauseSets` are the sets of the clause catalogue.
 */
export function unheardNames(model: SpecModel, clauseSets: ReadonlySet<string>): readonly Diagnostic[] {
  return [...unknownRules(model), ...unknownClauseSets(model, clauseSets), ...unprintedTexts(model)];
}

function unknownRules({ project }: SpecModel): readonly Diagnostic[] {
  const known = new Set([...CHANGE_RULE_IDS, ...REVISION_RULES.map(({ id }) => id)]);
  const written = Object.keys(project?.attributes.rules ?? {});
  return written.flatMap((id): Diagnostic[] => {
    if (project === undefined || known.has(id)) return [];
    const near = nearestWord(id, known);
    return [
      {
        ruleId: 'rule-unknown',
        severity: 'warning',
        message: `No rule is called ${id}: what the project says about it has no effect.`,
        hint:
          near === undefined
            ? 'Name a rule as findings show it, such as mapping-truncation.'
            : `Did you mean "${near}"?`,
        subject: project.key,
        at: project.locate(['rules', id], 'key'),
      },
    ];
  });
}

function unknownClauseSets({ project }: SpecModel, known: ReadonlySet<string>): readonly Diagnostic[] {
  const written = Object.keys(project?.attributes.clauses ?? {});
  return written.flatMap((id): Diagnostic[] => {
    if (project === undefined || known.has(id)) return [];
    const near = nearestWord(id, known);
    return [
      {
        ruleId: 'clause-set-unknown',
        severity: 'warning',
        message: `No set of clauses is called ${id}: none of its clauses is in scope.`,
        hint: near === undefined ? `There are: ${[...known].join(', ')}.` : `Did you mean "${near}"?`,
        subject: project.key,
        at: project.locate(['clauses', id], 'key'),
      },
    ];
  });
}

function unprintedTexts(model: SpecModel): readonly Diagnostic[] {
  return misplacedTexts(model).map(({ text, message, hint }): Diagnostic => ({
    ruleId: 'text-misplaced',
    severity: 'warning',
    message,
    hint,
    subject: text.key,
    at: text.locate(['section']),
  }));
}
