import { createGraph } from '../../../src/engine/graph/index.ts';
import type { Graph } from '../../../src/engine/graph/index.ts';
import type { TokenSource } from '@rufwerk/engine/ports';
import { HttpDouble } from './httpDouble.ts';
import { PeopleDouble } from './knownPeople.ts';
import { PlayedClock } from './playedClock.ts';
import { RecordedLog } from './recordedLog.ts';

/** The Graph adapter in front of a double of Microsoft Graph. */
export class GraphStage {
  readonly clock = new PlayedClock();
  readonly log = new RecordedLog();
  readonly people = new PeopleDouble();
  /** A test may have its own. */
  readonly tokens: TokenSource = { accessToken: () => Promise.resolve('token') };
  readonly double: HttpDouble;
  readonly graph: Graph;

  private constructor(double: HttpDouble) {
    this.double = double;
    this.graph = createGraph({
      graphUrl: `${double.url}/v1.0`,
      tenantId: 'tenant',
      appId: 'application',
      publicUrl: 'https://contact.example/',
      tokens: { accessToken: (...asked) => this.tokens.accessToken(...asked) },
      people: this.people,
      announcementPath: (name) => `/media/${name}.wav`,
      clock: this.clock,
      log: this.log,
    });
  }

  static async open(): Promise<GraphStage> {
    return new GraphStage(await HttpDouble.start());
  }

  /** The requests so far, as `POST /communications/...`. */
  requested(): string[] {
    return this.double.received.map(({ method, path }) => `${method} ${path.replace('/v1.0', '')}`);
  }

  close(): Promise<void> {
    return this.double.stop();
  }
}
