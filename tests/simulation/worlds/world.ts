/** One world: its configuration, its platform, its people, and what happens to them. */
import { type ConfigurationDraft, emptyState, step, writeSnapshot } from '@rufwerk/engine/core';
import { PlayedTenant } from '../../engine/core/playedTenant.ts';
import { endAll } from './ending.ts';
import { type Happening, wordsOf } from './happenings.ts';
import { Platform } from './platform.ts';
import { play } from './play.ts';
import { Broken, Watch } from './watch.ts';

export interface Story {
  readonly configuration: ConfigurationDraft;
  /** What the administrators may change it to. */
  readonly other: ConfigurationDraft;
  readonly happenings: readonly Happening[];
}

export interface World extends Story {
  readonly tenant: PlayedTenant;
  readonly platform: Platform;
}

export interface Failure {
  /** What is wrong, without numbers: the same for stories that fail alike. */
  readonly kind: string;
  /** The lines of the story, and what is wrong at its end. */
  readonly words: string;
}

/** Null when everything holds. */
export function playWorld(story: Story): Failure | null {
  const told: string[] = [];
  let world: World | null = null;
  try {
    world = begin(story);
    for (const happening of story.happenings) {
      told.push(`${since(world)} s: ${wordsOf(happening)}`);
      play(world, happening);
    }
    told.push(`${since(world)} s: nobody calls any more`);
    endAll(world);
    replays(world);
    return null;
  } catch (error) {
    const wrong = error instanceof Broken ? error.message : String((error as Error).stack);
    const [first = ''] = wrong.split('\n');
    const kind = first.replaceAll(/\d+|\b[a-h]\b/g, '#');
    return { kind, words: [...told, wrong, ...lastStep(world)].join('\n') };
  }
}

function begin(story: Story): World {
  const watch = new Watch();
  const tenant = new PlayedTenant(story.configuration, (...seen) => watch.step(...seen));
  return { ...story, tenant, platform: new Platform() };
}

function since({ tenant }: World): number {
  return (tenant.now - tenant.startedAt) / 1000;
}

/** The input that broke it, and its facts by name. */
function lastStep(world: World | null): string[] {
  const last = world?.tenant.journal.at(-1);
  if (last === undefined) return [];
  const { input, facts } = last;
  return [`at ${JSON.stringify(input)}`, `-> ${facts.map(({ type }) => type).join(' ')}`];
}

/** Deciding the inputs again gives the same facts, byte by byte, and the same state. */
function replays({ tenant }: World): void {
  const again = emptyState();
  for (const [index, { input, facts }] of tenant.journal.entries()) {
    if (JSON.stringify(step(again, input)) === JSON.stringify(facts)) continue;
    throw new Broken(`input ${index} is decided differently again: ${JSON.stringify(input)}`);
  }
  if (writeSnapshot(again) !== writeSnapshot(tenant.state)) {
    throw new Broken('deciding again ends in another state');
  }
}
