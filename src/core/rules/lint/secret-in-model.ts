import { defineLint } from '../lint-rule.ts';
import { secretIn } from '../linting/secret-text.ts';
import type { SecretKind } from '../linting/secret-text.ts';
import { textsWhere } from '../linting/written-texts.ts';
import type { WrittenText } from '../linting/written-texts.ts';

/** Credentials in a specification. */
export const secretInModel = defineLint({
  id: 'secret-in-model',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'A credential in a file is wrong in a sketch, too: its history keeps it.',
  purpose: 'Reports a password, token or private key, or what looks like one, in any text of the specification.',
  why: 'Many read the repository, it is printed and archived, and nothing that was committed can be taken back.',
  fix: 'Change the credential, since it is known now; then name the place where it is kept.',
  reads: ['systems.environment.config', 'systems.connection.endpoint', 'interfaces.transport.name'],
  examples: [
    {
      name: 'in an address, in a setting, in a connection string, in words, in an own attribute',
      spec: `
        systems:
          ERP:
            x-token: glpat-00000000000000000000
            environments:
              PROD:
                config: {svc password: Hunter-2026, database: "Server=erp;User=svc;Pwd=s3cr3t!"}
                connections: {IF-1: {endpoint: "amqps://svc:Tr0ub4dor@bus.example/q"}}
          MES: {description: "-----BEGIN RSA PRIVATE KEY----- MIIE"}
        interfaces: {IF-1: {from: ERP, to: MES}}`,
      expect: [
        '3:14 error ERP: ERP holds what looks like a token of GitLab.',
        '6:32 error ERP.PROD: ERP.PROD holds what looks like a value under the name “svc password”.',
        '6:55 error ERP.PROD: ERP.PROD holds what looks like a password or key that is assigned.',
        '7:40 error ERP.PROD: ERP.PROD holds what looks like a password in an address.',
        '8:22 error MES: MES holds what looks like a private key.',
      ],
    },
    {
      name: 'settings of passwords, a place where the secret is kept, addresses without one, and words about secrets',
      spec: `
        systems:
          ERP:
            description: "The token is kept in the vault; Password: at least 12 characters"
            environments:
              PROD:
                config: {password expiry: 90 d, password length: "12", svc password: "\${SVC_PASSWORD}", api key: vault/erp/api, secret: enforced, database: Server=erp;Pwd=<from vault>}
                connections: {IF-1: {endpoint: "amqps://bus.example:5671/q", certificate: "CN=erp.example, valid to 2027-01-31"}}
          MES: {}
        interfaces: {IF-1: {from: ERP, to: MES}}`,
      expect: [],
    },
  ],
  *check({ subjects }) {
    for (const element of subjects.all()) {
      for (const { text, path, name, part } of textsWhere(element, isSecret)) {
        const what = secretOf(text, name, part) ?? '';
        // Neither message nor identity repeats it: both are printed and archived.
        yield {
          element,
          path,
          part,
          message: `${element.id} holds what looks like ${what}.`,
          hint: 'Change the credential, for it stays in the history; write where it is kept in place of it.',
          subject: [path.join('.'), what],
        };
      }
    }
  },
});

function secretOf(text: string, name: string, part: WrittenText['part']): SecretKind | undefined {
  return secretIn(text, part === 'key' ? '' : name);
}

function isSecret(text: string, name: string, part: WrittenText['part']): boolean {
  return secretOf(text, name, part) !== undefined;
}
