/**
 * Version of the rules: raised whenever a rule, a lint or a derivation says something else about the same specification.
 * It stands in every package, so that two packages of one commit can be told apart by what judged them.
 */
export const RULES_VERSION = '2';
