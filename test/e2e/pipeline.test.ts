import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { commitStarter, edit } from '../commands/starter-project.ts';
import { commitAll, git } from '../io/git/scratch-repository.ts';
import { machine, root } from './program.ts';

/*
 * The jobs that the README shows, run as printed in a checkout as the runners make it: a detached head, no local branches,
 * what the base branch is called known from the environment only.
 */

const { path, sh } = machine();

const [github, gitlab] = [
  ...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^(?:GitHub|GitLab):\n+```yaml\n(.*?)```/gms),
].map(([, text]) => parse(text ?? '') as unknown) as [GithubWorkflow, GitlabPipeline];

interface GithubWorkflow {
  readonly on: readonly string[];
  readonly jobs: { readonly countersign: { readonly permissions: unknown; readonly steps: readonly GithubStep[] } };
}
interface GithubStep {
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface GitlabPipeline {
  readonly countersign: {
    readonly variables: Readonly<Record<string, string>>;
    readonly script: readonly string[];
    readonly artifacts: { readonly when: string; readonly paths: readonly string[] };
  };
}

/** An origin with `main`, and a branch `work` whose change the gate stops, merged for a request as hosts do. */
beforeAll(async () => {
  const folder = await commitStarter(path('author'));
  git(folder, ['checkout', '--quiet', '-b', 'work']);
  edit(folder, 'specs/interfaces.yaml', 'retry: {max: 3', 'retry: {max: 2');
  commitAll(folder, 'Two retries are enough');
  git(folder, ['checkout', '--quiet', 'main']);
  edit(folder, 'specs/systems.yaml', 'version: "1.0"', 'version: "1.1"');
  commitAll(folder, 'Meanwhile on main');
  git(folder, ['checkout', '--quiet', '--detach']);
  git(folder, ['merge', '--quiet', '--no-ff', '-m', 'Merge work into main', 'work']);
  git(folder, ['update-ref', 'refs/pull/1/merge', 'HEAD']);
  git(folder, ['checkout', '--quiet', 'main']);
});

/** What `actions/checkout` does for a pull request. */
function githubCheckout(name: string, depth: number): string {
  const folder = path(name);
  mkdirSync(folder);
  const refs = [
    '+refs/pull/1/merge:refs/remotes/pull/1/merge',
    ...(depth === 0 ? ['+refs/heads/*:refs/remotes/origin/*'] : []),
  ];
  const fetch = `git fetch --quiet --no-tags --prune ${depth === 0 ? '' : `--depth=${depth} `}origin ${refs.join(' ')}`;
  const line = `git init --quiet && git remote add origin "file://${path('author')}" && ${fetch} && git checkout --quiet --force refs/remotes/pull/1/merge`;
  expect(sh(line, folder)).toMatchObject({ status: 0 });
  return folder;
}

/** What the GitLab runner does for a merge request. */
function gitlabCheckout(name: string, depth: string): string {
  const folder = path(name);
  mkdirSync(folder);
  const fetch = `git fetch --quiet ${depth === '0' ? '' : `--depth ${depth} `}origin refs/heads/work:refs/remotes/origin/work`;
  const line = `git init --quiet && git remote add origin "file://${path('author')}" && ${fetch} && git checkout --quiet --force --detach origin/work`;
  expect(sh(line, folder)).toMatchObject({ status: 0 });
  return folder;
}

const GITHUB = { GITHUB_BASE_REF: 'main', CI: 'true' };
const GITLAB = { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main', CI: 'true' };
const lines = github.jobs.countersign.steps.flatMap(({ run }) => (run === undefined ? [] : [run]));

/** The release is not installed here: the program that is tested stands for it. */
const INSTALL = /^npm install --global countersign@(.*)$/;

describe('the jobs of the README', () => {
  it('install the version that this is', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const installed = [...lines, ...gitlab.countersign.script].flatMap((line) => INSTALL.exec(line)?.[1] ?? []);
    expect(installed).toEqual([version, version]);
  });

  it('GitHub: the gate stops the change, the comment and the evidence are there', () => {
    const { steps, permissions } = github.jobs.countersign;
    expect([github.on, permissions]).toEqual([['pull_request'], { contents: 'read' }]);
    expect(steps.find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with).toEqual({ 'fetch-depth': 0 });
    const folder = githubCheckout('github', 0);
    const summary = path('summary.md');
    const runs = lines
      .filter((line) => !INSTALL.test(line))
      .map(
        (line) =>
          [
            line.split(' ').slice(0, 2).join(' '),
            sh(line, folder, { ...GITHUB, GITHUB_STEP_SUMMARY: summary }),
          ] as const,
      );
    expect(runs.map(([line, { status, stderr }]) => [line, status, stderr])).toEqual([
      ['countersign gate', 1, ''],
      ['test !', 0, ''],
      ['countersign build', 0, ''],
    ]);
    expect(runs[0]?.[1].stdout).toContain('Gate NOT passed');
    expect(readFileSync(summary, 'utf8')).toMatch(/^## Countersign: MAJOR\n/);
    // What happened on main meanwhile is not part of the change.
    expect(readFileSync(summary, 'utf8')).toContain(', 1 finding: 0 C, 1 H,');
    expect(sh('countersign verify evidence --rebuild', folder).status).toBe(0);
    // Everything after the gate runs although the gate failed.
    expect(steps.slice(steps.findIndex(({ run }) => run?.includes(' gate ')) + 1).map((step) => step.if)).toEqual([
      'always()',
      'always()',
      'always()',
    ]);
  });

  it('GitHub: without the whole history nothing is concluded, and the fix is said: 4', () => {
    const folder = githubCheckout('github-shallow', 1);
    const [gate = ''] = lines.filter((line) => line.includes(' gate '));
    const { status, stdout, stderr } = sh(gate, folder, GITHUB);
    expect({ status, stdout }).toEqual({ status: 4, stdout: '' });
    expect(stderr).toContain('[shallow-clone]');
    expect(stderr).toContain('fetch-depth: 0');
  });

  it.each([
    [
      'that cannot be understood: 3',
      3,
      'specs/requirements.yaml',
      'requirements: {}\n',
      'main',
      /^## Countersign: nothing was concluded\n/,
    ],
    ['whose base git does not find: 4', 4, 'specs/notes.yaml', 'x-note: harmless\n', 'gone', /^$/],
  ])('GitHub: after a change %s, no later step fails for want of a comment', (_, code, file, text, base, said) => {
    const folder = githubCheckout(`github-${code}`, 0);
    appendFileSync(join(folder, file), text);
    commitAll(folder, 'A change');
    const summary = path(`summary-${code}.md`);
    writeFileSync(summary, '');
    const statuses = lines
      .filter((line) => !INSTALL.test(line))
      .map((line) => sh(line, folder, { ...GITHUB, GITHUB_BASE_REF: base, GITHUB_STEP_SUMMARY: summary }).status);
    expect(statuses).toEqual([code, 0, code]);
    expect(readFileSync(summary, 'utf8')).toMatch(said);
  });

  it('GitLab: the evidence is built, then the gate stops the change', () => {
    const { script, variables, artifacts } = gitlab.countersign;
    const folder = gitlabCheckout('gitlab', variables['GIT_DEPTH'] ?? '');
    const runs = script
      .filter((line) => !INSTALL.test(line))
      .map((line) => [line.split(' ').slice(0, 2).join(' '), sh(line, folder, GITLAB).status]);
    expect(runs).toEqual([
      ['git fetch', 0],
      ['countersign build', 0],
      ['countersign gate', 1],
    ]);
    expect(artifacts).toEqual({ when: 'always', paths: ['evidence'] });
    expect(sh('countersign verify evidence', folder).status).toBe(0);
  });

  it('GitLab: without the whole history nothing is concluded: 4', () => {
    const folder = gitlabCheckout('gitlab-shallow', '1');
    const [gate = ''] = gitlab.countersign.script.filter((line) => line.includes(' gate '));
    const { status, stderr } = sh(gate, folder, GITLAB);
    expect(status).toBe(4);
    expect(stderr).toContain('[shallow-clone]');
    expect(stderr).toContain('GIT_DEPTH');
  });
});
