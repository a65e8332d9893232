import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/diagnostics/failure.ts';
import { indexModel } from '../../../../src/core/model/model-index.ts';
import type { Element } from '../../../../src/core/model/element.ts';
import { CHANGE_RULES } from '../../../../src/core/rules/change/index.ts';
import { changeContext } from '../../../../src/core/rules/judging/change-context.ts';
import { askRule } from '../../../../src/core/rules/judging/rule-failure.ts';
import { runChangeRules } from '../../../../src/core/rules/run-change-rules.ts';
import { runLints } from '../../../../src/core/rules/run-lints.ts';
import { compare, graphOf, load, projectText, sha256, sourceFile } from '../small-project.ts';

/** What `bin/run.js` does with what ends a run. */
const { reportError } = (await import(new URL('../../../../bin/report-error.js', import.meta.url).href)) as {
  readonly reportError: (error: unknown, version: string, print: (line: string) => void) => number;
};

const BROKEN = new TypeError('Cannot read properties of undefined');

/** What a run ends with: exit code and the lines on stderr. */
function endOf(run: () => unknown): { readonly exitCode: number; readonly lines: readonly string[] } {
  try {
    run();
  } catch (error) {
    const lines: string[] = [];
    return { exitCode: reportError(error, '1.0.0', (line) => lines.push(line)), lines };
  }
  throw new Error('The run did not end.');
}

const ASK_TO_REPORT =
  '  Nothing was concluded. Please report this with the lines of the specification that it names; it is an error of the tool.';

describe('a rule that fails', () => {
  const context = changeContext(
    compare(
      'systems: {MES: {}}\nroles: {QA: {}}',
      'systems: {MES: {version: "2"}, ERP: {}}\nroles: {QUAL: {formerIds: [QA]}}',
    ),
  );
  const failing = (judges: string) =>
    CHANGE_RULES.map((rule) => {
      if (rule.judges !== judges || !('check' in rule)) return rule;
      return {
        ...rule,
        check: () => {
          throw BROKEN;
        },
      };
    });
  const first = (judges: string): string => CHANGE_RULES.find((rule) => rule.judges === judges)?.id ?? '';

  it.each([
    ['comparison', first('comparison'), 'the comparison as a whole'],
    ['identity', 'element-renamed', 'Role QUAL'],
    ['element', 'system-added', 'System ERP'],
    ['attribute', 'system-version-changed', 'System MES'],
  ])('about a change, which judges each %s, ends the run and says what it looked at', (judges, rule, subject) => {
    expect(endOf(() => runChangeRules(failing(judges), context, sha256))).toEqual({
      exitCode: 5,
      lines: [`error: The rule ${rule} failed on ${subject}: ${BROKEN.message} [rule-failed]`, ASK_TO_REPORT],
    });
  });

  it('about one revision ends the run, and says what it reported before', () => {
    const text = 'profile: gxp\nobjects: {lot: {fields: {a: {type: decimal}, b: {type: decimal}}}}';
    const model = load('head', [sourceFile('head', 'countersign.yaml', projectText(text))]);
    const graph = graphOf(model);
    // Whatever is wrong with lot.b shows only after lot.a was reported.
    let reported = false;
    const elements = [...model.elements.values()].map((element): Element => {
      const { kind, id, localId, key, collection, parent, file, at, attributes } = element;
      return {
        kind,
        id,
        localId,
        key,
        collection,
        file,
        at,
        ...(parent === undefined ? {} : { parent }),
        get attributes() {
          if (id === 'lot.b' && reported) throw BROKEN;
          return attributes;
        },
        locate: (path, part) => {
          if (id === 'lot.a') reported = true;
          return element.locate(path, part);
        },
      };
    });
    const damaged = indexModel('head', model.project, elements, { complete: true, withheld: new Set() });
    expect(endOf(() => runLints({ model: damaged, graph, digest: sha256, asOf: '2026-03-02' }))).toEqual({
      exitCode: 5,
      lines: [
        `error: The rule unit-missing failed on the head revision, after it reported Field lot.a: ${BROKEN.message} [rule-failed]`,
        ASK_TO_REPORT,
      ],
    });
  });

  it('keeps what went wrong, and lets other ends of a run be', () => {
    const look = (error: unknown) => () =>
      askRule('some-rule', 'System MES', () => {
        throw error;
      });
    expect(look(BROKEN)).toThrow(expect.objectContaining({ code: 'rule-failed', exitCode: 5, cause: BROKEN }));
    expect(look('a text')).toThrow('The rule some-rule failed on System MES: a text');
    const end = new Failure(4, 'revision-unknown', 'No commit is called v9.', 'Fetch it.');
    expect(look(end)).toThrow(end);
    expect(askRule('some-rule', 'System MES', () => 1)).toBe(1);
  });
});
