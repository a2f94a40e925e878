/**
 * The runtime as keepers see it, over the real core and nothing else: an input is decided at the
 * played instant and committed at once. What the store would do is played: it can refuse, or take
 * its time.
 */
import {
  asId,
  type ConfigurationDraft,
  CURRENT_FLAGS,
  emptyState,
  type Fact,
  type Input,
  step,
  type TenantId,
  validateConfiguration,
} from '@rufwerk/engine/core';
import { type Clock, type Committed, type InputDraft, NotAccepted } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';

type Watched = Pick<TenantRuntime, 'read' | 'submit' | 'onCommitted'>;

export class CoreRuntime implements Watched {
  readonly state = emptyState();
  /** Everything that was submitted and committed, in order. */
  readonly inputs: Input[] = [];
  readonly facts: Fact[] = [];
  /** What comes now is refused, as by a runtime that is stopping. */
  isRefusing = false;
  readonly #clock: Clock;
  readonly #listeners = new Set<Parameters<Watched['onCommitted']>[0]>();

  constructor(clock: Clock) {
    this.#clock = clock;
    const opened = { tenantId: asId<TenantId>('tenant'), seed: 7, flags: CURRENT_FLAGS };
    this.#commit({ type: 'TenantOpened', ...opened });
  }

  async submit(draft: InputDraft): Promise<Committed> {
    await Promise.resolve();
    if (this.isRefusing) throw new NotAccepted('stopping');
    return this.#commit(draft);
  }

  async read<T>(look: Parameters<Watched['read']>[0]): Promise<T> {
    await Promise.resolve();
    return look(this.state, this.#clock.now()) as T;
  }

  onCommitted(listener: Parameters<Watched['onCommitted']>[0]): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How many listen to commits. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /** Another configuration is in force from now on. */
  configure(draft: ConfigurationDraft): void {
    const result = validateConfiguration(draft);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { configuration } = result;
    this.#commit({ type: 'ConfigurationSubmitted', configuration, by: null });
  }

  /** The inputs of one kind that were committed. */
  of<T extends Input['type']>(type: T): Extract<Input, { readonly type: T }>[] {
    return this.inputs.filter(
      (input): input is Extract<Input, { readonly type: T }> => input.type === type,
    );
  }

  #commit(draft: InputDraft): Committed {
    const at = this.#clock.now();
    const input: Input = { ...draft, at };
    const facts = step(this.state, input);
    this.inputs.push(input);
    this.facts.push(...facts);
    const seq = this.inputs.length;
    for (const listener of this.#listeners) listener({ seq, at, entries: [{ input, facts }] });
    return { seq, facts };
  }
}
