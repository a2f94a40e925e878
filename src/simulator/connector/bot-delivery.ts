import type { Tenant } from '../tenant.ts';

/** Teams waits so long for a bot and then gives up. */
const PATIENCE_MS = 15_000;
const TOKEN_LIFETIME_SECONDS = 3600;
/** The largest answer that can matter is a card; more is not read. */
const ANSWER_CHARACTERS_MAX = 200_000;

/** How the bot took an activity. */
export type Delivery =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'unreachable'; readonly cause: string };

/** Hands an activity to the bot's endpoint, signed as the Bot Connector signs. Never rejects. */
export async function deliverToBot(tenant: Tenant, activity: object): Promise<Delivery> {
  const ended = tenant.activity.begin();
  try {
    const response = await fetch(`${tenant.product.baseUrl}/api/messages`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await connectorToken(tenant)}`,
        'Content-Type': 'application/json; charset=utf-8',
      },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    return { kind: 'answered', status: response.status, body: parsed(text) };
  } catch (error) {
    return { kind: 'unreachable', cause: error instanceof Error ? error.message : String(error) };
  } finally {
    ended();
  }
}

/**
 * Bot SDKs check a token's lifetime by their machine's clock, which the played clock may have left
 * far behind; so this one is good by both.
 */
function connectorToken(tenant: Tenant): Promise<string> {
  const realSeconds = Math.floor(Date.now() / 1000);
  const playedSeconds = Math.floor(tenant.clock.nowMs() / 1000);
  return tenant.keys.connector.sign({
    iss: 'https://api.botframework.com',
    aud: tenant.application.id,
    serviceurl: serviceUrlOf(tenant),
    nbf: Math.min(realSeconds, playedSeconds),
    exp: Math.max(realSeconds, playedSeconds) + TOKEN_LIFETIME_SECONDS,
  });
}

/** Where the bot finds the connector; every activity names it. */
export function serviceUrlOf(tenant: Tenant): string {
  return `${tenant.url}/connector/`;
}

function parsed(text: string): unknown {
  if (text === '' || text.length > ANSWER_CHARACTERS_MAX) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Bots may answer activities with any text; only an invoke's answer is read, and that is JSON.
    return text;
  }
}
