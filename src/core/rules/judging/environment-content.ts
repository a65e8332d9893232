import type { Element } from '../../model/element.ts';
import type { Verdict } from '../change-rule.ts';
import { listed } from './wording.ts';

/**
 * What a new installation brings with it weighs what the same would weigh in one that is there: an account is authority of a
 * machine, a job or a connection moves data, whether or not its installation is new.
 */
export function broughtAlong({ attributes }: Element<'environment'>): Verdict['raise'] {
  const { accounts = {}, jobs = {}, connections = {} } = attributes;
  const named = Object.keys(accounts);
  if (named.length > 0) return { class: 'risky', risk: 'H', reason: `accounts come with it: ${listed(named)}` };
  const moving = [...Object.keys(jobs), ...Object.keys(connections)];
  if (moving.length === 0) return undefined;
  return { class: 'risky', risk: 'M', reason: `jobs or connections come with it: ${listed(moving)}` };
}
