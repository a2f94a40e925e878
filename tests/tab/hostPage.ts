import { NOW } from './contoso.ts';

/**
 * The smallest Teams client there is: a page that frames the tab and answers teams-js as Teams does
 * (facts observed with teams-js 2.58). Its query says who looks, in which theme and language.
 */
export function hostPage(appOrigin: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Teams</title>
<style>
html, body { margin: 0; height: 100% }
iframe { display: block; border: 0; width: 100%; height: 100% }
</style>
</head>
<body><iframe title="Rufwerk" allow="clipboard-write"></iframe>
<script>
const appOrigin = ${JSON.stringify(appOrigin)};
const playedNow = ${NOW};
${HOST_SCRIPT}
</script></body></html>`;
}

const HOST_SCRIPT = `
const query = new URLSearchParams(location.search);
const frame = document.querySelector('iframe');
const state = { theme: query.get('theme') ?? 'default', consent: query.get('consent') ?? 'given' };
let tokens = 0;

const base64url = (value) => btoa(JSON.stringify(value)).replace(/=+$/, '');
const token = () => {
  tokens += 1;
  const exp = playedNow / 1000 + 3600;
  const claims = { person: query.get('person') ?? 'anna', n: tokens, exp };
  return [base64url({ alg: 'none' }), base64url(claims), 'played'].join('.');
};
const context = () => ({
  userObjectId: 'played', tid: 'played', loginHint: 'played', frameContext: 'content',
  theme: state.theme, locale: query.get('locale') ?? 'en-us',
  entityId: 'my-work', subEntityId: query.get('sub') ?? '',
  appId: '7b0f8c52-3f1d-4c55-9d0e-6a2b4c8d1e3f',
  hostName: 'Teams', hostClientType: 'web', sessionId: 'played',
});
const calls = query.get('calls') ?? 'taken';
const supports = { pages: {}, ...(calls === 'none' ? {} : { call: {} }) };
const runtime = JSON.stringify({ apiVersion: 4, isLegacyTeams: false, supports });
const answers = {
  initialize: () => ['content', 'web', runtime, '2.0.0'],
  getContext: () => [context()],
  // Where consent is needed the first question is refused, and the person agrees at the second.
  'authentication.getAuthToken': () => {
    const isGiven = state.consent === 'given';
    if (state.consent === 'needed') state.consent = 'given';
    return isGiven ? [true, token()] : [false, 'resourceRequiresConsent'];
  },
  'call.startCall': () => [calls === 'taken'],
  executeDeepLink: () => [calls !== 'refused'],
};

window.notified = [];
window.asked = [];
window.changeTheme = (theme) => {
  state.theme = theme;
  frame.contentWindow.postMessage({ func: 'themeChange', args: [theme] }, appOrigin);
};
window.addEventListener('message', ({ data, origin, source }) => {
  if (origin !== appOrigin || source !== frame.contentWindow) return;
  window.notified.push(data.func);
  window.asked.push({ func: data.func, args: data.args });
  const answer = answers[data.func];
  if (answer === undefined) return;
  const { id, uuidAsString } = data;
  const monotonicTimestamp = performance.now();
  source.postMessage({ id, uuidAsString, args: answer(), monotonicTimestamp }, appOrigin);
});
frame.src = appOrigin + (query.get('path') ?? '/tab/my-work');
`;
