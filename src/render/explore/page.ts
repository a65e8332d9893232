import type { Html } from '../html.ts';
import { escaped } from '../html.ts';
import { EXPLORATION_STYLE } from './exploration-style.ts';

/** A page of an exploration that needs nothing else: no script, nothing is fetched. */
export function page(
  about: { readonly title: string; readonly subject: string; readonly toolVersion: string },
  content: Html,
): string {
  const { title, subject, toolVersion } = about;
  return escaped`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}: ${subject}</title>
<style>${{ markup: EXPLORATION_STYLE }}</style>
</head>
<body>
<main>
<header>
<p>${subject}</p>
<h1>${title}</h1>
</header>
${content}<footer>Made by countersign ${toolVersion}. It says what was found within the bounds that stand here, and nothing beyond them.</footer>
</main>
</body>
</html>
`.markup;
}

/** Why nothing was explored, as a page. */
export function invalidHtml(why: string, toolVersion: string): string {
  const about = { title: 'Nothing was explored', subject: 'The specification cannot be understood', toolVersion };
  return page(
    about,
    escaped`${why.split('\n').map(
      (line) => escaped`<p><code>${line}</code></p>
`,
    )}`,
  );
}
