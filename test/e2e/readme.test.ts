import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { append, commitStarter, edit } from '../commands/starter-project.ts';
import { commitAll, git, scratchFolder } from '../io/git/scratch-repository.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const scratch = scratchFolder();

interface Step {
  readonly run?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** The YAML below a line of the README, as it is printed. */
function snippet(heading: string): unknown {
  const text = new RegExp(`^${heading}:\\n\\n\`\`\`yaml\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(readme)?.[1];
  if (text === undefined) throw new Error(`The README has no YAML below "${heading}:".`);
  return parse(text);
}

const github = (snippet('GitHub') as { jobs: { countersign: { steps: Step[] } } }).jobs.countersign.steps;
const gitlab = (snippet('GitLab') as { countersign: { script: string[]; variables: Record<string, string>; artifacts: unknown } }).countersign;

interface Ran {
  readonly command: string;
  readonly code: number;
}

/** Runs commands as a runner does: each in a shell of its own that stops at the first error; `npm` installs nothing. */
function inShell(command: string, cwd: string, variables: Readonly<Record<string, string>>): Ran {
  const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', command], {
    cwd,
    encoding: 'utf8',
    env: { PATH: `${scratch.path('programs')}:${process.env['PATH'] ?? ''}`, HOME: process.env['HOME'], ...variables },
  });
  if (status === null) throw new Error(stderr);
  return { command: command.split(' ').slice(0, 2).join(' '), code: status };
}

beforeAll(() => {
  mkdirSync(scratch.path('programs'));
  const program = (name: string, line: string): void => {
    writeFileSync(scratch.path(`programs/${name}`), `#!/bin/sh\n${line}\n`);
    chmodSync(scratch.path(`programs/${name}`), 0o755);
  };
  program('countersign', `exec '${process.execPath}' '${join(root, 'bin/run.js')}' "$@"`);
  program('npm', 'exit 0');
});

/** A server with the branch `main`, and one branch for each change that somebody asks to merge. */
async function server(): Promise<string> {
  const origin = await commitStarter(scratch.path('server'));
  const branch = (name: string, change: () => void): void => {
    git(origin, ['checkout', '--quiet', '-b', name, 'main']);
    change();
    commitAll(origin, name);
  };
  branch('harmless', () => edit(origin, 'specs/objects.yaml', 'title: Nonconformance report', 'title: Report of a nonconformance'));
  branch('risky', () => edit(origin, 'specs/interfaces.yaml', 'retry: {max: 3', 'retry: {max: 2'));
  branch('invalid', () => append(origin, 'specs/requirements.yaml', 'requirements: {}\n'));
  git(origin, ['checkout', '--quiet', 'main']);
  append(origin, 'specs/requirements.yaml', '# more was merged meanwhile\n');
  commitAll(origin, 'Meanwhile');
  return origin;
}

describe('the pipelines of the README', () => {
  let origin: string;
  beforeAll(async () => {
    origin = await server();
  });

  /** What `actions/checkout` leaves: every branch under `origin`, and the merge of the pull request, detached. */
  function githubJob(branch: string, base: string): { readonly ran: readonly Ran[]; readonly summary: string; readonly evidence: boolean } {
    const checkout = scratch.path(`github-${branch}-${base}`);
    git(origin, ['clone', '--quiet', `file://${origin}`, checkout]);
    git(checkout, ['checkout', '--quiet', '--detach', 'origin/main']);
    git(checkout, ['merge', '--quiet', '--no-ff', '-m', 'Merge', `origin/${branch}`]);
    const summary = scratch.path(`summary-${branch}-${base}.md`);
    writeFileSync(summary, '');
    const ran: Ran[] = [];
    for (const step of github) {
      if (step.run === undefined || (ran.some(({ code }) => code !== 0) && step.if !== 'always()')) continue;
      ran.push(inShell(step.run, checkout, { CI: 'true', GITHUB_BASE_REF: base, GITHUB_STEP_SUMMARY: summary }));
    }
    return { ran, summary: readFileSync(summary, 'utf8').split('\n')[0] ?? '', evidence: existsSync(join(checkout, 'evidence/bagit.txt')) };
  }

  /** What a runner of GitLab leaves: a fetched repository, the branch of the merge request detached. */
  function gitlabJob(branch: string): { readonly ran: readonly Ran[]; readonly evidence: boolean } {
    const checkout = scratch.path(`gitlab-${branch}`);
    mkdirSync(checkout);
    git(checkout, ['init', '--quiet']);
    git(checkout, ['remote', 'add', 'origin', `file://${origin}`]);
    git(checkout, ['fetch', '--quiet', 'origin', `+refs/heads/${branch}:refs/remotes/origin/${branch}`]);
    git(checkout, ['checkout', '--quiet', '--detach', `origin/${branch}`]);
    const ran: Ran[] = [];
    for (const command of gitlab.script) {
      ran.push(inShell(command, checkout, { CI: 'true', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }));
      if (ran.at(-1)?.code !== 0) break;
    }
    return { ran, evidence: existsSync(join(checkout, 'evidence/bagit.txt')) };
  }

  const step = (command: string, code: number): Ran => ({ command, code });

  it('GitHub: a harmless change passes, and its package is kept', () => {
    expect(githubJob('harmless', 'main')).toEqual({
      ran: [step('npm install', 0), step('countersign gate', 0), expect.objectContaining({ code: 0 }), step('countersign build', 0)],
      summary: '## Countersign: COSMETIC',
      evidence: true,
    });
  });

  it('GitHub: a risky change is stopped, and its comment and package are there all the same', () => {
    expect(githubJob('risky', 'main')).toEqual({
      ran: [step('npm install', 0), step('countersign gate', 1), expect.objectContaining({ code: 0 }), step('countersign build', 0)],
      summary: '## Countersign: MAJOR',
      evidence: true,
    });
  });

  it('GitHub: a specification that cannot be understood is said in the summary', () => {
    expect(githubJob('invalid', 'main')).toEqual({
      ran: [step('npm install', 0), step('countersign gate', 3), expect.objectContaining({ code: 0 }), step('countersign build', 3)],
      summary: '## Countersign: nothing was concluded',
      evidence: false,
    });
  });

  it('GitHub: where git cannot answer, there is no comment, and no step fails for want of one', () => {
    expect(githubJob('harmless', 'gone')).toEqual({
      ran: [step('npm install', 0), step('countersign gate', 4), expect.objectContaining({ code: 0 }), step('countersign build', 4)],
      summary: '',
      evidence: false,
    });
  });

  it('GitLab: the package is built before the gate decides', () => {
    const before = [step('npm install', 0), step('git fetch', 0)];
    expect(gitlabJob('harmless')).toEqual({ ran: [...before, step('countersign build', 0), step('countersign gate', 0)], evidence: true });
    expect(gitlabJob('risky')).toEqual({ ran: [...before, step('countersign build', 0), step('countersign gate', 1)], evidence: true });
    expect(gitlabJob('invalid')).toEqual({ ran: [...before, step('countersign build', 3)], evidence: false });
  });

  it('fetch the whole history, install this version, and keep the package whatever the gate says', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(github.find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with).toEqual({ 'fetch-depth': 0 });
    expect(gitlab.variables).toEqual({ GIT_DEPTH: '0' });
    for (const command of [github.find(({ run }) => run?.startsWith('npm '))?.run, gitlab.script[0]])
      expect(command).toBe(`npm install --global countersign@${version}`);
    expect(github.at(-1)).toMatchObject({ if: 'always()', with: { path: 'evidence' } });
    expect(gitlab.artifacts).toMatchObject({ when: 'always', paths: ['evidence'] });
  });
});
