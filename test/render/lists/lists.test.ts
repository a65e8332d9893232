import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CATALOGUE } from '../../../src/core/rules/catalogue.ts';
import { csv } from '../../../src/render/lists/csv.ts';
import { github } from '../../../src/render/lists/github.ts';
import { gitlab } from '../../../src/render/lists/gitlab.ts';
import { junit } from '../../../src/render/lists/junit.ts';
import { HOSTILE, listed, listOf } from './a-list.ts';

describe('GitHub annotations', () => {
  it('are one command each, at their lines, and end with what the run came to', () => {
    expect(github(listOf([listed(), listed({ level: 'note', grade: 'compatible · L' })]))).toBe(
      [
        '::error file=plant/specs/lifecycles.yaml,line=7,endLine=7,col=5,endColumn=12,title=risky · H%3A transition INV.T03%2C when (guard-removed)::A condition is gone.',
        '::notice file=plant/specs/lifecycles.yaml,line=7,endLine=7,col=5,endColumn=12,title=compatible · L%3A transition INV.T03%2C when (guard-removed)::A condition is gone.',
        '::notice title=countersign gate::MAJOR: 1 finding. Gate NOT passed (policy: risk:H).',
        '',
      ].join('\n'),
    );
  });

  it('stay one line each, with no command of their own, whatever the specs hold', () => {
    const text = github(listOf(HOSTILE.slice(0, 9).map((hostile) => listed({ message: hostile, attribute: hostile }))));
    const lines = text.trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^::error file=[^:,]+(?:,\w+=[^:,]*)+::[^\r\n]*$/u);
  });

  it('keep within what GitHub shows, leave out what is waived, and count the rest', () => {
    const waived = listed({ waiver: { id: 'W-1', standing: 'accepted', isNew: false, why: 'r' } });
    const lines = github(listOf([...Array.from({ length: 30 }, () => listed()), waived]))
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toContain('21 further findings not annotated');
  });
});

describe('GitLab code quality', () => {
  it('has what GitLab reads of each finding; a waived one informs', () => {
    const waived = listed({ waiver: { id: 'W-1', standing: 'accepted', isNew: false, why: 'r' } });
    expect(JSON.parse(gitlab(listOf([listed(), waived, listed({ risk: 'C' })])))).toEqual([
      {
        description: 'risky · H: transition INV.T03, when. A condition is gone.',
        check_name: 'guard-removed',
        fingerprint: `h1:${'0'.repeat(64)}`,
        severity: 'critical',
        location: { path: 'plant/specs/lifecycles.yaml', lines: { begin: 7, end: 7 } },
      },
      expect.objectContaining({
        severity: 'info',
        description: 'risky · H: transition INV.T03, when. A condition is gone. Waived by W-1.',
      }),
      expect.objectContaining({ severity: 'blocker' }),
    ]);
  });
});

describe('JUnit', () => {
  it('has a case for each rule that was applied, failed where it stops the run', () => {
    const text = junit(listOf([listed(), listed({ ruleId: 'guard-added', stops: false })]));
    const changes = CATALOGUE.filter(({ kind }) => kind === 'change').length;
    expect(text).toContain(`<testsuites name="countersign" tests="${changes}" failures="1" errors="0" skipped="0">`);
    expect(text).toContain(
      [
        '    <testcase classname="countersign.gate" name="guard-removed">',
        '      <failure type="guard-removed" message="1 finding">plant/specs/lifecycles.yaml:7:5: risky · H: transition INV.T03, when. A condition is gone.</failure>',
        '    </testcase>',
      ].join('\n'),
    );
    expect(text).toContain('<testcase classname="countersign.gate" name="code-removed"/>');
    expect(text.match(/<testcase /g)).toHaveLength(changes);
  });

  it('does not look clean where nothing was judged', () => {
    const text = junit(listOf([], { understood: false, conclusion: 'Nothing was compared.' }));
    expect(text).toMatch(/errors="1"/);
    expect(text).toContain('<error type="nothing-judged" message="Nothing was compared."/>');
  });

  it('is XML that a parser reads, whatever the specs hold', { skip: !hasPython() }, () => {
    const findings = HOSTILE.map((text) => listed({ message: text, attribute: text, ruleId: text }));
    const xml = junit(listOf(findings, { conclusion: HOSTILE.join(' ') }));
    const names = execFileSync(
      'python3',
      [
        '-c',
        'import sys, xml.etree.ElementTree as e\nprint(len(e.fromstring(sys.stdin.buffer.read()).findall(".//failure")))',
      ],
      { input: xml, encoding: 'utf8' },
    );
    expect(Number(names)).toBe(HOSTILE.length);
  });
});

describe('CSV', () => {
  it('has a line for each finding, with what a spreadsheet sorts by', () => {
    const [heading, row, ...rest] = parse(csv(listOf([listed({ before: 'a', after: ['b', 'c'] })])));
    expect(rest).toEqual([]);
    expect(Object.fromEntries((heading ?? []).map((name, index) => [name, row?.[index]]))).toEqual({
      grade: 'risky · H',
      class: 'risky',
      risk: 'H',
      severity: '',
      rule: 'guard-removed',
      kind: 'transition',
      element: 'INV.T03',
      attribute: 'when',
      before: 'a',
      after: '[b, c]',
      message: 'A condition is gone.',
      file: 'plant/specs/lifecycles.yaml',
      line: '7',
      column: '5',
      stops: 'yes',
      waiver: '',
      'waiver standing': '',
      'must approve': 'QA IT',
      informed: 'OPS',
      evidence: 'OQ-NEG',
      fingerprint: `h1:${'0'.repeat(64)}`,
      'explained by': '',
    });
  });

  it.each(HOSTILE)('makes no formula of %j', (text) => {
    const [, row = []] = parse(csv(listOf([listed({ message: text, attribute: text })])));
    expect(row).toHaveLength(22);
    for (const cell of row) expect(cell).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/u);
  });

  it('keeps its cells apart for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (message, attribute) => {
        const rows = parse(csv(listOf([listed({ message, attribute }), listed()])));
        expect(rows.map((row) => row.length)).toEqual([22, 22, 22]);
        expect(rows[2]?.[10]).toBe('A condition is gone.');
      }),
    );
  });
});

function hasPython(): boolean {
  const found = spawnSync('python3', ['--version']).status === 0;
  // The whole proof has it; elsewhere the test is left out.
  if (!found && process.env['CI'] === 'true') throw new Error('python3 is missing.');
  return found;
}

/** RFC 4180, strictly: CRLF, quotes doubled, nothing after a closing quote but a comma or the end of the line. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        for (at += 1; ; at += 1) {
          if (text[at] === '"' && text[at + 1] === '"') cell += text[(at += 1)];
          else if (text[at] === '"') break;
          else if (at >= text.length) throw new Error('A quote is open at the end.');
          else cell += text[at];
        }
        at += 1;
      } else {
        while (at < text.length && !',\r\n"'.includes(text[at] ?? '')) cell += text[at++];
      }
      row.push(cell);
      if (text[at] === ',') at += 1;
      else break;
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`No end of line at ${at}.`);
    at += 2;
    rows.push(row);
  }
  return rows;
}
