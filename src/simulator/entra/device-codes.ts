import type { Tenant } from '../tenant.ts';
import * as errors from './errors.ts';
import type { EntraError } from './errors.ts';
import type { SignedIn } from './signed-in.ts';

export const DEVICE_CODE_LIFETIME_SECONDS = 900;
const POLLING_INTERVAL_SECONDS = 5;
const USER_CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const USER_CODE_LENGTH = 9;
const KEPT_MAX = 1000;

/** A device that waits for somebody to sign in elsewhere. */
export interface WaitingDevice {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly scope: string;
  /** The authority that was asked: a tenant or `organizations`. */
  readonly authority: string;
  readonly expiresAt: number;
  outcome: SignedIn | 'declined' | null;
}

/** Device codes ("OAuth 2.0 device authorization grant"): good once, for fifteen minutes. */
export class DeviceCodes {
  readonly #tenant: Tenant;
  readonly #waiting = new Map<string, WaitingDevice>();

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    tenant.onReset(() => this.#waiting.clear());
  }

  /** The body that begins the flow. */
  begin(scope: string, authority: string): Readonly<Record<string, unknown>> {
    const { random, clock, url } = this.#tenant;
    const letters = Array.from({ length: USER_CODE_LENGTH }, () =>
      random.pick([...USER_CODE_LETTERS]),
    );
    const device: WaitingDevice = {
      deviceCode: `2.${random.guid()}.${random.guid()}`,
      userCode: letters.join(''),
      scope,
      authority,
      expiresAt: clock.nowMs() + DEVICE_CODE_LIFETIME_SECONDS * 1000,
      outcome: null,
    };
    this.#waiting.set(device.deviceCode, device);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > KEPT_MAX && oldest !== undefined) this.#waiting.delete(oldest);
    const page = `${url}/login/device`;
    return {
      user_code: device.userCode,
      device_code: device.deviceCode,
      verification_uri: page,
      expires_in: DEVICE_CODE_LIFETIME_SECONDS,
      interval: POLLING_INTERVAL_SECONDS,
      message:
        `To sign in, use a web browser to open the page ${page} ` +
        `and enter the code ${device.userCode} to authenticate.`,
    };
  }

  /** The device that shows a code, as long as it waits. */
  findByUserCode(userCode: string): WaitingDevice | undefined {
    const wanted = userCode.trim().toUpperCase();
    return [...this.#waiting.values()].find(
      (device) => device.userCode === wanted && device.outcome === null && !this.#isExpired(device),
    );
  }

  /** What a device hears when it asks whether somebody signed in. */
  redeem(deviceCode: string): { readonly signedIn: SignedIn } | { readonly problem: EntraError } {
    const device = this.#waiting.get(deviceCode);
    if (device === undefined) return { problem: errors.badVerificationCode };
    if (this.#isExpired(device)) return { problem: errors.expiredDeviceCode };
    if (device.outcome === null) return { problem: errors.authorizationPending };
    this.#waiting.delete(deviceCode);
    if (device.outcome === 'declined') return { problem: errors.authorizationDeclined };
    return { signedIn: device.outcome };
  }

  #isExpired({ expiresAt }: WaitingDevice): boolean {
    return this.#tenant.clock.nowMs() >= expiresAt;
  }
}
