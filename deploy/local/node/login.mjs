// The stand-in for Feide and ID-porten: two OpenID Connect issuers in one process, built on the certified
// oidc-provider. Anyone may be anyone here, so it listens on loopback only.
//
//   node login.mjs <settings.json>
//
// settings: {library, people, client_secret_file, staff_port, family_port, redirect_uris,
//            post_logout_redirect_uris, backchannel_logout_uri}

import { createHash, generateKeyPair } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { choosePage, signOutPage, signedOutPage } from './login_pages.mjs';

const settings = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { default: Provider } = await import(pathToFileURL(settings.library).href);
const clientSecret = readFileSync(settings.client_secret_file, 'utf8').trim();

const ISSUERS = {
  staff: { port: settings.staff_port, title: 'Feide', acr: undefined },
  family: { port: settings.family_port, title: 'ID-porten', acr: 'idporten-loa-high' },
};

// Feide's `sub` is what we are asked to sign in; ID-porten's is opaque and the national number is `pid`.
const accountOf = (issuer, subject) =>
  issuer === 'staff' ? subject : createHash('sha256').update(`pid:${subject}`).digest('base64url');

function people(issuer) {
  try {
    // A list of people, or an object of them by key.
    const everybody = Object.values(JSON.parse(readFileSync(settings.people, 'utf8')));
    return everybody.filter((person) => person.issuer === issuer && person.subject);
  } catch {
    return []; // The list is a convenience: without it, there is still the field to type in.
  }
}

async function signingKey() {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' };
}

function configuration(issuer, key, subjects) {
  const claims = ['sub', 'acr', 'sid', 'auth_time', 'iss', ...(issuer === 'family' ? ['pid'] : [])];
  return {
    clients: [
      {
        client_id: 'samspill',
        client_secret: clientSecret,
        redirect_uris: settings.redirect_uris,
        post_logout_redirect_uris: settings.post_logout_redirect_uris,
        backchannel_logout_uri: settings.backchannel_logout_uri,
        backchannel_logout_session_required: true,
        require_auth_time: true,
      },
    ],
    jwks: { keys: [key] },
    pkce: { required: () => true },
    // Its own way refuses addresses on this machine, which is where the product runs.
    fetch: (url, { dispatcher: _refusing, ...options }) => globalThis.fetch(url, options),
    claims: { openid: claims, profile: ['name'] },
    conformIdTokenClaims: false,
    acrValues: issuer === 'family' ? ['idporten-loa-substantial', 'idporten-loa-high'] : [],
    // Cookies do not keep ports apart: the two issuers and the product share the host localhost.
    cookies: {
      keys: [clientSecret],
      names: {
        session: `login_${issuer}`,
        interaction: `login_${issuer}_interaction`,
        resume: `login_${issuer}_resume`,
      },
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = signOutPage(ISSUERS[issuer].title, form);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = signedOutPage(ISSUERS[issuer].title);
        },
      },
    },
    ttl: { Interaction: 3600, Session: 8 * 3600, Grant: 8 * 3600, IdToken: 3600, AccessToken: 3600 },
    findAccount: (_ctx, account) => {
      const subject = subjects.get(account);
      if (subject === undefined) return undefined;
      const name = people(issuer).find((person) => person.subject === subject)?.name;
      const own = issuer === 'family' ? { pid: subject } : {};
      return { accountId: account, claims: () => ({ sub: account, ...own, ...(name ? { name } : {}) }) };
    },
    // Nobody is asked for consent: school and home did not choose this product one by one.
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc;
      const known = session.grantIdFor(client.clientId);
      if (known) return provider.Grant.find(known);
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  };
}

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

async function interact(issuer, provider, subjects, request, response) {
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method === 'POST') {
    const subject = ((await body(request)).get('login') ?? '').trim();
    if (subject) {
      const account = accountOf(issuer, subject);
      subjects.set(account, subject);
      const { acr } = ISSUERS[issuer];
      const login = { accountId: account, remember: false, ...(acr ? { acr } : {}), amr: ['pwd'] };
      await provider.interactionFinished(request, response, { login });
      return;
    }
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(choosePage(ISSUERS[issuer].title, `/interaction/${uid}`, people(issuer)));
}

async function serve(issuer) {
  const { port } = ISSUERS[issuer];
  const subjects = new Map();
  const address = `http://localhost:${port}`;
  const provider = new Provider(address, configuration(issuer, await signingKey(), subjects));
  for (const event of ['server_error', 'backchannel.error', 'authorization.error', 'grant.error']) {
    provider.on(event, (_ctx, error) => console.error(issuer, event, error.error ?? error.name, error.message,
      error.error_description ?? ''));
  }
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (!request.url.startsWith('/interaction/')) {
      answer(request, response);
      return;
    }
    interact(issuer, provider, subjects, request, response).catch((error) => {
      console.error(issuer, 'interaction', error.name, error.message);
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('Innloggingen er utløpt. Begynn på nytt. / The sign-in has expired. Start again.');
    });
  });
  await new Promise((listening, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', listening);
  });
}

await Promise.all(Object.keys(ISSUERS).map(serve));
console.log('ready');
