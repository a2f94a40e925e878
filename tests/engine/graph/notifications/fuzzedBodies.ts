/**
 * Bodies that an attacker, a broken proxy or a new edition of Graph might post, from one seed. What
 * Graph really sealed says `Genuine`, everything else `Forged`: sealed for our certificate, which
 * is no secret, but without the publisher's token, our secret or an untouched signature.
 */
import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { ANNA, BEN } from './doorStage.ts';
import { itemOf, seal, type PublisherDouble, type Sealed, TENANT_ID } from './publisherDouble.ts';

/** A small generator with a seed (xorshift128+ would do as well): same seed, same bodies. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to but not including `end`. */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  }

  one<const T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

interface Body {
  value: Record<string, unknown>[];
  validationTokens: string[];
}

const SEALED_OF_A_KIND = 40;

/** What is sealed: `word` says whether it is genuine, and has to be recognised afterwards. */
type ContentOf = (word: string, index: number) => object;

function presenceOf(word: string, index: number): object {
  const id = index % 2 === 0 ? ANNA : BEN;
  return { id, availability: `${word}${index}`, activity: `${word}${index}` };
}

export class FuzzedBodies {
  readonly #chance: Chance;
  readonly #genuine: readonly Sealed[];
  readonly #forged: readonly Sealed[];
  /** Sealed by Graph, and nothing of that kind. */
  readonly #odd: readonly Sealed[];
  readonly #goodToken: string;
  readonly #badTokens: readonly [string, ...string[]];

  private constructor(
    chance: Chance,
    tokens: { readonly good: string; readonly bad: readonly [string, ...string[]] },
    contentOf: ContentOf,
  ) {
    const sealed = (word: string): Sealed[] =>
      Array.from({ length: SEALED_OF_A_KIND }, (_, index) => seal(contentOf(word, index)));
    this.#chance = chance;
    this.#genuine = sealed('Genuine');
    this.#forged = sealed('Forged');
    this.#odd = Array.from({ length: SEALED_OF_A_KIND }, () => seal(this.#anyJson(0)));
    this.#goodToken = tokens.good;
    this.#badTokens = tokens.bad;
  }

  static async from(
    publisher: PublisherDouble,
    seed: number,
    contentOf: ContentOf = presenceOf,
  ): Promise<FuzzedBodies> {
    const good = await publisher.token();
    const [header = '', claims = '', signature = ''] = good.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const symmetric = await new SignJWT({ tid: TENANT_ID })
      .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
      .sign(randomBytes(32));
    const bad = [
      `${none}.${claims}.`,
      `${header}.${claims}.${signature.slice(0, -4)}AAAA`,
      `${header}.${claims}`,
      symmetric,
      await publisher.token({ aud: 'another' }),
      await publisher.token({ appid: TENANT_ID }),
      await publisher.token({ iss: 'https://sts.windows.net/other/' }),
      await publisher.token({ exp: 1 }),
      '',
      '...',
      'x'.repeat(5_000),
    ] as const;
    return new FuzzedBodies(new Chance(seed), { good, bad }, contentOf);
  }

