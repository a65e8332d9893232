import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Class path of veraPDF. Where it is not given, tests that need it are skipped with a notice – never in CI. */
const CLASS_PATH = process.env['VERAPDF'] ?? '';
export const VERAPDF = CLASS_PATH !== '';
if (!VERAPDF) {
  const notice = 'VERAPDF does not name the jar of veraPDF: PDF/A-3a and PDF/UA-1 are checked by our own lint only.';
  if (process.env['CI'] === 'true') throw new Error(notice);
  process.stderr.write(`${notice}\n`);
}

/** What veraPDF says of one file under one of the profiles that the file declares. */
export interface Verdict {
  readonly file: string;
  readonly profile: string;
  readonly compliant: boolean;
  /** `clause-test: message`. */
  readonly failures: readonly string[];
  readonly checks: number;
}

interface Report {
  readonly report: {
    readonly jobs: readonly {
      readonly itemDetails: { readonly name: string };
      readonly validationResult?: readonly {
        readonly profileName: string;
        readonly compliant: boolean;
        readonly details: {
          readonly passedChecks: number;
          readonly ruleSummaries: readonly {
            readonly clause: string;
            readonly testNumber: number;
            readonly checks: readonly { readonly errorMessage?: string; readonly context: string }[];
          }[];
        };
      }[];
    }[];
  };
}

/** Validates all files in one run of the Java machine, each against every profile that it declares. */
export function validate(files: ReadonlyMap<string, Uint8Array>): Verdict[] {
  const folder = mkdtempSync(join(tmpdir(), 'verapdf-'));
  try {
    const paths = [...files].map(([name, bytes]) => {
      const path = join(folder, `${name}.pdf`);
      writeFileSync(path, bytes);
      return path;
    });
    const run = spawnSync(
      'java',
      [
        '-cp',
        CLASS_PATH,
        'org.verapdf.apps.GreenfieldCliWrapper',
        '-f',
        '0',
        '--format',
        'json',
        '--maxfailuresdisplayed',
        '3',
        ...paths,
      ],
      { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 900_000 },
    );
    const start = run.stdout.indexOf('{');
    if (start < 0) throw new Error(`veraPDF said: ${run.stderr.slice(-2000)}`);
    const { report } = JSON.parse(run.stdout.slice(start)) as Report;
    return report.jobs.flatMap(({ itemDetails, validationResult = [] }) =>
      validationResult.map(({ profileName, compliant, details }) => ({
        file: itemDetails.name.replace(/^.*[\\/]|\.pdf$/g, ''),
        profile: profileName,
        compliant,
        failures: details.ruleSummaries.map(
          ({ clause, testNumber, checks }) =>
            `${clause}-${testNumber}: ${checks[0]?.errorMessage ?? ''} at ${checks[0]?.context ?? ''}`,
        ),
        checks: details.passedChecks,
      })),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
