/**
 * A log of a job is read for commands: GitHub takes a line that begins with `::name` (blanks before it do not matter) or holds
 * `##[name]`, Azure one with `##vso[`. What a spec says must not become one: a zero-width space stands behind the first sign.
 */
export function withoutRunnerCommands(text: string): string {
  return text.replaceAll(/^(\s*:)(?=:)/gm, '$1\u200b').replaceAll(/#(?=#(?:vso|teamcity)?\[)/g, '#\u200b');
}
