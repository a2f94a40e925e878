/**
 * All announcements by name. A caller never hears nothing: an uploaded one goes before a built-in
 * one of its name, and a name without a sound is answered by the built-in greeting, or by the
 * built-in music where music is what was meant.
 *
 *   name --uploaded?--> /media/{digest}/{name}.wav
 *     |
 *     +--built in?----> /media/{name}.wav
 *     |
 *     +--neither------> /media/greeting.wav or /media/waiting-music.wav, logged once
 */
import type { Clock, Log } from '@rufwerk/engine/ports';
import { type BuiltInName, type BuiltInSound, readBuiltIn } from './builtIn.ts';
import { SoundFolder, type StoredSound } from './soundFolder.ts';

/** More than any house of ours will record; each is read once at the start. */
export const UPLOADED_MAX = 200;
/** Addresses that were given out stay good, also when another sound was uploaded since. */
const ADDRESSES_MAX = 2_000;
const COMPLAINTS_MAX = 500;

/** What the platform is sent when it fetches an address. */
export type Sound =
  | { readonly kind: 'built-in'; readonly sound: BuiltInSound }
  | { readonly kind: 'uploaded'; readonly sound: StoredSound; readonly file: string };

export interface LibraryOptions {
  readonly dataDirectory: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Whether a name is meant as music; asked only for a name without a sound. */
  readonly isMusic: (name: string) => boolean;
}

interface Parts extends LibraryOptions {
  readonly folder: SoundFolder;
  readonly builtIn: ReadonlyMap<string, BuiltInSound>;
}

export class AnnouncementLibrary {
  readonly #parts: Parts;
  readonly #uploaded = new Map<string, StoredSound>();
  readonly #addresses = new Set<string>();
  readonly #complainedOf = new Set<string>();

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  static async open(options: LibraryOptions): Promise<AnnouncementLibrary> {
    const folder = await SoundFolder.open(options.dataDirectory);
    const builtIn = await readBuiltIn();
    const library = new AnnouncementLibrary({ ...options, folder, builtIn });
    for (const sound of await folder.readAll(options.log)) library.#add(sound);
    return library;
  }

  /** Every name that has a sound, in order. */
  names(): readonly string[] {
    return [...new Set([...this.#parts.builtIn.keys(), ...this.#uploaded.keys()])].toSorted();
  }

  /** What a name sounds like now; null for a name without a sound. */
  find(name: string): Sound | null {
    const sound = this.#uploaded.get(name);
    if (sound !== undefined) {
      return { kind: 'uploaded', sound, file: this.#parts.folder.pathOf(name) };
    }
    const builtIn = this.#parts.builtIn.get(name);
    return builtIn === undefined ? null : { kind: 'built-in', sound: builtIn };
  }

  isBuiltIn(name: string): boolean {
    return this.#parts.builtIn.has(name);
  }

  /** Whether another name still finds room. */
  hasRoomFor(name: string): boolean {
    return this.#uploaded.has(name) || this.#uploaded.size < UPLOADED_MAX;
  }

  /** Where the platform fetches what a name means now; never nothing. */
  pathFor(name: string): string {
    const found = this.find(name);
    if (found !== null) return pathOf(name, found);
    this.#complain(name);
    return `/media/${this.#insteadOf(name)}.wav`;
  }

  /** The sound at `/media/{file}`; null for an address that was never given out. */
  builtInAt(file: string): BuiltInSound | null {
    return this.#parts.builtIn.get(file.replace(/\.wav$/, '')) ?? null;
  }

  /** The sound at `/media/{digest}/{file}`, replaced or removed ones included. */
  uploadedAt(digest: string, file: string): Sound | null {
    if (!this.#addresses.has(`/media/${digest}/${file}`)) return null;
    const name = file.replace(/\.wav$/, '');
    return this.find(name) ?? this.instead(name);
  }

  /** The built-in sound that is heard where a name has none, or its file is gone. */
  instead(name: string): Sound {
    const sound = this.#parts.builtIn.get(name) ?? this.#parts.builtIn.get(this.#insteadOf(name));
    if (sound === undefined) throw new Error('The built-in announcements are not there.');
    return { kind: 'built-in', sound };
  }

  /** Keeps a sound that was checked; it goes before whatever the name meant until now. */
  async keep(name: string, bytes: Buffer, durationMs: number): Promise<void> {
    const { folder, clock } = this.#parts;
    this.#add(await folder.write(name, bytes, durationMs, clock.now()));
  }

  /** Forgets an uploaded sound; where the name is built in, that is heard again. */
  async remove(name: string): Promise<void> {
    await this.#parts.folder.remove(name);
    this.#uploaded.delete(name);
  }

  #add(sound: StoredSound): void {
    this.#uploaded.set(sound.name, sound);
    const address = addressOf(sound);
    // Deleted first, so that one that is given out again counts as the newest.
    this.#addresses.delete(address);
    this.#addresses.add(address);
    const [oldest] = this.#addresses;
    if (this.#addresses.size > ADDRESSES_MAX && oldest !== undefined) {
      this.#addresses.delete(oldest);
    }
    this.#complainedOf.delete(sound.name);
  }

  #insteadOf(name: string): BuiltInName {
    return this.#parts.isMusic(name) ? 'waiting-music' : 'greeting';
  }

  #complain(name: string): void {
    if (this.#complainedOf.has(name) || this.#complainedOf.size >= COMPLAINTS_MAX) return;
    this.#complainedOf.add(name);
    const details = { announcement: name, heardInstead: this.#insteadOf(name) };
    this.#parts.log.warn(details, 'An announcement is missing: upload it, or name another one');
  }
}

export function pathOf(name: string, found: Sound): string {
  return found.kind === 'uploaded' ? addressOf(found.sound) : `/media/${name}.wav`;
}

function addressOf({ digest, name }: StoredSound): string {
  return `/media/${digest}/${name}.wav`;
}
