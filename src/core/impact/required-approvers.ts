import type { ApproverFunction, Finding } from '../rules/finding.ts';
import type { Assessment } from './impact.ts';

const FUNCTIONS: readonly ApproverFunction[] = ['QA', 'OPS', 'IT'];

/**
 * Who must decide and who is told, by the rules of the findings. A critical change always needs quality and one more
 * function (rules section 2). The function that asks for each is named with its reason.
 */
export function requiredApprovers(findings: readonly Finding[]): Assessment['approvers'] {
  const critical = findings.find(({ risk }) => risk === 'C');
  return FUNCTIONS.flatMap((name): Assessment['approvers'] => {
    const asking = findings.filter(({ approvers }) => approvers.approve.includes(name));
    const [first] = asking;
    if (first !== undefined) return [{ function: name, required: true, because: reason(first, asking.length) }];
    if (name === 'QA' && critical !== undefined)
      return [{ function: name, required: true, because: 'a critical change always needs quality' }];
    const telling = findings.filter(({ approvers }) => approvers.inform.includes(name));
    return telling[0] === undefined
      ? []
      : [{ function: name, required: false, because: reason(telling[0], telling.length) }];
  });
}

function reason(first: Finding, number: number): string {
  const more = number > 1 ? ` and ${number - 1} more` : '';
  return `${first.ruleId} on ${first.element.kind.replaceAll('-', ' ')} ${first.element.id}${more}`;
}
