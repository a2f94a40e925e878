/** Takes away from a failing story whatever it fails without: happenings, then settings. */
import type { ConfigurationDraft } from '@rufwerk/engine/core';
import { playWorld, type Story } from './world.ts';

/** The same kind of failure in as few lines and settings as can be. */
export function shortened(story: Story, kind: string): Story {
  const fails = (shorter: Story): boolean => failsAlike(shorter, kind);
  const alone = { ...story, other: story.configuration };
  const fewer = withFewerHappenings(fails(alone) ? alone : story, fails);
  return withFewerHappenings(withFewerSettings(fewer, fails), fails);
}

type Fails = (story: Story) => boolean;

/** A configuration that is refused is no shorter failure: its words are others. */
function failsAlike(story: Story, kind: string): boolean {
  return playWorld(story)?.kind === kind;
}

function withFewerHappenings(story: Story, fails: Fails): Story {
  let { happenings } = story;
  for (let size = Math.ceil(happenings.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < happenings.length;) {
      const without = [...happenings.slice(0, from), ...happenings.slice(from + size)];
      if (fails({ ...story, happenings: without })) happenings = without;
      else from += size;
    }
  }
  return { ...story, happenings };
}

/** Each setting is left to its default where the failure stays. */
function withFewerSettings(story: Story, fails: Fails): Story {
  const isOneConfiguration = story.other === story.configuration;
  const used = (configuration: ConfigurationDraft): Story => ({
    ...story,
    configuration,
    other: isOneConfiguration ? configuration : story.other,
  });
  let { configuration } = story;
  // Later entries first, so that the places of those before stay as they are.
  for (const path of pathsOf(configuration).reverse()) {
    const without = lacking(configuration, path) as ConfigurationDraft;
    if (fails(used(without))) configuration = without;
  }
  return used(configuration);
}

type Path = readonly (string | number)[];

const KEPT = new Set(['agents', 'id', 'name', 'resourceAccount', 'do', 'skill', 'level', 'code']);

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    KEPT.has(key) ? [] : [[...path, key], ...pathsOf(inner, [...path, key])],
  );
}

function lacking(value: unknown, [key, ...rest]: Path): unknown {
  if (value === null || typeof value !== 'object' || key === undefined) return value;
  const isHere = rest.length === 0;
  if (Array.isArray(value)) {
    return (value as unknown[]).flatMap((inner, index) =>
      index !== Number(key) ? [inner] : isHere ? [] : [lacking(inner, rest)],
    );
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      name !== key ? [[name, inner]] : isHere ? [] : [[name, lacking(inner, rest)]],
    ),
  );
}