  /** One that has to be accepted, or is a repeat. */
  genuine(): Buffer {
    return encoded(this.#genuineBody());
  }

  next(): Buffer {
    const chance = this.#chance;
    switch (chance.below(20)) {
      case 0:
        return this.#noise();
      case 1:
        return encoded(this.#anyJson(0));
      case 2:
        return encoded(this.#tampered());
      case 3:
      case 4:
      case 5:
        return this.#scratched(encoded(this.#genuineBody()));
      case 6:
      case 7:
      case 8:
        return encoded(this.#replaced(this.#genuineBody()));
      case 9:
        return encoded({ ...this.#genuineBody(), validationTokens: [chance.one(this.#badTokens)] });
      case 10:
      case 11:
        return encoded(this.#forgedBody());
      case 12:
      case 13:
        return this.#scratched(encoded(this.#forgedBody()));
      case 14:
        return encoded(this.#replaced(this.#forgedBody()));
      case 15:
        return encoded(this.#genuineBody(this.#odd));
      default:
        return encoded(this.#withoutSecret());
    }
  }

  #genuineBody(contents = this.#genuine): Body {
    const sealed = contents[this.#chance.below(SEALED_OF_A_KIND)];
    return { value: [itemOf({ ...sealed })], validationTokens: [this.#goodToken] };
  }

  /** Sealed for us by anybody: without a token that is good. */
  #forgedBody(): Body {
    const sealed = this.#forged[this.#chance.below(SEALED_OF_A_KIND)];
    const bad = this.#chance.one(this.#badTokens);
    const tokens = this.#chance.below(4) === 0 ? [this.#goodToken, bad] : [bad];
    return { value: [itemOf({ ...sealed })], validationTokens: tokens };
  }

  /** With a token that was overheard, and without the secret of the subscription. */
  #withoutSecret(): Body {
    const chance = this.#chance;
    const sealed = this.#forged[chance.below(SEALED_OF_A_KIND)];
    const clientState = chance.one(['', 'guess', 'the-secret-of-this-subscriptioM', '\u0000']);
    const item = itemOf({ ...sealed }, { clientState });
    return {
      value: Array.from({ length: 1 + chance.below(3) }, () => item),
      validationTokens: [this.#goodToken],
    };
  }

  /** A bit that is turned, or parts of two notifications put together. */
  #tampered(): Body {
    const chance = this.#chance;
    const sealed = { ...this.#genuine[chance.below(SEALED_OF_A_KIND)] } as Sealed;
    const part = chance.one(['data', 'dataKey', 'dataSignature'] as const);
    if (chance.below(3) === 0) {
      const other = this.#forged[chance.below(SEALED_OF_A_KIND)];
      sealed[part] = other?.[part] ?? '';
      sealed.data = other?.data ?? '';
    } else {
      const bytes = Buffer.from(sealed[part], 'base64');
      const place = chance.below(bytes.length);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << chance.below(8));
      sealed[part] = bytes.toString('base64');
    }
    return { value: [itemOf(sealed)], validationTokens: [this.#goodToken] };
  }

  #noise(): Buffer {
    const bytes = Buffer.alloc(this.#chance.below(400));
    for (let place = 0; place < bytes.length; place += 1) bytes[place] = this.#chance.below(256);
    return bytes;
  }

  /** Some bytes are others, or the end is missing. */
  #scratched(bytes: Buffer): Buffer {
    const chance = this.#chance;
    for (let count = 1 + chance.below(3); count > 0; count -= 1) {
      bytes[chance.below(bytes.length)] = chance.below(256);
    }
    return chance.below(4) === 0 ? bytes.subarray(0, chance.below(bytes.length)) : bytes;
  }

  /** One field somewhere is something else, or missing. */
  #replaced(body: Body): object {
    const chance = this.#chance;
    let at: Record<string, unknown> = body as unknown as Record<string, unknown>;
    for (let depth = 0; depth < 6; depth += 1) {
      const keys = Object.keys(at);
      const key = keys[chance.below(Math.max(1, keys.length))];
      if (key === undefined) break;
      const inner = at[key];
      if (typeof inner === 'object' && inner !== null && chance.below(4) > 0) {
        at = inner as Record<string, unknown>;
        continue;
      }
      if (chance.below(4) === 0) Reflect.deleteProperty(at, key);
      else at[key] = this.#anyJson(3);
      break;
    }
    return body;
  }

  #anyJson(depth: number): Json {
    const chance = this.#chance;
    const simple = [null, true, -1, 1e308, '', 'value', '\ud800', 'x'.repeat(300), '__proto__'];
    if (depth > 4 || chance.below(3) === 0) return simple[chance.below(simple.length)] ?? null;
    const length = chance.below(4);
    if (chance.below(2) === 0) return Array.from({ length }, () => this.#anyJson(depth + 1));
    const keys = ['value', 'validationTokens', 'subscriptionId', 'clientState', '__proto__', 'a'];
    const entries = Array.from({ length }, (_, index) => {
      return [keys[chance.below(keys.length)] ?? `${index}`, this.#anyJson(depth + 1)] as const;
    });
    return Object.fromEntries(entries);
  }
}

function encoded(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}
