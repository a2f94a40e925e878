import type { Server } from 'restify';
import type { Answer } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { controlRoute } from '../http/routes.ts';
import type { Tenant } from '../tenant.ts';
import type { Account } from '../world/directory.ts';
import type { AuthorizationCodes, CodeChallenge } from './authorization-codes.ts';
import type { DeviceCodes } from './device-codes.ts';
import * as errors from './errors.ts';
import type { EntraError } from './errors.ts';
import { escaped, page } from './page-markup.ts';
import { tenantToSignInTo } from './signed-in.ts';
import type { SignedIn } from './signed-in.ts';

/** So many names are offered; any other can be typed. */
const OFFERED_MAX = 50;

type Query = Readonly<Record<string, string>>;

/**
 * What a person sees of Entra in a browser: the sign-in of the authorization code flow, and the
 * page where a device's code is entered. Nobody has a password here; whoever signs in says who it
 * is and whether a second factor was shown.
 */
export function registerSignInPages(
  server: Server,
  tenant: Tenant,
  codes: AuthorizationCodes,
  devices: DeviceCodes,
): void {
  const authorize = '/login/:tenant/oauth2/v2.0/authorize';
  controlRoute(server, 'get', authorize, (incoming) => askToSignIn(tenant, incoming));
  controlRoute(server, 'post', authorize, (incoming) => signIn(tenant, codes, incoming));
  controlRoute(server, 'get', '/login/device', ({ query }) =>
    page('Enter code', devicePage(tenant, query['otc'] ?? '')),
  );
  controlRoute(server, 'post', '/login/device', (incoming) =>
    signInDevice(tenant, devices, incoming),
  );
}

function askToSignIn(tenant: Tenant, { query }: Incoming): Answer {
  const problem = requestProblem(tenant, query);
  if (problem !== undefined) return problemPage(problem);
  if (query['prompt'] === 'none') return sendBack(query, errorFields(errors.nobodySignedIn));
  return page('Sign in', `<form method="post">${whoFields(tenant, query['login_hint'])}</form>`);
}

function signIn(tenant: Tenant, codes: AuthorizationCodes, incoming: Incoming): Answer {
  const { query, params } = incoming;
  const form = formOf(incoming);
  const problem = requestProblem(tenant, query);
  if (problem !== undefined) return problemPage(problem);
  if (form['act'] === 'cancel') return sendBack(query, errorFields(errors.cancelledSignIn));
  const account = tenant.directory.findAccount(form['upn'] ?? '');
  if (account === undefined) return problemPage(errors.unknownAccount(form['upn'] ?? ''));
  const authority = params['tenant'] ?? '';
  const signedIn = whoSignedIn(tenant, account, authority, query['scope'] ?? '', form);
  if (signedIn === undefined) return problemPage(errors.notInTenant(account.upn));
  if (account.signIn.isDisabled) return sendBack(query, errorFields(errors.disabledAccount));
  const withNonce = { ...signedIn, nonce: query['nonce'] };
  const code = codes.issue(withNonce, query['redirect_uri'] ?? '', challengeOf(query));
  return sendBack(query, { code });
}

function signInDevice(tenant: Tenant, devices: DeviceCodes, incoming: Incoming): Answer {
  const form = formOf(incoming);
  const device = devices.findByUserCode(form['code'] ?? '');
  if (device === undefined) return problemPage(errors.badVerificationCode);
  if (form['act'] === 'cancel') {
    device.outcome = 'declined';
    return page('Cancelled', '<p>The device was told so. You may close this page.</p>');
  }
  const account = tenant.directory.findAccount(form['upn'] ?? '');
  if (account === undefined) return problemPage(errors.unknownAccount(form['upn'] ?? ''));
  const signedIn = whoSignedIn(tenant, account, device.authority, device.scope, form);
  if (signedIn === undefined) return problemPage(errors.notInTenant(account.upn));
  device.outcome = signedIn;
  return page('Signed in', '<p>You have signed in on your device. You may close this page.</p>');
}

function whoSignedIn(
  tenant: Tenant,
  account: Account,
  authority: string,
  scope: string,
  form: Query,
): SignedIn | undefined {
  const tenantId = tenantToSignInTo(tenant, account, authority);
  if (tenantId === undefined) return undefined;
  const hasSecondFactor = form['secondFactor'] === 'on';
  return { account, tenantId, hasSecondFactor, session: account.signIn.session, scope };
}

/** What is wrong with a request before anybody signs in; it is never sent to a false address. */
function requestProblem(tenant: Tenant, query: Query): EntraError | undefined {
  for (const name of ['client_id', 'response_type', 'redirect_uri', 'scope']) {
    if (query[name] === undefined) return errors.missingParameter(name);
  }
  const { client_id: id = '', redirect_uri: address = '' } = query;
  if (id.toLowerCase() !== tenant.application.id) return errors.unknownApplication(id);
  return isReplyAddress(tenant, address) ? undefined : errors.unregisteredReplyAddress(address);
}

/** Where the product listens is registered, and so is this machine. */
function isReplyAddress(tenant: Tenant, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, hostname } = new URL(address);
  const isOurs = origin === new URL(tenant.product.baseUrl).origin;
  return isOurs || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

function challengeOf(query: Query): CodeChallenge | null {
  const value = query['code_challenge'];
  if (value === undefined) return null;
  return { value, method: query['code_challenge_method'] === 'S256' ? 'S256' : 'plain' };
}

/** Sends the browser back to the application, in the way that it asked for. */
function sendBack(query: Query, fields: Query): Answer {
  const { redirect_uri: address = '', state, response_mode: mode = 'query' } = query;
  const all = { ...fields, ...(state === undefined ? {} : { state }) };
  if (mode === 'form_post') {
    const inputs = Object.entries(all).map(
      ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
    );
    const form = `<form method="post" action="${escaped(address)}">${inputs.join('')}`;
    return page('Signed in', `${form}<button>Continue</button></form>`);
  }
  const target = new URL(address);
  if (mode === 'fragment') target.hash = String(new URLSearchParams(all));
  else for (const [name, value] of Object.entries(all)) target.searchParams.set(name, value);
  return { status: 302, headers: { Location: String(target) } };
}

function errorFields({ error, code, description }: EntraError): Query {
  return { error, error_description: `AADSTS${code}: ${description}` };
}

function problemPage({ code, description }: EntraError): Answer {
  return page("We couldn't sign you in", `<p>AADSTS${code}: ${escaped(description)}</p>`, 400);
}

function devicePage(tenant: Tenant, userCode: string): string {
  return `<form method="post">
<label>Code <input name="code" required autocomplete="off" value="${escaped(userCode)}"></label>
${whoFields(tenant, '')}
</form>`;
}

function whoFields({ directory }: Tenant, hint = ''): string {
  const offered = [...directory.serviceAccounts, ...directory.people.slice(0, OFFERED_MAX)];
  const options = offered.map(({ upn, displayName }) => {
    return `<option value="${escaped(upn)}">${escaped(displayName)}</option>`;
  });
  return `<label>Account
<input name="upn" list="accounts" required autocomplete="off" value="${escaped(hint)}"></label>
<datalist id="accounts">${options.join('')}</datalist>
<label><input type="checkbox" name="secondFactor"> I have shown a second factor</label>
<button name="act" value="sign-in">Sign in</button>
<button name="act" value="cancel" formnovalidate>Cancel</button>`;
}

function formOf({ body }: Incoming): Query {
  return typeof body === 'object' && body !== null ? (body as Query) : {};
}
