// The pages of the stand-in login: plain HTML, no script but the one that presses the sign-out button.

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => String(text).replace(/[&<>"']/g, (character) => ESCAPES[character]);

const STYLE = `
  body { font: 1.0625rem/1.5 system-ui, sans-serif; margin: 0; background: #f4f6f8; color: #1e2b3c; }
  main { max-width: 34rem; margin: 6vh auto; padding: 1.5rem; background: #fff; border-radius: .75rem; }
  h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
  ul { list-style: none; margin: 1.25rem 0; padding: 0; }
  li form { margin: 0 0 .5rem; }
  button { font: inherit; color: inherit; cursor: pointer; border: 1px solid #8794a5; border-radius: .5rem;
    background: #fff; padding: .625rem .875rem; }
  li button { width: 100%; text-align: left; }
  button:hover { background: #eaf1fb; }
  button:focus-visible, input:focus-visible { outline: 3px solid #0b5cad; outline-offset: 2px; }
  small { display: block; color: #4c5a6b; font-size: .9375rem; }
  input { font: inherit; padding: .5rem .625rem; border: 1px solid #4c5a6b; border-radius: .5rem; }
  .typed { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; }
  .typed label { flex: 1 1 100%; }
  .typed input { flex: 1; }
`;

const page = (title, content) => `<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body><main>${content}</main></body>
</html>`;

const choice = (action, person) => `<li><form method="post" action="${action}">
<button name="login" value="${escape(person.subject)}">${escape(person.name)}
<small>${escape(person.note ?? '')}</small></button></form></li>`;

export const choosePage = (issuer, action, people) => page(`${issuer}: logg inn`, `
<h1>Logg inn med ${escape(issuer)}</h1>
<p>Dette er en prøve-innlogging på denne maskinen: velg hvem du vil være.
<span lang="en">A stand-in login on this machine: choose who to be.</span></p>
${people.length ? `<ul>${people.map((person) => choice(action, person)).join('\n')}</ul>` : ''}
<form class="typed" method="post" action="${action}">
<label for="login">Noen andre <span lang="en">(someone else)</span>: identiteten som ${escape(issuer)} kjenner</label>
<input id="login" name="login" autocomplete="off" required>
<button>Logg inn</button>
</form>`);

export const signOutPage = (issuer, form) => page(`${issuer}: logg ut`, `
<h1>Logg ut av ${escape(issuer)}</h1>
${form}
<p><button form="op.logoutForm" name="logout" value="yes" id="sign-out">Logg ut</button></p>
<script>document.getElementById('sign-out').click()</script>`);

export const signedOutPage = (issuer) => page(`${issuer}: logget ut`, `
<h1>Du er logget ut av ${escape(issuer)}</h1>
<p lang="en">You are signed out.</p>`);
