import { createHash } from 'node:crypto';
import type { Reply, TenantStage } from './tenant-stage.ts';

export const ACCOUNT = 'presence.one@contoso.example';
export const FEDERATED = 'presence.guest@fabrikam.example';
export const SCOPE = 'https://graph.microsoft.com/Presence.Read.All offline_access openid';
export const REPLY_ADDRESS = 'http://127.0.0.1:3978/signed-in';

/** What a browser got from a page of the sign-in. */
export interface PageReply {
  readonly status: number;
  readonly text: string;
  /** Where it is sent to, if it is. */
  readonly location: URL | null;
}

/** Somebody's browser, and the application that waits for the sign-in. */
export class SignIn {
  readonly #stage: TenantStage;

  constructor(stage: TenantStage) {
    this.#stage = stage;
  }

  /** The application begins a device flow. */
  async beginDevice(authority = 'organizations'): Promise<Record<string, string>> {
    const fields = { client_id: this.#stage.simulated.tenant.applicationId, scope: SCOPE };
    const response = await fetch(this.#url(`/login/${authority}/oauth2/v2.0/devicecode`), {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    return (await response.json()) as Record<string, string>;
  }

  /** A person enters the device's code in the browser. */
  enterCode(fields: Readonly<Record<string, string>>): Promise<PageReply> {
    return this.#submit('/login/device', fields);
  }

  /** The application asks whether somebody signed in. */
  redeemDevice(deviceCode: string | undefined, authority = 'organizations'): Promise<Reply> {
    return this.token(
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: deviceCode ?? '',
      },
      authority,
    );
  }

  /** Signs in at a device from beginning to end. */
  async atDevice(upn: string, fields: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const device = await this.beginDevice();
    await this.enterCode({ code: device['user_code'] ?? '', upn, act: 'sign-in', ...fields });
    return this.redeemDevice(device['device_code']);
  }

  /** The address that the application sends a browser to. */
  authorizeUrl(fields: Readonly<Record<string, string>> = {}, authority = 'organizations'): string {
    const query = new URLSearchParams({
      client_id: this.#stage.simulated.tenant.applicationId,
      response_type: 'code',
      redirect_uri: REPLY_ADDRESS,
      scope: SCOPE,
      state: 'ours & only ours',
      ...fields,
    });
    return `/login/${authority}/oauth2/v2.0/authorize?${String(query)}`;
  }

  /** A person fills the page in. */
  fillIn(path: string, fields: Readonly<Record<string, string>>): Promise<PageReply> {
    return this.#submit(path, fields);
  }

  async look(path: string): Promise<PageReply> {
    return readPage(await fetch(this.#url(path), { redirect: 'manual' }));
  }

  /** Redeems a code; the secret goes along, as with every confidential client. */
  redeemCode(code: string | null, fields: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.#stage.token({
      grant_type: 'authorization_code',
      code: code ?? '',
      redirect_uri: REPLY_ADDRESS,
      scope: SCOPE,
      ...fields,
    });
  }

  refresh(refreshToken: string): Promise<Reply> {
    return this.token({ grant_type: 'refresh_token', refresh_token: refreshToken, scope: SCOPE });
  }

  /** Asks the token endpoint as a public client, without a secret. */
  async token(form: Readonly<Record<string, string>>, authority = 'organizations'): Promise<Reply> {
    const fields = { client_id: this.#stage.simulated.tenant.applicationId, ...form };
    const response = await fetch(this.#url(`/login/${authority}/oauth2/v2.0/token`), {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    const { status, headers } = response;
    return { status, headers, body: (await response.json()) as Reply['body'] };
  }

  async #submit(path: string, fields: Readonly<Record<string, string>>): Promise<PageReply> {
    const body = new URLSearchParams(fields);
    return readPage(await fetch(this.#url(path), { method: 'POST', redirect: 'manual', body }));
  }

  #url(path: string): string {
    return `${this.#stage.simulated.url}${path}`;
  }
}

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

async function readPage(response: Response): Promise<PageReply> {
  const location = response.headers.get('location');
  return {
    status: response.status,
    text: await response.text(),
    location: location === null ? null : new URL(location),
  };
}
