/** Script of auth-end.html: hands Entra's answer to the tab, and the pop-up closes. */
import { app, authentication } from '@microsoft/teams-js';
import { readConsentAnswer, STATE_KEY } from './authorization.ts';
import { readServedConfiguration } from './servedConfiguration.ts';

const answer = readConsentAnswer(
  new URLSearchParams(location.search),
  sessionStorage.getItem(STATE_KEY),
);
sessionStorage.removeItem(STATE_KEY);

const { extraHostOrigins } = await readServedConfiguration();
await app.initialize([...extraHostOrigins]);
if (answer.granted) {
  // The library that opened the pop-up takes its result from here.
  authentication.notifySuccess(JSON.stringify({ sessionStorage: {} }));
} else {
  authentication.notifyFailure(answer.why);
}
